export const en = {
  'notes.title': 'Notes',
  'notes.help': 'A note says something about a moment. It stands as a flag on the ruler and travels in the link.',
  'notes.add': 'Add a note here',
  'notes.text': 'Text of note {{number}}',
  'notes.hint': 'What happens here?',
  'notes.goTo': 'Go to note {{number}}, at {{time}}',
  'notes.remove': 'Remove note {{number}}',
  'notes.line': 'Note: {{text}}',
} as const;
