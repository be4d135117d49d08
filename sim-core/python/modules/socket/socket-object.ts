/** `_socket.socket`: a descriptor and how long its calls may wait. Models: PySocketSockObject in Modules/socketmodule.c. */
import { StreamSocket } from '../../../kernel/network/stream-socket.ts';
import type { SocketFamily } from '../../../kernel/network/stream-socket.ts';
import type { SocketAddress } from '../../../kernel/network/network.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { PyType } from '../../objects/py-type.ts';
import { objectType, typeOf, typeType } from '../../objects/builtin-types.ts';
import type { Value } from '../../objects/value.ts';
import { osError } from '../../vm/os-error.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised, Unsupported } from '../../vm/raise.ts';

export const socketType = new PyType({
  name: 'socket',
  bases: [objectType],
  layout: 'object',
  metatype: typeType,
  moduleName: '_socket',
});

export const families = { unix: 1, inet: 2, inet6: 10 } as const;
export const streamKind = 1;

export class SocketObject extends PyInstance {
  /** -1 once it is closed or detached. */
  descriptor = -1;
  family: number = families.inet;
  kind: number = streamKind;
  protocol = 0;
  /** Null: calls wait for ever; 0: not at all. */
  timeoutNs: number | null = null;
}

export function socketOf(self: Value | undefined): SocketObject {
  return self as SocketObject;
}

/** The kernel's socket behind it; OSError EBADF once it is closed. */
export function streamOf(thread: PyThread, self: Value | undefined): StreamSocket {
  const file = thread.interpreter.process.descriptors.get(socketOf(self).descriptor);
  if (!(file instanceof StreamSocket)) throw osError('EBADF');
  return file;
}

export function openStream(thread: PyThread, family: SocketFamily): { descriptor: number; stream: StreamSocket } {
  const { kernel, interpreter } = thread;
  const stream = new StreamSocket(kernel.recorder.resource('socket', interpreter.process.id), family);
  const descriptor = interpreter.process.descriptors.open(stream);
  kernel.recorder.nameResource(stream.resource, `socket ${descriptor}`, false);
  return { descriptor, stream };
}

/** ('host', port) as an address; names other than localhost are not known: there is no network beyond this machine. */
export function addressArgument(given: Value | undefined, caller: string): SocketAddress {
  if (!(given instanceof PyTuple))
    throw raised('TypeError', `${caller}(): AF_INET address must be tuple, not ${typeOf(given ?? null).name}`);
  const [host, port] = given.items;
  if (given.items.length !== 2 || typeof host !== 'string' || typeof port !== 'number')
    throw raised('TypeError', `${caller}(): AF_INET address must be a pair (host, port)`);
  if (port < 0 || port > 65_535) throw raised('OverflowError', `${caller}(): port must be 0-65535.`);
  return { host: numericHost(host), port };
}

function numericHost(host: string): string {
  if (host === '') return '0.0.0.0';
  if (host === 'localhost') return '127.0.0.1';
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return host;
  throw needsNetwork(host);
}

export function needsNetwork(host: string): Unsupported {
  return new Unsupported(`needs-network: ${host} is another machine; only sockets within this one (127.0.0.1)`);
}

export function addressTuple(address: SocketAddress | null): PyTuple {
  return new PyTuple(address === null ? ['0.0.0.0', 0] : [address.host, address.port]);
}
