/** The module `posix`, from which `os` is made, as far as a single process needs it. Models: Modules/posixmodule.c. */
import { PyDict } from '../../objects/py-dict.ts';
import { PyModule } from '../../objects/py-module.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { PyBytes } from '../../objects/py-bytes.ts';
import { exceptionNamed } from '../../objects/exception-types.ts';
import type { Value } from '../../objects/value.ts';
import { SeededRandom } from '../../../base/seeded-random.ts';
import { exactly, native, nativeSteps } from '../../builtins/define.ts';
import { machineCosts } from '../../../kernel/machine-costs.ts';
import { stopYield } from '../../../kernel/program.ts';
import type { Stop } from '../../../kernel/program.ts';
import { lastSignal } from '../../../kernel/signals.ts';
import { sizeArgument } from '../../builtins/types/int-argument.ts';
import { BlockingCall } from '../../vm/blocking-call.ts';
import { osError } from '../../vm/os-error.ts';
import { sendSteps } from '../signal/signal-module.ts';
import { descriptorFunctions } from './descriptors.ts';
import { directoryEntryType } from './directory-entry.ts';
import { fileFunctions } from './file-functions.ts';
import { openFlags } from './open-flags.ts';
import { statResultType } from './stat-result.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised, Unsupported } from '../../vm/raise.ts';

/** sched_yield(2): whoever waits for the core has it first. */
class YieldCall extends BlockingCall {
  private hasYielded = false;

  proceed(thread: PyThread): Stop | null {
    if (this.hasYielded) return null;
    this.hasYielded = true;
    thread.kernel.spend(machineCosts.syscallNs);
    return stopYield;
  }

  finish(): Value {
    return null;
  }
}

const functions = [
  native('getpid', exactly(0), (thread) => thread.interpreter.process.pid),
  native('getppid', exactly(0), (thread) => thread.interpreter.process.parentPid),
  native('cpu_count', exactly(0), (thread) => thread.interpreter.machine.cores),
  native('process_cpu_count', exactly(0), (thread) => thread.interpreter.machine.cores),
  native('getlogin', exactly(0), () => 'student'),
  native('getuid', exactly(0), () => 1000),
  native('getgid', exactly(0), () => 1000),
  native('urandom', exactly(1), (thread, args) => new PyBytes(seededBytes(thread, args[0] as number))),
  native('_exit', exactly(1), (thread, args) => {
    thread.interpreter.exitNow(thread, args[0] as number);
    return undefined;
  }),
  native('sched_yield', exactly(0), (thread) => {
    if (thread.interpreter.profile.yieldReleasesGil) return thread.block(new YieldCall());
    thread.kernel.spend(machineCosts.syscallNs);
    return null;
  }),
  nativeSteps('kill', exactly(2), function* kill(thread, args) {
    const signal = sizeArgument(args[1]);
    if (signal < 0 || signal > lastSignal) throw osError('EINVAL');
    if (sizeArgument(args[0]) !== thread.interpreter.process.pid) throw osError('ESRCH');
    return signal === 0 ? null : yield* sendSteps(thread, signal);
  }),
  native('times', exactly(0), (thread) => new PyFloat(thread.kernel.now / 1e9)),
];

/** Bytes that look random and are the same for the same seed and moment. */
function seededBytes(thread: PyThread, count: number): Uint8Array {
  const random = new SeededRandom(thread.interpreter.machine.seed + thread.kernel.now);
  return Uint8Array.from({ length: count }, () => random.below(256));
}

/** Names of os that exist in CPython but need what is not simulated yet. */
const missing = ['fork', 'wait', 'waitpid', 'system', 'popen', 'execv', 'execvp', 'posix_spawn', 'openpty', 'mkfifo'];

export function makeOsModule(): PyModule {
  const module = new PyModule('posix', 'OS routines.');
  for (const fn of [...functions, ...descriptorFunctions, ...fileFunctions]) module.dict.set(fn.name, fn);
  for (const [name, value] of Object.entries(openFlags)) module.dict.set(name, value);
  for (const type of [statResultType, directoryEntryType]) module.dict.set(type.name, type);
  module.dict.set('environ', environment());
  module.dict.set('error', exceptionNamed('OSError'));
  module.dict.set('__getattr__', lookUpMissing);
  return module;
}

const lookUpMissing = native('__getattr__', exactly(1), (_thread, args) => {
  const name = String(args[0]);
  if (missing.includes(name)) throw new Unsupported(`os.${name}`);
  throw raised('AttributeError', `module 'posix' has no attribute '${name}'`);
});

/** The variables a login shell would give. */
function environment(): PyDict {
  const variables = new PyDict();
  const values: readonly (readonly [string, Value])[] = [
    ['HOME', '/home/student'],
    ['LANG', 'C.UTF-8'],
    ['PATH', '/usr/local/bin:/usr/bin:/bin'],
    ['USER', 'student'],
  ];
  for (const [name, value] of values) variables.set(name, value);
  return variables;
}
