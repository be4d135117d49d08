"""The machine: a Linux one."""

import sys

__all__ = ['system', 'node', 'release', 'version', 'machine', 'processor', 'python_version', 'python_implementation',
           'platform', 'python_version_tuple', 'architecture']


def system():
    return 'Linux'


def node():
    return 'lockstep'


def release():
    return '6.18.0'


def version():
    return '#1 SMP'


def machine():
    return 'x86_64'


def processor():
    return ''


def architecture(executable=None, bits='', linkage=''):
    return ('64bit', 'ELF')


def python_version():
    return '.'.join(map(str, sys.version_info[:3]))


def python_version_tuple():
    return tuple(map(str, sys.version_info[:3]))


def python_implementation():
    return 'CPython'


def platform(aliased=False, terse=False):
    return 'Linux-6.18.0-x86_64-with-glibc2.36'
