export const en = {
  'version.new': 'A new version of Lockstep is there.',
  'version.reload': 'Reload',
} as const;
