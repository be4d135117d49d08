/** What a descriptor stands for, in words: 'server 127.0.0.1:8888', '127.0.0.1:40001 ⇄ 127.0.0.1:8888'. */
import { StreamSocket } from '../kernel/network/stream-socket.ts';
import type { Interpreter } from '../python/vm/interpreter.ts';

export function socketText(interpreter: Interpreter, descriptor: number): string {
  const file = interpreter.process.descriptors.get(descriptor);
  if (!(file instanceof StreamSocket)) return `descriptor ${descriptor}`;
  const [local, remote] = [file.local, file.remote].map((end) => (end === null ? '' : `${end.host}:${end.port}`));
  if (file.state === 'listening') return `server ${local}`;
  return remote === '' ? `socket ${descriptor}` : `${local} ⇄ ${remote}`;
}
