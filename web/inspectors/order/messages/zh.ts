import type { en } from './en.ts';

export const zh: Readonly<Record<keyof typeof en, string>> = {
  'order.title': '哪些可能以别的顺序发生？（{{name}}，{{time}}）',
  'order.help': '启动、结束、唤醒和锁为线程定下先后，GIL 不算。并发的部分在另一次运行中可能更早或更晚发生。',
  'order.thread': '线程',
  'order.before': '之前：直到',
  'order.concurrent': '并发',
  'order.after': '之后：从',
  'order.span': '{{from}} 到 {{to}}',
  'order.never': '–',
};
