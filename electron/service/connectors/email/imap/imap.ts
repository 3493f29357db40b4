import type { MailConnector, ParseMail, RemoteMailbox } from '../../../ports/mail.ts';
import { checkImap, type ImapTest } from './check.ts';
import { IMAP_LIMITS, type ImapLimits } from './limits.ts';
import { readMailbox } from './read-mailbox.ts';
import { fileSent, findSent } from './sent.ts';
import { watchFolder } from './watch.ts';

export interface ImapDeps {
  readonly parseMail: ParseMail;
  readonly limits?: Partial<ImapLimits>;
  /** PEM certificates that are trusted instead of the built-in ones; left out: the built-in ones. */
  readonly trust?: readonly string[];
}

/** The reading half of the e-mail channel. */
export interface ImapReading extends Pick<
  MailConnector,
  'read' | 'watch' | 'findSent' | 'fileSent'
> {
  /** Reaches the server, secures the line, logs in and lists the folders; opens none. */
  test(mailbox: RemoteMailbox, signal: AbortSignal): Promise<ImapTest>;
}

/** Returns the reading half of the e-mail channel; it keeps nothing between calls. */
export function createImapReading({ parseMail, limits, trust }: ImapDeps): ImapReading {
  const deps = {
    parseMail,
    limits: { ...IMAP_LIMITS, ...limits },
    ...(trust === undefined ? {} : { trust }),
  };
  return {
    read: (mailbox, plan) => readMailbox(deps, mailbox, plan),
    watch: (mailbox, onNews, signal) => watchFolder(deps, mailbox, onNews, signal),
    findSent: (mailbox, messageIds, signal) => findSent(deps, mailbox, messageIds, signal),
    fileSent: (mailbox, messageIds, raw, signal) =>
      fileSent(deps, mailbox, { messageIds, raw }, signal),
    test: (mailbox, signal) => checkImap(deps, mailbox, signal),
  };
}
