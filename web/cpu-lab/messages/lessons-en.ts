/** The lessons: what they are for, where to look, a question and its answer. */
export const lessonsEn = {
  'lesson.own': 'Own program',
  'levels.python': 'Python',
  'levels.bytecode': 'Bytecode of CPython 3.13',
  'levels.machine': 'Instructions of the CPU',
  'levels.workbench': 'See it as Python in the workbench',

  'lesson.first.title': 'One instruction',
  'lesson.first.goal':
    'A loop of five instructions that never ends. See how each goes through fetch, decode, execute, memory access and write back.',
  'lesson.first.look':
    'The decoder lights up before the ALU. The address bus lights up when a cell is selected, the data bus when it is read. “Repeat this instruction” shows the same one again and again.',
  'lesson.first.question': 'Which of the five instructions use main memory twice?',
  'lesson.first.answer': 'sw and lw: every instruction is fetched from memory, and these two also access data.',
  'lesson.sum.title': 'Sum of an array, beat by beat',
  'lesson.sum.goal':
    'The multi-cycle machine cuts instructions into beats T1, T2 …: each does a little, so the clock can be fast.',
  'lesson.sum.look':
    'Count the beats: a branch takes three, addi four, lw five. Every beat is written as register transfers below.',
  'lesson.sum.question': 'Why does lw need one beat more than sw?',
  'lesson.sum.answer':
    'A store is done when memory has taken the value. A load must still carry it from MDR into the register file.',
  'lesson.stack.title': 'Stack and call',
  'lesson.stack.goal':
    'factorial calls itself. Each call keeps its return address and its argument in a frame on the stack.',
  'lesson.stack.look':
    'Watch sp, ra and the second memory window: frames of 8 bytes grow downward, then are taken away again.',
  'lesson.stack.question': 'What would happen if ra were not saved?',
  'lesson.stack.answer': 'The inner call overwrites ra. The outer one would then return into itself, for ever.',
  'lesson.hazards.title': 'Hazards: a = b + e; c = b + f',
  'lesson.hazards.goal':
    'Patterson & Hennessy’s example: each add needs a value that the load before it is just fetching.',
  'lesson.hazards.look':
    'Hatched cells wait; hover for the cause. Red arrows are forwarded values. Switch forwarding off in the settings and compare the figures.',
  'lesson.hazards.question': 'How many cycles do the two load-use pairs cost?',
  'lesson.hazards.answer':
    'One each with forwarding. Without it, every dependent instruction waits until its operand is written back.',
  'lesson.reordered.title': 'The same, reordered',
  'lesson.reordered.goal': 'The third load was moved up, between the second one and the add that needs it.',
  'lesson.reordered.look': 'No instruction waits any more: the result is the same, two cycles earlier.',
  'lesson.reordered.question': 'Who reorders instructions like that in reality?',
  'lesson.reordered.answer': 'The compiler, and out-of-order processors while they run.',
  'lesson.prediction.title': 'Predicting loops',
  'lesson.prediction.goal':
    'Ten times ten iterations. A branch that is resolved in MEM costs three cycles when it was predicted wrongly.',
  'lesson.prediction.look':
    'Compare 1 bit (22 misses) with 2 bits (13): one exit from the inner loop must not spoil the next entry.',
  'lesson.prediction.question': 'Why does one bit miss twice per inner loop?',
  'lesson.prediction.answer':
    'Once at the exit, and once at the next start, because the exit has just taught it “not taken”.',
  'lesson.rows.title': 'A cache-friendly walk',
  'lesson.rows.goal': 'An 8 × 8 matrix is summed along its rows, in the order in which it lies in memory.',
  'lesson.rows.look': 'A miss fetches four words, the next three are hits. Watch the set that is filled.',
  'lesson.rows.question': 'What hit rate do you expect?',
  'lesson.rows.answer': 'Three of four: 75 %. The block size decides, not the size of the cache.',
  'lesson.columns.title': 'An unfriendly walk',
  'lesson.columns.goal': 'The same sum down the columns: every access lies 32 bytes after the one before.',
  'lesson.columns.look':
    'Blocks are evicted before their other words are used. Compare cycles and CPI with the walk along the rows.',
  'lesson.columns.question': 'What would make this walk as good as the other?',
  'lesson.columns.answer': 'A cache that keeps a whole column’s blocks at once: eight sets of two blocks are enough.',
  'lesson.lost.title': 'Two harts lose an update',
  'lesson.lost.goal': 'Two harts add 1 to the same word, ten times each, with lw, addi, sw.',
  'lesson.lost.look': 'Both read the same value before one of them has written. At the end g is not 20.',
  'lesson.lost.question': 'What is the smallest value that g can have?',
  'lesson.lost.answer': 'Two. Choose “by hand” in the settings and try to get there.',
  'lesson.amoadd.title': 'amoadd: one indivisible step',
  'lesson.amoadd.goal': 'amoadd.w reads, adds and writes while the cache holds the line as its own (M).',
  'lesson.amoadd.look': 'g is 20 in the end, and the line goes to and fro between the two caches.',
  'lesson.amoadd.question': 'Why can the other hart not come in between?',
  'lesson.amoadd.answer': 'To change the line it needs it in M, and the bus gives that to one cache at a time.',
  'lesson.testAndSet.title': 'A spin lock: test and set',
  'lesson.testAndSet.goal': 'Four harts take turns. While one holds the lock, the others try amoswap again and again.',
  'lesson.testAndSet.look':
    'Every try is a BusRdX, though nothing changes: the line ping-pongs and slows the owner down. Note the number of transactions.',
  'lesson.testAndSet.question': 'Who pays for the spinning, beside the spinners?',
  'lesson.testAndSet.answer': 'The owner: it, too, needs the bus to work and to release the lock.',
  'lesson.testFirst.title': 'A better lock: test, then test and set',
  'lesson.testFirst.goal': 'The waiting harts first only read the lock, and try amoswap when it looks free.',
  'lesson.testFirst.look':
    'They spin in S, in their own caches, without the bus. On release all read again at once. Compare the number of transactions.',
  'lesson.testFirst.question': 'Is the bus silent while the lock is held?',
  'lesson.testFirst.answer': 'Nearly: after each waiter has its shared copy, only the owner uses it.',
  'lesson.reserved.title': 'LR and SC',
  'lesson.reserved.goal': 'lr.w reads and reserves the block; sc.w writes only if nobody else has written there since.',
  'lesson.reserved.look': 'A failed sc.w leaves 1 in its register and the loop tries again. g is 20 in the end.',
  'lesson.reserved.question': 'Can both harts fail at the same time, for ever?',
  'lesson.reserved.answer':
    'A reservation ends only because another store succeeded: somebody always makes progress here.',
  'lesson.falseSharing.title': 'False sharing',
  'lesson.falseSharing.goal': 'Each hart counts in a word of its own – but both words lie in one block.',
  'lesson.falseSharing.look': 'Nothing is shared, yet the block ping-pongs: coherence works on whole blocks.',
  'lesson.falseSharing.question': 'Does the program compute a wrong result?',
  'lesson.falseSharing.answer': 'No. It is only slow, and no test will find that.',
  'lesson.padded.title': 'The cure: padding',
  'lesson.padded.goal': 'The same program with the counters 64 bytes apart.',
  'lesson.padded.look': 'After the first miss of each hart the bus is silent.',
  'lesson.padded.question': 'What is paid for the speed?',
  'lesson.padded.answer': 'Memory: 60 unused bytes for each counter.',
  'lesson.threeLevels.title': 'The same bug at three levels',
  'lesson.threeLevels.goal':
    'One Python statement is four bytecodes, and in the machine a load, an addition and a store. Between reading and writing there is a gap on every level.',
  'lesson.threeLevels.look': 'Step the two harts: what one writes in the gap, the other overwrites.',
  'lesson.threeLevels.question': 'Does the GIL close the gap?',
  'lesson.threeLevels.answer':
    'No: it can change hands between two bytecodes wherever the interpreter polls for it. It only keeps two bytecodes from running at once.',
} as const;
