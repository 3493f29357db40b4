/** A conversation written as mails. */
export const exportIt = {
  'command.exportConversation': 'Esporta la conversazione…',
  'export.title': 'Esporta la conversazione',
  'export.hint':
    'I messaggi diventano e-mail nella cartella dei download. Le e-mail ricevute restano identiche, byte per byte.',
  'export.format': 'Formato',
  'export.eml': 'Una cartella di file .eml',
  'export.mbox': 'Un solo file mbox',
  'export.notes': 'Anche le note interne',
  'export.note': 'Nota interna',
  'export.go': 'Esporta',
  'export.done': '{n, plural, one {# e-mail scritta} other {# e-mail scritte}} in:',
  'export.reveal': 'Mostra nella cartella',
} as const;
