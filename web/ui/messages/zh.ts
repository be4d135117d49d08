import type { en } from './en.ts';

export const zh: Readonly<Record<keyof typeof en, string>> = {
  'app.name': 'Lockstep',
  'app.tagline': '看见并发',
  'app.workbench': '工作台',
  'app.cpuLab': 'CPU 实验室',
  'app.realLab': '真机实验室',
  'app.rooms': '页面',
  'app.loading': '正在加载…',
  'app.language': '语言：English / 中文',
  'app.theme': '主题',
  'app.theme.system': '跟随系统',
  'app.theme.light': '浅色',
  'app.theme.dark': '深色',
  'app.theme.projector': '投影',
  'app.skip': '跳到时间线',

  'action.close': '关闭',
  'action.cancel': '取消',
  'action.copy': '复制',
  'action.copied': '已复制',
  'action.retry': '重试',
  'action.reload': '重新加载页面',

  'state.running': '运行',
  'state.outsideGil': '运行（未持有 GIL）',
  'state.ready': '就绪',
  'state.gilWait': '等待 GIL',
  'state.blocked': '阻塞',
  'state.sleeping': '睡眠',
  'state.io': '输入/输出',
  'state.finished': '已结束',
  'state.stopped': '已暂停',

  'error.title': '我们这边出错了',
  'error.body': '这是 Lockstep 自身的错误，不是你的程序的问题。你的代码仍然在，没有丢失任何内容。',
  'error.details': '详细信息',
};
