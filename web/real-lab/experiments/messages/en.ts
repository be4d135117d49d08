/** The ten experiments in words: what they are for, what to look at, and why reality does not do what is predicted. */
export const en = {
  'lost-update.title': 'Lost update',
  'lost-update.short': 'counter += 1 without protection',
  'lost-update.goal':
    'See that “counter += 1” is three steps – load, add, store – and that another thread can come in between. What it stores meanwhile is overwritten.',
  'lost-update.look':
    'Every bar of the histogram counts the rounds that ended with this value; the band below spans all results that are possible. No round ends above the full count. On the timeline, updates are lost only while two workers run at the same time.',
  'lost-update.differ':
    'All results in the band can happen, but not equally often. Two cores pass the counter’s cache line to and fro, and between two hand-overs each counts undisturbed; how long that lasts depends on the processor, on other processes and on the microsecond in which both set off. Results near 2 need a worker that sleeps through almost the whole round – possible, and never seen. Python 3.13 with its GIL loses nothing in this loop; free-threaded 3.13t does.',

  'cures.title': 'Four cures',
  'cures.short': 'Atomic add, CAS, spin lock, mutex',
  'cures.goal':
    'Make the same increments exact in four ways – an atomic addition, a compare-exchange loop, a spin lock, a mutex on a futex – and see what each costs.',
  'cures.look':
    'All four reach the full count in every round; the first bar is the race itself, fast and wrong. Add workers: the cures do not get faster, because all want the same cache line. With more workers than cores, watch the spin lock.',
  'cures.differ':
    'Arithmetic predicts the count, not the price. The price is the way of a cache line from core to core: some 20 to 100 ns, more between sockets or on a virtual machine. A mutex puts losers to sleep and so lets the winner run undisturbed for a while – which is why it can beat a compare-exchange loop. Python has only the lock; its “with lock” alone costs more than 100 ns.',

  'interpreter-lock.title': 'A real GIL',
  'interpreter-lock.short': 'Computing under one lock',
  'interpreter-lock.goal':
    'Build CPython’s global interpreter lock from shared memory – 5 ms interval, drop request, forced switch – and see why threads that compute do not get faster with it.',
  'interpreter-lock.look':
    'With the GIL one worker is green and the others wait, in turns of 5 ms; the speed-up stays at 1. Without it all compute at once, and the speed-up comes near the number of cores.',
  'interpreter-lock.differ':
    'The model knows whole cores; real ones are shared with other programs, slow down when all are busy (turbo), and may be two threads of one core. The hand-over takes time, too: the timer fires a little late, the woken worker has to get a core and to fill its caches. That is why the slices are a bit longer than 5 ms and the speed-up is a bit under 1.',

  'deadlock.title': 'Deadlock',
  'deadlock.short': 'A then B, and B then A',
  'deadlock.goal':
    'Take two locks in opposite order and get stuck – for real. A watchdog reads from the shared memory who waits for what, draws the circle and ends the workers.',
  'deadlock.look':
    'The graph: every worker holds the lock that the next one wants. On the timeline, all are asleep from one moment on. “By chance” shows how long it can go well; “same order” cannot get stuck.',
  'deadlock.differ':
    'That the deadlock is possible is certain from the program text; when it comes is luck. Two threads on two cores get stuck within microseconds, CPython with its GIL only after some 20 000 passes, because it seldom switches between the two locks. An explorer of all schedules finds it at once and needs no luck.',

  'coordination.title': 'Working together',
  'coordination.short': 'Buffer, barrier, readers–writer, philosophers',
  'coordination.goal':
    'Coordinate workers with semaphores, a barrier, a readers–writer lock and forks, and check after every operation that what must always hold does hold.',
  'coordination.look':
    'The invariants are checked at every step, a hundred thousand times a run. In the buffer, look at how full it usually is; with the philosophers, take the left fork first and wait for the circle.',
  'coordination.differ':
    'Invariants hold in every order of steps, so prediction and reality agree – that is what proofs are for. How often a worker has to sleep, how full the buffer runs and who gets ahead depends on the number of cores, on wake-up times of tens of microseconds, and on who else wants the machine.',

  'messages.title': 'Messages or shared memory',
  'messages.short': '1 kB to 16 MB: copied, transferred, shared',
  'messages.goal':
    'Bring bytes from one thread to another in three ways: cloned (as pickle and a pipe do), transferred (the buffer changes hands), and written into memory that both see.',
  'messages.look':
    'Both axes are logarithmic. For small messages all three take about as long – that is the waking up. For large ones the clone grows with every byte that is copied, while shared memory pays only for the writing itself. The dashed line is Python’s pipe.',
  'messages.differ':
    'Python’s line is measured on another machine and between processes; here threads of one process talk, and the browser copies with its own serialiser, allocates fresh memory for every clone and has to clean it up. Garbage collection makes single rounds much slower; medians are shown. A transfer is only cheap between workers that know each other directly: through a MessageChannel, Chromium copies even then.',

  'event-loop.title': 'The blocked event loop',
  'event-loop.short': 'A long task, microtasks, macrotasks',
  'event-loop.goal':
    'Give a worker with a 10 ms timer one long piece of work, and see when its timer still gets a turn: not during a task, not between microtasks, but between tasks.',
  'event-loop.look':
    'The curve is how late each tick was. During the long task nothing fires; afterwards the missed ticks follow at once. Cut up by “await”, nothing gets better; cut up into tasks, the timer fires on time. The second worker is the control: it has its own loop.',
  'event-loop.differ':
    'The rule is exact – a loop runs one thing at a time – but timers have their own grain: browsers round to whole milliseconds, and a timer set from within a timer waits at least 4 ms. That is why the missed ticks do not follow quite at once and the measured curve falls more slowly. asyncio behaves the same: an “await” on something that is already done does not go back to the loop.',

  'false-sharing.title': 'False sharing',
  'false-sharing.short': 'Neighbours in one cache line',
  'false-sharing.goal':
    'Let every worker count in a word of its own – nothing is shared, nothing can be lost – and see that it still gets slower when the words are neighbours.',
  'false-sharing.look':
    'Compare “adjacent” with “padded”: the same instructions, the same count, only the distance differs. With one worker both are equal.',
  'false-sharing.differ':
    'The simulated machine for Python has no caches: it predicts no difference. Real cores own memory in lines of 64 bytes, and a line can be written by one core at a time. How much slower it gets depends on how far apart the cores are; when the system puts both workers on one core, the effect disappears.',

  'litmus.title': 'Litmus tests',
  'litmus.short': 'Can both read the old value?',
  'litmus.goal':
    'Two workers, two words, four accesses, a hundred thousand times: look for outcomes that no order of the four steps can explain – and see that atomic access forbids them.',
  'litmus.look':
    'The column marked “weak”: with plain access it may appear, with atomic access never. Store buffering shows it on nearly every processor; message passing shows it on ARM, but not on x86.',
  'litmus.differ':
    'The prediction lists every order of the steps, one after the other. Real cores keep stores in a buffer and read past them; ARM reorders more. How often it is seen is timing: both must be in the same few nanoseconds. Not seen does not mean impossible – the language still allows it.',

  'amdahl.title': 'Amdahl’s law',
  'amdahl.short': 'Speed-up over workers',
  'amdahl.goal':
    'Divide a job among more and more workers and see how the part that cannot be divided limits all of them.',
  'amdahl.look':
    'The measured curve follows Amdahl’s up to the number of cores. After that it saws: five equal parts on two cores take three turns. Set the serial part to 0 % and to 50 %.',
  'amdahl.differ':
    'The law knows no starting, no meeting and no memory. Real workers lose time at the gate, processors clock lower when more cores work, and other programs take their share. With more workers than cores the system may also move threads about, so a part does not always stay on its core.',

  'variant.certain': 'certain: both take their first lock, then go on',
  'variant.chance': 'by chance: as it comes',
  'variant.same-order': 'cure: same order for all',
  'variant.buffer': 'bounded buffer, semaphores',
  'variant.barrier': 'barrier',
  'variant.readers-writer': 'readers–writer lock',
  'variant.philosophers-ordered': 'philosophers, lower fork first',
  'variant.philosophers-naive': 'philosophers, left fork first',
  'variant.one-task': 'one long task',
  'variant.microtasks': 'cut up by await (microtasks)',
  'variant.macrotasks': 'cut up into tasks',
  'variant.store-buffering': 'store buffering',
  'variant.message-passing': 'message passing',

  'amount.increments': 'Increments each',
  'amount.million-steps': 'Million steps each',
  'amount.tries': 'Tries each',
  'amount.operations': 'Operations in all',
  'amount.work-milliseconds': 'Long work (ms)',
  'amount.trials': 'Trials',
  'amount.serial-percent': 'Serial part (%)',
} as const;
