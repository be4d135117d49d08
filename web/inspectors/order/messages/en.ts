export const en = {
  'order.title': 'What could have come in another order? ({{name}} at {{time}})',
  'order.help':
    'Starts, ends, wake-ups and locks put threads in order; the GIL does not count. What is concurrent could happen earlier or later in another run.',
  'order.thread': 'Thread',
  'order.before': 'Before: until',
  'order.concurrent': 'Concurrent',
  'order.after': 'After: from',
  'order.span': '{{from}} to {{to}}',
  'order.never': '–',
} as const;
