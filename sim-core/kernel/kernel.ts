/**
 * The simulated operating system: processes, threads, cores, time.
 * It offers what a kernel offers – wait, wake, sleep, spawn, exit – and knows no Python: locks and the GIL are built from wait queues.
 * Who runs on which core when: dispatcher.ts.
 */
import { assert } from '../base/assert.ts';
import type { ProcessId, ThreadId } from '../base/ids.ts';
import type { Nanoseconds } from '../base/units.ts';
import type { Scheduled } from '../engine/event-queue.ts';
import { coreLeaveReasons, eventKinds, threadStates } from '../trace/event-kind.ts';
import type { ThreadStateCode } from '../trace/event-kind.ts';
import type { Core } from './core.ts';
import { Dispatcher } from './dispatcher.ts';
import { FileSystem } from './file-system/file-system.ts';
import type { KernelEvent } from './kernel-event.ts';
import { Terminal } from './files/terminal.ts';
import { Network } from './network/network.ts';
import { machineCosts } from './machine-costs.ts';
import { wakeLatency } from './wake-latency.ts';
import { Process } from './process.ts';
import type { SignalReceiver } from './process.ts';
import type { Program } from './program.ts';
import { Thread } from './thread.ts';
import type { WaitQueue } from './wait-queue.ts';

/** How `advance` came back: nothing left to do (all threads ended or wait for ever), the time limit, a program's halt, or (stepped) an open choice. */
export type Pause = 'idle' | 'time' | 'halt' | 'choice';

export class Kernel extends Dispatcher {
  readonly processes: Process[] = [];
  readonly threads: Thread[] = [];
  readonly fileSystem = new FileSystem();
  /** The thread whose program halted the machine last; null while it goes on. */
  halted: Thread | null = null;
  readonly network = new Network();
  readonly terminal = new Terminal();
  /** Changes of the readiness of files, for their order. */
  fileChanges = 0;
  nextPid = 4001;

  // What programs call

  /** The running thread used so much CPU time. */
  spend(ns: Nanoseconds): void {
    this.now += ns;
  }

  createProcess(name: string, parent: Process | null): Process {
    const id = this.processes.length as ProcessId;
    const workingDirectory =
      parent?.workingDirectory ?? this.fileSystem.directory(this.fileSystem.root, '/home/student');
    const process = new Process({ id, pid: this.pid(), parent, name, workingDirectory });
    this.processes.push(process);
    this.record(eventKinds.processCreated, -1, process.id, this.recorder.string(name));
    return process;
  }

  /** A new thread; it can run after `latencyNs`. */
  spawn(process: Process, program: Program, name: string, latencyNs: Nanoseconds): Thread {
    const tid = process.threads.length === 0 ? process.pid : this.pid();
    const thread = new Thread({ id: this.threads.length as ThreadId, tid, process, program, name });
    this.threads.push(thread);
    process.threads.push(thread);
    thread.sinceNs = this.now;
    this.record(eventKinds.threadCreated, thread.id, process.id, this.recorder.string(name));
    this.makeReady(thread, latencyNs);
    return thread;
  }

  /** Wakes up to `count` threads that wait in `queue`, the longest waiting first; the waker pays. Returns how many. */
  wake(queue: WaitQueue, count: number, resource: number): number {
    let woken = 0;
    while (woken < count && queue.waiters.length > 0) {
      this.wakeThread(queue.waiters[0] as Thread, resource);
      woken += 1;
    }
    return woken;
  }

  /** Wakes this thread, wherever it waits in a queue. */
  wakeThread(thread: Thread, resource: number): void {
    assert(thread.queue !== null, `thread ${thread.id} does not wait`);
    thread.queue.remove(thread);
    thread.queue = null;
    this.cancelTimer(thread);
    thread.wakeReason = 'woken';
    const { wakerNs, leastNs, spreadNs } = wakeLatency(thread, this.cores, this.now);
    this.spend(wakerNs);
    this.record(eventKinds.threadWoken, this.running === null ? -1 : this.running.id, thread.id, resource);
    this.makeReady(thread, leastNs + this.chooser.choose('jitter', spreadNs));
  }

  /** Ends a thread's wait or sleep because a signal came; false if it was not waiting. The program decides whether the wait can be interrupted. */
  interrupt(thread: Thread): boolean {
    const isSleeping = thread.queue === null && thread.timer !== null && thread.timer.event.kind === 'timer';
    if (thread.queue === null && !isSleeping) return false;
    thread.queue?.remove(thread);
    thread.queue = null;
    this.cancelTimer(thread);
    thread.wakeReason = 'interrupted';
    this.makeReady(thread, machineCosts.wakeLatencySameCoreNs);
    return true;
  }

  /** A signal comes at a time; what is returned can be given to `cancelSignal`. */
  signalAt(dueNs: Nanoseconds, receiver: SignalReceiver, signal: number): Scheduled<KernelEvent> {
    return this.schedule(dueNs, { kind: 'signal', receiver, signal });
  }

  cancelSignal(coming: Scheduled<KernelEvent>): void {
    this.future.cancel(coming);
  }

  /** Moves a waiting thread to another queue, with a new time-out, without waking it (as FUTEX_REQUEUE does). */
  requeue(thread: Thread, queue: WaitQueue, timeoutNs: Nanoseconds): void {
    assert(thread.queue !== null, `thread ${thread.id} does not wait`);
    thread.queue.remove(thread);
    this.cancelTimer(thread);
    queue.enqueue(thread);
    thread.queue = queue;
    thread.timer = this.schedule(this.now + timeoutNs, { kind: 'timer', thread });
  }

  rename(thread: Thread, name: string): void {
    thread.name = name;
    this.record(eventKinds.threadRenamed, thread.id, 0, this.recorder.string(name));
  }

  // The machine's main loop

  /** Goes on until nothing can happen any more, until `untilNs`, or until a program halts the machine. */
  advance(untilNs: Nanoseconds): Pause {
    const halted = this.halted?.core ?? null;
    this.halted = null;
    // A core that was halted goes on up to the limit it had: a pause must not change who comes next.
    if (halted !== null && halted.localNs < this.limitNs) {
      if (this.runCore(halted, this.limitNs - halted.localNs) === 'halt') return 'halt';
    }
    for (;;) {
      const core = this.coreFurthestBehind();
      const dueNs = this.future.nextDueNs();
      if (core === null || dueNs <= core.localNs) {
        if (dueNs === Number.POSITIVE_INFINITY) return 'idle';
        if (dueNs > untilNs) return this.pauseAt(untilNs);
        this.handleNextEvent();
      } else {
        if (core.localNs >= untilNs) return this.pauseAt(untilNs);
        const limitNs = Math.min(dueNs, this.nextBusyCoreNs(core) + this.lookaheadNs, untilNs);
        if (this.runCore(core, Math.max(1, limitNs - core.localNs)) === 'halt') return 'halt';
      }
    }
  }

  protected pauseAt(untilNs: Nanoseconds): Pause {
    this.now = untilNs;
    return 'time';
  }

  protected handleNextEvent(): void {
    const entry = this.future.pop();
    assert(entry !== null, 'an event was due');
    this.now = entry.dueNs;
    const event = entry.event;
    switch (event.kind) {
      case 'ready':
        event.thread.timer = null;
        this.becomeReady(event.thread);
        break;
      case 'timer':
        this.timerFired(event.thread);
        break;
      case 'tick':
        this.tick();
        break;
      case 'signal':
        event.receiver.receive(event.signal);
        break;
    }
  }

  private timerFired(thread: Thread): void {
    thread.timer = null;
    thread.wakeReason = 'timeout';
    if (thread.queue !== null) {
      thread.queue.remove(thread);
      thread.queue = null;
    }
    this.becomeReady(thread);
  }

  protected makeReady(thread: Thread, latencyNs: Nanoseconds): void {
    thread.timer = this.schedule(this.now + latencyNs, { kind: 'ready', thread });
  }

  protected runCore(core: Core, budgetNs: number): 'halt' | 'ok' {
    const thread = core.current as Thread;
    this.now = core.localNs;
    this.running = thread;
    this.limitNs = this.now + budgetNs;
    const stop = thread.program.run(thread);
    this.running = null;
    const usedNs = this.now - core.localNs;
    core.localNs = this.now;
    thread.cpuNs += usedNs;
    thread.sliceNs += usedNs;
    switch (stop.kind) {
      case 'budget':
        return 'ok';
      case 'halt':
        this.halted = thread;
        return 'halt';
      case 'wait':
        stop.queue.enqueue(thread);
        thread.queue = stop.queue;
        if (stop.timeoutNs !== null) thread.timer = this.schedule(this.now + stop.timeoutNs, { kind: 'timer', thread });
        this.block(core, thread, stop.state, stop.resource);
        return 'ok';
      case 'sleep':
        thread.timer = this.schedule(this.now + stop.forNs, { kind: 'timer', thread });
        this.block(core, thread, stop.state, stop.resource);
        return 'ok';
      case 'yield':
        this.yielded(core);
        return 'ok';
      case 'exit':
        this.exit(core, thread);
        return 'ok';
    }
  }

  private block(core: Core, thread: Thread, state: ThreadStateCode, resource: number): void {
    thread.runState = state === threadStates.inputOutput ? 'D' : 'S';
    thread.sinceNs = this.now;
    thread.isOwedCore = (thread.hasQueuedForCore || thread.isOwedCore) && thread.sliceNs < this.quantumNs / 8;
    thread.awaitedResource = resource;
    thread.waitState = state;
    this.leaveCore(core, thread, coreLeaveReasons.blocked);
    this.recordState(thread, state, resource);
    this.dispatchNext(core);
  }

  private exit(core: Core, thread: Thread): void {
    thread.runState = 'X';
    this.leaveCore(core, thread, coreLeaveReasons.exited);
    this.recordState(thread, threadStates.finished, -1);
    this.record(eventKinds.threadExited, thread.id, 0, 0);
    this.dispatchNext(core);
  }

  /** Ends a thread wherever it is (its process is over). */
  kill(thread: Thread): void {
    if (thread.runState === 'X') return;
    this.cancelTimer(thread);
    if (thread.queue !== null) thread.queue.remove(thread);
    thread.queue = null;
    this.policy.remove(thread);
    thread.runState = 'X';
    const core = thread.core;
    if (core !== null) this.leaveCore(core, thread, coreLeaveReasons.exited);
    this.recordState(thread, threadStates.finished, -1);
    this.record(eventKinds.threadExited, thread.id, 0, 0);
    if (core !== null) this.dispatchNext(core);
  }

  private cancelTimer(thread: Thread): void {
    if (thread.timer === null) return;
    this.future.cancel(thread.timer);
    thread.timer = null;
  }

  private pid(): number {
    this.nextPid += 1;
    return this.nextPid - 1;
  }
}
