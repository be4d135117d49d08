/** What modules and names of Python 3 were called in Python 2: pickles of protocols below 3 use the old ones. Models: Lib/_compat_pickle.py. */
import { exceptionTypes } from '../../objects/exception-types.ts';

const modules = `
builtins=__builtin__ copyreg=copy_reg queue=Queue socketserver=SocketServer configparser=ConfigParser reprlib=repr _thread=thread
dbm.gnu=gdbm xmlrpc.client=xmlrpclib xmlrpc.server=SimpleXMLRPCServer http.client=httplib html.entities=htmlentitydefs
html.parser=HTMLParser http.cookies=Cookie http.server=BaseHTTPServer subprocess=commands urllib.parse=urlparse urllib.request=urllib2
collections.abc=_abcoll _functools=functools _pickle=pickle`;

const names = `
builtins.range=__builtin__.xrange functools.reduce=__builtin__.reduce sys.intern=__builtin__.intern builtins.chr=__builtin__.unichr
builtins.str=__builtin__.unicode builtins.int=__builtin__.long builtins.zip=itertools.izip builtins.map=itertools.imap
builtins.filter=itertools.ifilter itertools.filterfalse=itertools.ifilterfalse collections.UserDict=UserDict.IterableUserDict
collections.UserList=UserList.UserList collections.UserString=UserString.UserString socket.fromfd=_socket.fromfd
multiprocessing.context.Process=multiprocessing.process.Process multiprocessing.context.ProcessError=multiprocessing.ProcessError
multiprocessing.context.TimeoutError=multiprocessing.TimeoutError urllib.parse.quote=urllib.quote urllib.parse.unquote=urllib.unquote
urllib.parse.quote_plus=urllib.quote_plus urllib.parse.unquote_plus=urllib.unquote_plus urllib.parse.urlencode=urllib.urlencode
builtins.ModuleNotFoundError=exceptions.ImportError`;

/** Exceptions that Python 2 did not have, apart from the kinds of OSError. */
const laterExceptions = new Set(
  `BaseExceptionGroup ExceptionGroup EncodingWarning PythonFinalizationError RecursionError ResourceWarning
  StopAsyncIteration _IncompleteInputError BlockingIOError`.split(/\s+/),
);

function tableOf(text: string): Map<string, string> {
  return new Map(text.split(/\s+/).flatMap((pair) => (pair === '' ? [] : [pair.split('=') as [string, string]])));
}

const reversed = (table: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...table].map(([now, then]) => [then, now]));

export interface GlobalName {
  readonly module: string;
  readonly name: string;
}

const oldModules = tableOf(modules);
const oldNames = tableOf(names);
oldNames.set('_functools.reduce', '__builtin__.reduce').set('_socket.socket', 'socket._socketobject');
for (const [name, type] of exceptionTypes) {
  if (laterExceptions.has(name) || oldNames.has(`builtins.${name}`)) continue;
  const isKindOfOsError = name !== 'OSError' && type.mro.some((base) => base.name === 'OSError');
  oldNames.set(`builtins.${name}`, `exceptions.${isKindOfOsError ? 'OSError' : name}`);
}

const newModules = reversed(oldModules);
const newNames = reversed(oldNames);
for (const name of ['StringIO', 'cStringIO']) newModules.set(name, 'io');
for (const name of ['UserDict', 'UserList', 'UserString']) newModules.set(name, 'collections');
newModules.set('cPickle', 'pickle').delete('functools');
newNames.set('__builtin__.basestring', 'builtins.str').set('__builtin__.reduce', 'functools.reduce');
newNames.set('exceptions.StandardError', 'builtins.Exception').set('exceptions.OSError', 'builtins.OSError');
newNames.set('exceptions.ImportError', 'builtins.ImportError').set('UserDict.UserDict', 'collections.UserDict');
newNames.set('socket._socketobject', 'socket.SocketType');

function renamed(given: GlobalName, byName: Map<string, string>, byModule: Map<string, string>): GlobalName {
  const found = byName.get(`${given.module}.${given.name}`);
  if (found === undefined) return { module: byModule.get(given.module) ?? given.module, name: given.name };
  const dot = found.lastIndexOf('.');
  return { module: found.slice(0, dot), name: found.slice(dot + 1) };
}

export function inPython2(given: GlobalName): GlobalName {
  return renamed(given, oldNames, oldModules);
}

export function inPython3(given: GlobalName): GlobalName {
  return renamed(given, newNames, newModules);
}
