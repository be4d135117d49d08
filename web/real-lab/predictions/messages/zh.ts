import type { en } from './en.ts';

export const zh: Readonly<Record<keyof typeof en, string>> = {
  'source.enumerated': '遍历了步骤的所有顺序',
  'source.derived': '对理想机器是精确的',
  'source.measured-costs': '依据在 CPython 3.13 上测得的代价',

  'prediction.possible-results':
    '从 {{from}} 到 {{to}} 的每个结果都可能，连 {{from}} 也可能：一个 worker 取到 0 就睡着，等别人数完才存入 1；接着另一个在最后一次也遇到同样的事。',
  'prediction.exact-result': '无论步骤怎样排列，恰好是 {{expected}}。哪种解法最快，离开机器无法预测。',
  'prediction.gil-speed-up': '在这台机器的核上，有 GIL 时加速比 {{with}}，没有时 {{without}}。',
  'prediction.deadlock-certain': '任何调度下都会死锁：谁也没要第二把锁之前，大家都已拿着第一把。',
  'prediction.deadlock-possible': '可能死锁，试得够多就几乎必然；其他不变式在任何顺序下都不会被破坏。',
  'prediction.deadlock-impossible': '任何调度下都不会死锁：所有锁按同一顺序取，就不可能成环。',
  'prediction.invariants-hold': '不变式在任何顺序下都成立，也没有谁会永远等待。',
  'prediction.pipe-cost': '两个 Python 进程之间用管道传字节：最短的消息 11 微秒，之后每兆字节 0.25 毫秒。',
  'prediction.timer-blocked': '工作之后的第一次滴答迟到 {{late}} 毫秒；错过的紧跟着补上，每次少迟 10 毫秒。',
  'prediction.timer-free': '任何滴答都不会晚过一小段工作：2 毫秒，再加上定时器自身的开销。',
  'prediction.no-caches': '没有差别：模拟的机器没有缓存，也没有任何东西被共享。',
  'prediction.weak-impossible': '四个步骤的任何顺序都得不到弱结果。原子访问被规定成这样，普通访问则没有。',
  'prediction.amdahl': '核再多也不超过 {{limit}} 倍。只有 {{cores}} 个核时，等份的工作要轮流做。',
  'prediction.cores_one': '{{count}} 个核',
  'prediction.cores_other': '{{count}} 个核',

  'simulate.start': '模拟这个程序',
  'simulate.stop': '停止模拟',
  'simulate.running': '正在模拟… {{steps}} 条字节码',
  'simulate.output': '它在模拟中的输出',
  'simulate.ended': '模拟完成：{{steps}} 条字节码，虚拟时间 {{time}}。',
  'simulate.cut': '在 {{steps}} 条字节码、虚拟时间 {{time}} 处截断。',
  'simulate.deadlock': '模拟：{{steps}} 条字节码、虚拟时间 {{time}} 后死锁。',
  'simulate.unavailable': '模拟器还不能运行这个程序。上面的预测不依赖它。',
};
