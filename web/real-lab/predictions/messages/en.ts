/** What is predicted, in words, and how we know. */
export const en = {
  'source.enumerated': 'every order of steps gone through',
  'source.derived': 'exact for an ideal machine',
  'source.measured-costs': 'from costs measured on CPython 3.13',

  'prediction.possible-results':
    'Every result from {{from}} to {{to}} is possible – even {{from}}: one worker loads 0, sleeps while the others count, and stores 1; then the same happens to another at its last turn.',
  'prediction.exact-result':
    'Exactly {{expected}}, in every order of steps. Which cure is fastest cannot be predicted without the machine.',
  'prediction.gil-speed-up': 'Speed-up {{with}}× with the GIL, {{without}}× without it on this machine’s cores.',
  'prediction.deadlock-certain':
    'A deadlock in every schedule: all hold their first lock before any asks for the second.',
  'prediction.deadlock-possible':
    'A deadlock is possible, and almost certain if it is tried often enough; no order of steps breaks another invariant.',
  'prediction.deadlock-impossible': 'No deadlock in any schedule: with one order for all locks there can be no circle.',
  'prediction.invariants-hold': 'The invariants hold in every order of steps, and nobody waits for ever.',
  'prediction.pipe-cost':
    'Bytes through a pipe between two Python processes: 11 µs for the shortest message, then 0.25 ms a megabyte.',
  'prediction.timer-blocked':
    'The first tick after the work is {{late}} ms late; the missed ones follow at once, each 10 ms less late.',
  'prediction.timer-free': 'No tick is later than one piece of work: 2 ms, and what the timer itself costs.',
  'prediction.no-caches': 'No difference: the simulated machine has no caches, and nothing is shared.',
  'prediction.weak-impossible':
    'No order of the four steps gives the weak outcome. Atomic access is made to behave like that; plain access is not.',
  'prediction.amdahl': 'At most {{limit}}× with any number of cores. With {{cores}} cores equal parts take turns.',
  'prediction.cores_one': 'on {{count}} core',
  'prediction.cores_other': 'on {{count}} cores',

  'simulate.start': 'Simulate this program',
  'simulate.stop': 'Stop the simulation',
  'simulate.running': 'Simulating … {{steps}} bytecodes',
  'simulate.output': 'What it prints in the simulation',
  'simulate.ended': 'Simulated: {{steps}} bytecodes, {{time}} of virtual time.',
  'simulate.cut': 'Cut off after {{steps}} bytecodes, {{time}} of virtual time.',
  'simulate.deadlock': 'Simulated: a deadlock after {{steps}} bytecodes, {{time}} of virtual time.',
  'simulate.unavailable': 'The simulator cannot run this program yet. What is predicted above does not need it.',
} as const;
