import type { en } from './en.ts';

export const zh: Readonly<Record<keyof typeof en, string>> = {
  'notes.title': '笔记',
  'notes.help': '笔记说明某一时刻，在标尺上显示为小旗，并随链接一起分享。',
  'notes.add': '在此处添加笔记',
  'notes.text': '笔记 {{number}} 的内容',
  'notes.hint': '这里发生了什么？',
  'notes.goTo': '跳到笔记 {{number}}（{{time}}）',
  'notes.remove': '删除笔记 {{number}}',
  'notes.line': '笔记：{{text}}',
};
