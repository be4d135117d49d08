import type { en } from './en.ts';

export const zh: Readonly<Record<keyof typeof en, string>> = {
  'findings.title': '值得注意的现象',
  'findings.none': '没有异常：没有锁护航、没有串行化、没有饥饿、没有忙等待。',
  'findings.show': '查看',
  'finding.convoy': '{{resource}} 出现锁护航：{{count}} 次加锁中有 {{percent}} % 需要等待。',
  'finding.convoy.remedy': '少加几次锁（一次加锁做几件事），缩短持锁时间，或让每个线程使用自己的数据。',
  'finding.serialised':
    '{{resource}} 使 {{count}} 个线程只能一个接一个运行：有人等待时它仍被持有 {{percent}} % 的时间。',
  'finding.serialised.remedy': '锁内只留访问共享数据的代码；睡眠、输入/输出和计算放到锁外。',
  'finding.starvation': '{{name}} 饥饿：在它等待期间（占全程 {{percent}} %），别的线程得到 {{resource}} {{count}} 次。',
  'finding.starvation.remedy': '锁并不公平：释放后立刻再加锁的线程会赢。让其间做点别的事，或通过队列交接工作。',
  'finding.gil-convoy': '{{name}} 在阻塞调用之后有 {{count}} 次不得不等 GIL，占这段时间的 {{percent}} %。',
  'finding.gil-convoy.remedy': '计算线程会占满整个切换间隔。把计算放到单独的进程里，或缩短切换间隔。',
  'finding.polling': '{{name}} 在轮询：连续 {{count}} 次短睡眠，{{percent}} % 的时间在睡。',
  'finding.polling.remedy': '改用 Event 或 Condition 等待：它会在恰当的时刻唤醒线程，等待期间没有开销。',
  'finding.spin': '{{name}} 在第 {{count}} 行忙等待：只是反复查看，占全程 {{percent}} %。',
  'finding.spin.remedy': '改用 Event、Condition 或队列等待：空转的线程会抢走它所等线程的 GIL。',
};
