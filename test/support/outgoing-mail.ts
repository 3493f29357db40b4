import type { OutgoingMail, RemoteMailbox } from '../../electron/service/ports/mail.ts';
import type { MailSecret, MailServer } from '../../shared/domain/mail/types.ts';

/** A mail as the outbox would hand it over. */
export const outgoing = (part: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: '0190f3c2-outbox@example.it',
  from: { name: 'Servizio clienti', address: 'care@example.it' },
  to: [{ name: 'Anna Rossi', address: 'anna@example.org' }],
  cc: [],
  subject: 'Re: La bolletta di ottobre',
  text: 'Buongiorno,\n\nla bolletta è corretta.\n',
  inReplyTo: 'first@example.org',
  references: ['first@example.org'],
  dateMs: Date.UTC(2026, 9, 12, 8, 30),
  attachments: [],
  ...part,
});

/** A mailbox whose SMTP server is `server`; nothing reads it. */
export const mailboxAt = (
  server: MailServer,
  secret: MailSecret = { kind: 'password', password: 'pass' },
): RemoteMailbox => ({
  accountId: 'mail-1',
  secret,
  settings: {
    imap: { host: '127.0.0.1', port: 1, security: 'none', user: server.user },
    smtp: server,
    addresses: [{ name: null, address: 'care@example.it' }],
    folders: ['INBOX'],
    sentFolder: null,
    filesSent: false,
  },
});
