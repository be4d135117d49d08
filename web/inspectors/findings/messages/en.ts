export const en = {
  'findings.title': 'What stands out',
  'findings.none': 'Nothing stands out: no convoy, no serialisation, no starvation, no busy waiting.',
  'findings.show': 'Show it',
  'finding.convoy': 'Lock convoy at {{resource}}: {{percent}} % of its {{count}} acquisitions had to wait.',
  'finding.convoy.remedy':
    'Take the lock less often (do several things under one), hold it shorter, or give each thread data of its own.',
  'finding.serialised':
    '{{resource}} makes {{count}} threads run one after the other: it is held {{percent}} % of the time while others wait.',
  'finding.serialised.remedy':
    'Keep only what touches shared data under the lock; sleep, wait for input/output and compute outside of it.',
  'finding.starvation':
    '{{name}} starves: others got {{resource}} {{count}} times while it waited ({{percent}} % of the run).',
  'finding.starvation.remedy':
    'Locks are not fair: who releases and takes again at once wins. Let the others do something between, or hand work over through a queue.',
  'finding.gil-convoy':
    '{{name}} had to wait for the GIL {{count}} times after a blocking call, {{percent}} % of the stretch.',
  'finding.gil-convoy.remedy':
    'A computing thread holds the GIL for its whole switch interval. Compute in a process of its own, or make the switch interval shorter.',
  'finding.polling': '{{name}} polls: {{count}} short sleeps in a row, {{percent}} % of the stretch asleep.',
  'finding.polling.remedy':
    'Wait for an Event or a Condition instead: it wakes the thread at the right moment and costs nothing meanwhile.',
  'finding.spin': '{{name}} waits busily in line {{count}}: it only looks, again and again, {{percent}} % of the run.',
  'finding.spin.remedy':
    'Wait for an Event, a Condition or a queue: a spinning thread takes the GIL from the one it waits for.',
} as const;
