import type { en } from './en.ts';

export const zh: Readonly<Record<keyof typeof en, string>> = {
  'lost-update.title': '丢失更新',
  'lost-update.short': '不加保护的 counter += 1',
  'lost-update.goal': '看清“counter += 1”其实是三步：取、加、存。另一个线程可能插在中间，它在此期间存入的值会被覆盖。',
  'lost-update.look':
    '直方图的每一根柱子表示有多少轮以这个值结束；下方的色带是所有可能的结果。没有哪一轮会超过总次数。在时间线上可以看到：只有两个 worker 同时运行时才会丢失更新。',
  'lost-update.differ':
    '色带里的结果都可能出现，但机会并不均等。两个核来回传递计数器所在的缓存行，在两次交接之间，各自不受干扰地计数；这段时间有多长，取决于处理器、其他进程，以及双方起跑的那一微秒。接近 2 的结果需要某个 worker 几乎整轮都在睡，可能，但从未见过。带 GIL 的 Python 3.13 在这个循环里不丢更新，自由线程版 3.13t 会丢。',

  'cures.title': '四种解法',
  'cures.short': '原子加、CAS、自旋锁、互斥锁',
  'cures.goal':
    '用四种办法让同样的自增得到准确结果：原子加法、比较并交换循环、自旋锁、基于 futex 的互斥锁；再看看各自的代价。',
  'cures.look':
    '四种办法每一轮都得到完整的计数；第一根柱子是竞态本身，快，但是错。增加 worker：解法并不会变快，因为大家要的是同一条缓存行。当 worker 多于核时，注意自旋锁。',
  'cures.differ':
    '算术能预测结果，不能预测代价。代价是缓存行从一个核走到另一个核的路程：大约 20 到 100 纳秒，跨处理器插槽或在虚拟机里更久。互斥锁让输家去睡觉，赢家因此能不受干扰地跑一阵，所以它可能胜过比较并交换循环。Python 只有锁，单是“with lock”就要 100 多纳秒。',

  'interpreter-lock.title': '真实的 GIL',
  'interpreter-lock.short': '在一把锁下计算',
  'interpreter-lock.goal':
    '用共享内存搭出 CPython 的全局解释器锁：5 毫秒间隔、释放请求、强制切换；看看为什么有了它，做计算的线程不会更快。',
  'interpreter-lock.look':
    '有 GIL 时，一个 worker 是绿色，其余都在等，每 5 毫秒轮换一次；加速比停在 1。没有 GIL 时大家同时计算，加速比接近核数。',
  'interpreter-lock.differ':
    '模型里的核是完整的；真实的核要与其他程序共用，全部忙碌时会降频（睿频），还可能是同一个核的两个超线程。交接也要时间：定时器会稍晚触发，被唤醒的 worker 要先拿到核、再填满缓存。所以时间片比 5 毫秒略长，加速比略低于 1。',

  'deadlock.title': '死锁',
  'deadlock.short': '先 A 后 B，与先 B 后 A',
  'deadlock.goal': '以相反的顺序取两把锁，然后真的卡住。看门狗从共享内存里读出谁在等什么，画出环，再终止这些 worker。',
  'deadlock.look':
    '看等待图：每个 worker 都持有下一个想要的锁。在时间线上，从某一刻起大家都睡着了。“碰运气”显示能平安多久；“相同顺序”不可能卡住。',
  'deadlock.differ':
    '从程序文本就能断定死锁可能发生；什么时候发生全凭运气。两个核上的两个线程在几微秒内就卡住，而带 GIL 的 CPython 大约要两万次，因为它很少恰好在两把锁之间切换。遍历所有调度的探索器马上就能找到它，不靠运气。',

  'coordination.title': '协作',
  'coordination.short': '缓冲区、屏障、读者—写者、哲学家',
  'coordination.goal': '用信号量、屏障、读写锁和叉子来协调 worker，并在每次操作后检查那些必须始终成立的条件是否成立。',
  'coordination.look':
    '不变式在每一步都检查，一次运行检查十万次。看缓冲区通常有多满；对哲学家选“先拿左边的叉子”，等着环出现。',
  'coordination.differ':
    '不变式在任何顺序下都成立，所以预测与现实一致，这正是证明的意义。至于 worker 多久睡一次、缓冲区有多满、谁跑在前面，则取决于核数、几十微秒的唤醒时间，以及还有谁在用这台机器。',

  'messages.title': '传消息还是共享内存',
  'messages.short': '1 kB 到 16 MB：复制、转移、共享',
  'messages.goal':
    '用三种方式把字节从一个线程送到另一个线程：克隆（相当于 pickle 加管道）、转移（缓冲区易主）、写进双方都看得见的内存。',
  'messages.look':
    '两个坐标轴都是对数刻度。消息小的时候三者差不多，花的是唤醒的时间。消息大的时候，克隆随每个被复制的字节增长，共享内存只付写入本身的代价。虚线是 Python 的管道。',
  'messages.differ':
    'Python 的线是在另一台机器上、在进程之间测得的；这里是同一进程里的线程在交谈，浏览器用自己的序列化器复制，每次克隆都要分配新内存，事后还要清理。垃圾回收会让个别轮次慢很多，所以显示中位数。只有直接相识的 worker 之间转移才便宜：经过 MessageChannel 时，Chromium 即使转移也会复制。',

  'event-loop.title': '被阻塞的事件循环',
  'event-loop.short': '长任务、微任务、宏任务',
  'event-loop.goal':
    '给一个带 10 毫秒定时器的 worker 一件耗时的工作，看定时器什么时候还能轮到：任务进行中不行，微任务之间不行，任务之间可以。',
  'event-loop.look':
    '曲线是每次滴答迟到了多久。长任务期间什么都不触发，之后错过的滴答接连补上。用 await 切开没有改善；切成多个任务后，定时器就准时了。第二个 worker 是对照组：它有自己的事件循环。',
  'event-loop.differ':
    '规则是精确的：一个循环同一时刻只做一件事。但定时器有自己的颗粒度：浏览器取整到毫秒，在定时器里再设的定时器至少等 4 毫秒。所以错过的滴答不会一下子全补上，测得的曲线下降得更慢。asyncio 也一样：await 一个已经完成的东西，并不会回到事件循环。',

  'false-sharing.title': '伪共享',
  'false-sharing.short': '同一缓存行里的邻居',
  'false-sharing.goal': '让每个 worker 在自己的字里计数，什么都没共享，什么也不会丢；但当这些字相邻时，仍然会变慢。',
  'false-sharing.look': '比较“相邻”与“隔开”：指令相同，次数相同，只有距离不同。只有一个 worker 时两者一样。',
  'false-sharing.differ':
    '模拟 Python 的机器没有缓存，它预测没有差别。真实的核以 64 字节的行为单位占有内存，一行同一时刻只能由一个核写。会慢多少取决于核之间有多远；如果系统把两个 worker 放在同一个核上，这种效应就消失了。',

  'litmus.title': '石蕊测试',
  'litmus.short': '双方都能读到旧值吗？',
  'litmus.goal':
    '两个 worker，两个字，四次访问，重复十万次：寻找任何步骤顺序都解释不了的结果，并看到原子访问禁止了它们。',
  'litmus.look':
    '看表中标为“弱”的那一列：普通访问时可能出现，原子访问时绝不出现。存储缓冲在几乎所有处理器上都能看到；消息传递在 ARM 上能看到，在 x86 上看不到。',
  'litmus.differ':
    '预测列出了步骤一个接一个的所有顺序。真实的核把写入放进缓冲区，先读后面的；ARM 的重排更多。能看到多少次是时机问题：双方必须落在同样的几纳秒里。没看到不等于不可能，语言仍然允许它。',

  'amdahl.title': '阿姆达尔定律',
  'amdahl.short': '加速比随 worker 数变化',
  'amdahl.goal': '把一件工作分给越来越多的 worker，看不可分割的部分怎样限制所有人。',
  'amdahl.look':
    '在核数以内，测得的曲线跟着阿姆达尔的曲线走。之后呈锯齿状：五等份放在两个核上要走三趟。把串行部分设为 0 % 和 50 % 试试。',
  'amdahl.differ':
    '定律里没有启动，没有会合，也没有内存。真实的 worker 在会合处损失时间，更多核工作时处理器会降频，其他程序也要分一份。worker 多于核时，系统还可能把线程搬来搬去，一份工作不一定总待在同一个核上。',

  'variant.certain': '必然：都先拿到第一把锁，再继续',
  'variant.chance': '碰运气：听其自然',
  'variant.same-order': '解法：所有人顺序相同',
  'variant.buffer': '有界缓冲区，信号量',
  'variant.barrier': '屏障',
  'variant.readers-writer': '读写锁',
  'variant.philosophers-ordered': '哲学家，先拿编号小的叉子',
  'variant.philosophers-naive': '哲学家，先拿左边的叉子',
  'variant.one-task': '一个长任务',
  'variant.microtasks': '用 await 切开（微任务）',
  'variant.macrotasks': '切成多个任务',
  'variant.store-buffering': '存储缓冲',
  'variant.message-passing': '消息传递',

  'amount.increments': '每个自增次数',
  'amount.million-steps': '每个百万步',
  'amount.tries': '每个尝试次数',
  'amount.operations': '操作总数',
  'amount.work-milliseconds': '长任务（毫秒）',
  'amount.trials': '试验次数',
  'amount.serial-percent': '串行部分（%）',
};
