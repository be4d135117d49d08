/** Modules of our library that are Python in CPython: command lines, texts, numbers and data formats. By the name programs import them by. */
import privateCodecs from './_codecs.py?raw';
import argparse from './argparse.py?raw';
import ast from './ast.py?raw';
import configparser from './configparser.py?raw';
import decimal from './decimal.py?raw';
import difflib from './difflib.py?raw';
import dis from './dis.py?raw';
import hmac from './hmac.py?raw';
import importlib from './importlib/__init__.py?raw';
import opcode from './opcode.py?raw';
import pickle from './pickle.py?raw';

export const dataModules: ReadonlyMap<string, string> = new Map([
  ['_codecs', privateCodecs],
  ['argparse', argparse],
  ['ast', ast],
  ['configparser', configparser],
  ['decimal', decimal],
  ['difflib', difflib],
  ['dis', dis],
  ['hmac', hmac],
  ['opcode', opcode],
  ['pickle', pickle],
]);

export const dataPackages: ReadonlyMap<string, string> = new Map([['importlib', importlib]]);
