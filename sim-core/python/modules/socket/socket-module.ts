/** The module `_socket`: stream sockets of the loop-back network, and socket pairs. Models: Modules/socketmodule.c. Leaves out: datagrams, IPv6, names beyond localhost. */
import { StreamSocket } from '../../../kernel/network/stream-socket.ts';
import { machineCosts } from '../../../kernel/machine-costs.ts';
import { exceptionNamed } from '../../objects/exception-types.ts';
import { PyByteArray } from '../../objects/py-bytes.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { PyModule } from '../../objects/py-module.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { anyNumber, attribute, between, constructor, exactly, method, native } from '../../builtins/define.ts';
import { bytesArgument } from '../../builtins/types/bytes-argument.ts';
import { osError } from '../../vm/os-error.ts';
import { PyFrame } from '../../vm/frame.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised, Unsupported } from '../../vm/raise.ts';
import { truthQuickly } from '../../vm/truth.ts';
import { fillModule } from '../native-class.ts';
import { floatOf, plainIndex } from '../native-numbers.ts';
import { errorNumberOf } from '../../vm/os-error.ts';
import { AcceptCall, ConnectCall, ReceiveCall, SendCall } from './socket-calls.ts';
import {
  addressArgument,
  addressTuple,
  families,
  openStream,
  SocketObject,
  socketOf,
  socketType,
  streamKind,
  streamOf,
  needsNetwork,
} from './socket-object.ts';

/** socket(2) and setsockopt(2), connect(2): creation of the kernel's objects. */
const creationNs = 10_000;
const closeNs = 5_000;
const connectNs = 12_000;

constructor(socketType, anyNumber(true), (_thread, args) => new SocketObject(args[0] as PyType));
method(socketType, '__init__', { least: 0, most: 4, names: ['family', 'type', 'proto', 'fileno'] }, (thread, args) => {
  const socket = socketOf(args[0]);
  const given = args[4] ?? null;
  const family = args[1] === undefined ? -1 : plainIndex(args[1]);
  const kind = args[2] === undefined ? -1 : plainIndex(args[2]);
  socket.family = family === -1 ? families.inet : family;
  socket.kind = kind === -1 ? streamKind : kind & 0xf;
  socket.protocol = Math.max(0, args[3] === undefined ? 0 : plainIndex(args[3]));
  if (given !== null) {
    socket.descriptor = plainIndex(given);
    if (streamOf(thread, socket).family === 'unix') socket.family = families.unix;
    return null;
  }
  if (socket.kind !== streamKind || (socket.family !== families.inet && socket.family !== families.unix))
    throw new Unsupported('sockets other than streams over IPv4');
  thread.kernel.spend(creationNs);
  socket.descriptor = openStream(thread, socket.family === families.unix ? 'unix' : 'inet').descriptor;
  return null;
});
method(socketType, 'fileno', exactly(0), (_thread, args) => socketOf(args[0]).descriptor);
method(socketType, 'detach', exactly(0), (_thread, args) => {
  const { descriptor } = socketOf(args[0]);
  socketOf(args[0]).descriptor = -1;
  return descriptor;
});
method(socketType, 'close', exactly(0), (thread, args) => {
  const socket = socketOf(args[0]);
  if (socket.descriptor < 0) return null;
  thread.kernel.spend(closeNs);
  thread.interpreter.process.descriptors.close(thread.kernel, socket.descriptor);
  socket.descriptor = -1;
  return null;
});
method(socketType, 'bind', exactly(1), (thread, args) => {
  const stream = streamOf(thread, args[0]);
  thread.kernel.spend(machineCosts.syscallNs);
  const error = stream.bind(thread.kernel, addressArgument(args[1], 'bind'));
  if (error !== null) throw osError(error);
  return null;
});
method(socketType, 'listen', between(0, 1), (thread, args) => {
  const stream = streamOf(thread, args[0]);
  thread.kernel.spend(machineCosts.syscallNs * 2);
  const error = stream.listen(thread.kernel, args[1] === undefined ? 128 : plainIndex(args[1]));
  if (error !== null) throw osError(error);
  const { port, host } = stream.local ?? { port: 0, host: '' };
  thread.kernel.recorder.nameResource(stream.resource, `server ${host}:${port}`, false);
  return null;
});
method(socketType, '_accept', exactly(0), (thread, args) =>
  thread.block(new AcceptCall(socketOf(args[0]), streamOf(thread, args[0]))),
);

/** Addresses of the loop-back network. */
function isThisMachine(host: string): boolean {
  return host === '' || host === '0.0.0.0' || host.startsWith('127.');
}

/** Starts to connect; the name of the error, or null. */
function connect(thread: PyThread, self: Value | undefined, to: Value | undefined, caller: string) {
  const stream = streamOf(thread, self);
  const address = addressArgument(to, caller);
  if (!isThisMachine(address.host)) throw needsNetwork(address.host);
  thread.kernel.spend(connectNs);
  const error = stream.connect(thread.kernel, address);
  if (error === 'EISCONN' || error === 'EINVAL') return error;
  if (socketOf(self).timeoutNs === 0) return 'EINPROGRESS' as const;
  if (error !== null) stream.takeError();
  return error;
}

method(socketType, 'connect', exactly(1), (thread, args) => {
  const error = connect(thread, args[0], args[1], 'connect');
  if (error !== null) throw osError(error);
  const stream = streamOf(thread, args[0]);
  return stream.isSettled ? null : thread.block(new ConnectCall(socketOf(args[0]), stream));
});
method(socketType, 'connect_ex', exactly(1), (thread, args) => {
  const error = connect(thread, args[0], args[1], 'connect_ex');
  return error === null ? 0 : errorNumberOf(error);
});
method(socketType, 'recv', between(1, 2), (thread, args) => {
  const count = plainIndex(args[1] as Value);
  if (count < 0) throw raised('ValueError', 'negative buffersize in recv');
  const isPeek = (((args[2] ?? 0) as number) & 2) !== 0;
  return thread.block(new ReceiveCall(socketOf(args[0]), streamOf(thread, args[0]), { count, isPeek, into: null }));
});
method(socketType, 'recv_into', between(1, 3), (thread, args) => {
  const into = args[1];
  if (!(into instanceof PyByteArray)) throw new Unsupported('recv_into with other buffers than bytearray');
  const count = plainIndex(args[2] ?? 0) || into.buffer.length;
  return thread.block(new ReceiveCall(socketOf(args[0]), streamOf(thread, args[0]), { count, isPeek: false, into }));
});
for (const [name, isWhole] of [
  ['send', false],
  ['sendall', true],
] as const)
  method(socketType, name, between(1, 2), (thread, args) =>
    thread.block(
      new SendCall(socketOf(args[0]), streamOf(thread, args[0]), { bytes: bytesArgument(args[1]).slice(), isWhole }),
    ),
  );
method(socketType, 'shutdown', exactly(1), (thread, args) => {
  const how = plainIndex(args[1] as Value);
  thread.kernel.spend(machineCosts.syscallNs);
  const error = streamOf(thread, args[0]).shutdown(thread.kernel, how !== 1, how !== 0);
  if (error !== null) throw osError(error);
  return null;
});

function setTimeout(thread: PyThread, self: Value | undefined, timeoutNs: number | null): null {
  socketOf(self).timeoutNs = timeoutNs;
  thread.kernel.spend(machineCosts.syscallNs);
  streamOf(thread, self).isNonBlocking = timeoutNs !== null;
  return null;
}

method(socketType, 'setblocking', exactly(1), (thread, args) =>
  setTimeout(thread, args[0], truthQuickly(args[1] as Value) === true ? null : 0),
);
method(socketType, 'settimeout', exactly(1), (thread, args) => {
  const seconds = args[1] === null ? null : floatOf(args[1] as Value);
  if (seconds !== null && seconds < 0) throw raised('ValueError', 'Timeout value out of range');
  return setTimeout(thread, args[0], seconds === null ? null : Math.ceil(seconds * 1e9));
});
method(socketType, 'gettimeout', exactly(0), (_thread, args) => timeoutOf(args[0]));
method(socketType, 'getblocking', exactly(0), (_thread, args) => socketOf(args[0]).timeoutNs !== 0);
method(socketType, 'getsockname', exactly(0), (thread, args) => {
  const stream = streamOf(thread, args[0]);
  return stream.family === 'unix' ? '' : addressTuple(stream.local);
});
method(socketType, 'getpeername', exactly(0), (thread, args) => {
  const stream = streamOf(thread, args[0]);
  if (stream.state !== 'connected') throw osError('ENOTCONN');
  return stream.family === 'unix' ? '' : addressTuple(stream.remote);
});
method(socketType, 'setsockopt', between(2, 4), (thread, args) => {
  streamOf(thread, args[0]);
  thread.kernel.spend(machineCosts.syscallNs);
  return null;
});
method(socketType, 'getsockopt', between(2, 3), (thread, args) => {
  const stream = streamOf(thread, args[0]);
  thread.kernel.spend(machineCosts.syscallNs);
  if (args[2] !== 4) return 0;
  const error = stream.takeError();
  return error === null ? 0 : errorNumberOf(error);
});

function timeoutOf(self: Value | undefined): Value {
  const { timeoutNs } = socketOf(self);
  return timeoutNs === null ? null : new PyFloat(timeoutNs / 1e9);
}
attribute(socketType, 'family', (self) => socketOf(self).family);
attribute(socketType, 'type', (self) => socketOf(self).kind);
attribute(socketType, 'proto', (self) => socketOf(self).protocol);
attribute(socketType, 'timeout', (self) => timeoutOf(self));

const functions = [
  native('_socketpair', exactly(0), (thread) => {
    thread.kernel.spend(2 * creationNs);
    const [one, other] = [openStream(thread, 'unix'), openStream(thread, 'unix')];
    StreamSocket.pair(one.stream, other.stream);
    if (isMadeByLibrary(thread))
      for (const { descriptor, stream } of [one, other])
        thread.kernel.recorder.nameResource(stream.resource, `socket ${descriptor}`, true);
    return new PyTuple([one.descriptor, other.descriptor]);
  }),
  native('_needs_network', exactly(1), (_thread, args) => {
    throw needsNetwork(String(args[0]));
  }),
  native('close', exactly(1), (thread, args) => {
    if (!thread.interpreter.process.descriptors.close(thread.kernel, plainIndex(args[0] as Value)))
      throw osError('EBADF');
    return null;
  }),
];

/** An event loop's self-pipe, say: the pair is asked for by socket.py, and that by another module of the library. */
function isMadeByLibrary(thread: PyThread): boolean {
  const asking = thread.frame?.back ?? null;
  return asking instanceof PyFrame && asking.code.isLibrary;
}

export function makeSocketModule(): PyModule {
  const module = fillModule(new PyModule('_socket'), functions, [socketType]);
  module.dict.set('error', exceptionNamed('OSError'));
  module.dict.set('timeout', exceptionNamed('TimeoutError'));
  return module;
}
