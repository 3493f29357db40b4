import type { MailConnector } from '../../ports/mail.ts';
import { createImapReading } from './imap/imap.ts';
import { parseBeside } from './parse/parse-beside.ts';
import { createSmtp } from './smtp/smtp.ts';

/** What the e-mail channel may be told of its surroundings. */
export interface EmailDeps {
  /** Certificate authorities (PEM) in the place of the usual ones. */
  readonly trust?: readonly string[];
}

/** The e-mail channel over IMAP and SMTP; it keeps nothing between calls. */
export function createEmailConnector(deps: EmailDeps = {}): MailConnector {
  const reading = createImapReading({ parseMail: parseBeside(), ...deps });
  const smtp = createSmtp(deps);
  return {
    read: reading.read,
    watch: reading.watch,
    findSent: reading.findSent,
    fileSent: reading.fileSent,
    compose: smtp.compose,
    send: smtp.send,
    test: async (mailbox, signal) => {
      const imap = await reading.test(mailbox, signal);
      if (!imap.ok) return imap;
      const sending = await smtp.test(mailbox.settings.smtp, mailbox.secret, signal);
      return sending.ok ? imap : sending;
    },
  };
}
