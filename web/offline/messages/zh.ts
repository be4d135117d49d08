import type { en } from './en.ts';

export const zh: Readonly<Record<keyof typeof en, string>> = {
  'version.new': 'Lockstep 有新版本了。',
  'version.reload': '重新加载',
};
