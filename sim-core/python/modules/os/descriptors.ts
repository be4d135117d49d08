/** os.pipe and what works on descriptors. Models: Modules/posixmodule.c; the files themselves are the kernel's (kernel/files). */
import type { OpenFile } from '../../../kernel/files/open-file.ts';
import { Pipe } from '../../../kernel/files/pipe.ts';
import { StandardStream } from '../../../kernel/files/standard-stream.ts';
import { machineCosts } from '../../../kernel/machine-costs.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { bytesArgument } from '../../builtins/types/bytes-argument.ts';
import { sizeArgument } from '../../builtins/types/int-argument.ts';
import { exactly, named, native } from '../../builtins/define.ts';
import { decodeBytes } from '../../values/text/decode.ts';
import { ReadFileCall, WriteFileCall } from '../../vm/file-calls.ts';
import { WriteCall } from '../../vm/output-stream.ts';
import { osError } from '../../vm/os-error.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { truthQuickly } from '../../vm/truth.ts';

/** The open file behind a descriptor; OSError EBADF if there is none. */
export function fileOf(thread: PyThread, descriptor: Value | undefined): OpenFile {
  const file = thread.interpreter.process.descriptors.get(sizeArgument(descriptor));
  if (file === null) throw osError('EBADF');
  return file;
}

function openPipe(thread: PyThread): PyTuple {
  const { process } = thread.interpreter;
  thread.kernel.spend(4 * machineCosts.syscallNs);
  const pipe = new Pipe(thread.kernel, process.id);
  const read = process.descriptors.open(pipe.readEnd);
  const write = process.descriptors.open(pipe.writeEnd);
  thread.kernel.recorder.nameResource(pipe.readEnd.resource, `pipe ${read} ⇠ ${write}`, false);
  thread.kernel.recorder.nameResource(pipe.writeEnd.resource, `pipe ${write} ⇢ ${read}`, false);
  return new PyTuple([read, write]);
}

function closeDescriptor(thread: PyThread, descriptor: number): boolean {
  thread.kernel.spend(machineCosts.syscallNs);
  return thread.interpreter.process.descriptors.close(thread.kernel, descriptor);
}

export const descriptorFunctions = [
  native('pipe', exactly(0), openPipe),
  native('read', exactly(2), (thread, args) => {
    const file = fileOf(thread, args[0]);
    const count = sizeArgument(args[1]);
    if (count < 0) throw osError('EINVAL');
    return thread.block(new ReadFileCall(file, count));
  }),
  native('write', exactly(2), (thread, args) => {
    const file = fileOf(thread, args[0]);
    const bytes = bytesArgument(args[1]);
    if (file instanceof StandardStream && file.number > 0)
      return thread.block(new WriteCall(file.number, decodeBytes(bytes, 'utf-8', 'replace'), bytes.length));
    return thread.block(new WriteFileCall(file, bytes));
  }),
  native('close', named(1, 'fd'), (thread, args) => {
    if (!closeDescriptor(thread, sizeArgument(args[0]))) throw osError('EBADF');
    return null;
  }),
  native('closerange', exactly(2), (thread, args) => {
    for (let number = sizeArgument(args[0]); number < sizeArgument(args[1]); number += 1)
      closeDescriptor(thread, number);
    return null;
  }),
  native('dup', exactly(1), (thread, args) => {
    const file = fileOf(thread, args[0]);
    thread.kernel.spend(machineCosts.syscallNs);
    return thread.interpreter.process.descriptors.open(file);
  }),
  native('dup2', named(2, 'fd', 'fd2', 'inheritable'), (thread, args) => {
    const file = fileOf(thread, args[0]);
    const to = sizeArgument(args[1]);
    if (to < 0) throw osError('EBADF');
    thread.kernel.spend(machineCosts.syscallNs);
    thread.interpreter.process.descriptors.replace(thread.kernel, to, file);
    return to;
  }),
  native('set_blocking', exactly(2), (thread, args) => {
    fileOf(thread, args[0]).isNonBlocking = truthQuickly(args[1] ?? null) !== true;
    return null;
  }),
  native('get_blocking', exactly(1), (thread, args) => !fileOf(thread, args[0]).isNonBlocking),
  native('isatty', exactly(1), (thread, args) => {
    const file = thread.interpreter.process.descriptors.get(sizeArgument(args[0]));
    return file instanceof StandardStream;
  }),
];
