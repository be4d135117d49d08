export const en = {
  'share.title': 'Share this picture',
  'share.help':
    'The link holds the program, the settings, the playhead, the zoom and the selection. There is no server: everything is in the link itself.',
  'share.link': 'Link',
  'share.length': '{{count}} characters',
  'share.long':
    '{{count}} characters: some chat programs cut links off after 4 000. Save a file instead, or shorten the program.',
  'share.qr': 'QR code of the link',
  'share.qrTooLong': 'The link is too long for a QR code.',
  'share.embed': 'To embed in a page',

  'problems.title': 'The link could not be read completely',
  'problems.empty': 'It holds no scenario.',
  'problems.not-a-link': 'It is not a Lockstep link: what follows # should begin with “s=1.”.',
  'problems.newer-version': 'It was made by a newer Lockstep (format {{version}}). Reload the page to get that one.',
  'problems.bad-character':
    'There is a character that does not belong there: “{{character}}” at position {{position}}. Copy the link again.',
  'problems.truncated':
    'Its end is missing: it was cut off on its way. What could be read is shown; copy the whole link to get the rest.',
  'problems.damaged': 'It was changed on its way: what is shown may differ from what was sent. Copy the link again.',
  'problems.too-large': 'It unpacks to more text than a scenario may have.',
  'problems.part': 'This part could not be read and was left out: {{part}}.',
  'problems.engine':
    'The link was made by Lockstep {{theirs}}, this is {{ours}}: the program was run again, and may run differently.',
  'problems.file': 'This file holds no scenario: {{file}}',
  'problems.gallery': 'The example “{{id}}” could not be loaded.',

  'gallery.title': 'Gallery of examples',
  'gallery.help': 'In the order of a course. Each states its goal, and opens already run.',
  'gallery.loading': 'Loading the examples …',
  'gallery.topic.threads': 'Threads',
  'gallery.topic.gil': 'The GIL',
  'gallery.topic.locks': 'Locks',
  'gallery.topic.deadlock': 'Deadlock',
  'gallery.topic.coordination': 'Semaphores, events, conditions',
  'gallery.topic.queues': 'Queues',

  'export.title': 'Export',
  'export.png': 'Picture of the timeline (PNG)',
  'export.svg': 'Picture of the timeline (SVG)',
  'export.transcript': 'What happened, as text',
  'export.perfetto': 'Trace for Perfetto or Chrome (JSON)',
  'export.scenario': 'Program and settings (JSON)',
  'export.program': 'The program alone (.py)',
  'export.none': 'Run the program first: then there is something to export.',
} as const;
