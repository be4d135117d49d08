/** Modules of our library that are Python in CPython: command lines, texts, numbers and data formats. By the name programs import them by. */
import privateCodecs from './_codecs.py?raw';
import argparse from './argparse.py?raw';
import decimal from './decimal.py?raw';
import dis from './dis.py?raw';
import opcode from './opcode.py?raw';
import pickle from './pickle.py?raw';

export const dataModules: ReadonlyMap<string, string> = new Map([
  ['_codecs', privateCodecs],
  ['argparse', argparse],
  ['decimal', decimal],
  ['dis', dis],
  ['opcode', opcode],
  ['pickle', pickle],
]);
