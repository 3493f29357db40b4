import type { exportIt } from '../it/export.ts';

/** The English half of writing a conversation as mails. */
export const exportEn: Record<keyof typeof exportIt, string> = {
  'command.exportConversation': 'Export the conversation…',
  'export.title': 'Export the conversation',
  'export.hint':
    'The messages become e-mails in the downloads folder. Mails that were received stay the same, byte by byte.',
  'export.format': 'Format',
  'export.eml': 'A folder of .eml files',
  'export.mbox': 'A single mbox file',
  'export.notes': 'Internal notes, too',
  'export.note': 'Internal note',
  'export.go': 'Export',
  'export.done': '{n, plural, one {# e-mail} other {# e-mails}} written to:',
  'export.reveal': 'Show in folder',
};
