import type { en } from './en.ts';

export const zh: Readonly<Record<keyof typeof en, string>> = {
  'editor.name': '程序',
  'editor.loading': '正在加载编辑器……',
  'editor.code': 'Python 程序 {{file}}。先按 Esc 再按 Tab 可离开编辑器。',
  'editor.files': '文件',
  'editor.addFile': '添加模块',
  'editor.removeFile': '删除 {{file}}',
  'editor.newFileName': '模块名',
  'editor.add': '添加',
  'editor.here': '{{names}} 在第 {{line}} 行',
  'editor.switch': '在这一行的某条字节码之后，Python {{version}} 可能切换到别的线程。',
  'editor.clean': '没有发现问题',
  'editor.problems_one': '{{count}} 个问题',
  'editor.problems_other': '{{count}} 个问题',
  'editor.problem': '第 {{line}} 行：{{message}}',
  'editor.stdin': '输入',
  'editor.stdin.help': 'input() 和 sys.stdin 读到的内容，每行一条；留空表示没有输入。',
};
