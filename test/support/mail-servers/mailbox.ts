import { chownSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ImapFlow } from 'imapflow';
import type { FolderMark, MailboxSettings } from '../../../shared/domain/mail/types.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { ImapReading } from '../../../electron/service/connectors/email/imap/imap.ts';
import type {
  MailPlace,
  MailPlan,
  MailStep,
  ParseMail,
  RemoteMailbox,
} from '../../../electron/service/ports/mail.ts';
import type { MailServers, MailUser } from './launch.ts';

/** A user's mailbox as the connector gets it; the line is not secured, it stays on this computer. */
export function mailboxOf(
  servers: MailServers,
  { address, password }: MailUser,
  changes: Partial<MailboxSettings> & { readonly imapPort?: number } = {},
): RemoteMailbox {
  const { imapPort = servers.dovecot.ports.imap, ...settings } = changes;
  const server = { host: servers.host, security: 'none', user: address } as const;
  return {
    accountId: '0190f000-0000-7000-8000-000000000001',
    settings: {
      imap: { ...server, port: imapPort },
      smtp: { ...server, port: servers.postfix?.ports.submission ?? 1 },
      addresses: [{ name: null, address }],
      folders: ['INBOX'],
      sentFolder: null,
      filesSent: false,
      ...settings,
    },
    secret: { kind: 'password', password },
  };
}

/** Runs `work` with a client of its own, as a colleague's mail program beside us. */
export async function beside<T>(
  servers: MailServers,
  { address, password }: MailUser,
  work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const client = new ImapFlow({
    host: servers.host,
    port: servers.dovecot.ports.imap,
    secure: false,
    doSTARTTLS: false,
    logger: false,
    disableAutoIdle: true,
    auth: { user: address, pass: password },
  });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

/** A plain mail with this Message-ID; `bytes` long at least. */
export const plainMail = (id: string, bytes = 0): string =>
  [
    `Message-ID: <${id}>`,
    'From: Anna <anna@posta.test>',
    'To: assistenza@negozio.test',
    `Subject: ${id}`,
    'Date: Wed, 25 Nov 2026 10:00:00 +0100',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Buongiorno, aspetto ancora il pacco.',
    ...Array.from({ length: Math.ceil(bytes / 72) }, () => 'x'.repeat(70)),
    '',
  ].join('\r\n');

/** Lays mails into an inbox as files, in their order: much faster than delivering them. */
export function layInto(
  servers: MailServers,
  address: string,
  mails: Iterable<readonly [name: string, text: string]>,
): void {
  const maildir = servers.dovecot.maildir(address);
  const { uid, gid } = statSync(dirname(dirname(maildir)));
  for (const folder of [
    dirname(maildir),
    maildir,
    ...['cur', 'new', 'tmp'].map((part) => join(maildir, part)),
  ]) {
    mkdirSync(folder, { recursive: true });
    chownSync(folder, uid, gid);
  }
  let at = 1_764_000_000;
  for (const [name, text] of mails) {
    const file = join(maildir, 'new', `${at}.${name}.host`);
    writeFileSync(file, text);
    chownSync(file, uid, gid);
    utimesSync(file, at, at);
    at += 1;
  }
}

/** Reads only the Message-ID: what a mail means is tested elsewhere. */
export const parseId: ParseMail = async (raw) => {
  const text = Buffer.from(raw).toString('latin1');
  return {
    head: {
      messageId: /^Message-ID: <(.*)>/im.exec(text)?.[1] ?? null,
      inReplyTo: [],
      references: [],
      subject: '',
      from: null,
      sender: null,
      replyTo: [],
      to: [],
      cc: [],
      dateMs: null,
    },
    class: { kind: 'person' },
    text: text.split('\r\n\r\n').slice(1).join('\r\n\r\n'),
    html: null,
    notes: [],
    attachments: [],
  };
};

const keyOf = ({ folder, uidValidity, uid }: MailPlace): string =>
  `${folder}/${uidValidity}/${uid}`;

/** What somebody who keeps every step knows of a mailbox. */
export class Ledger {
  readonly marks = new Map<string, FolderMark>();
  readonly steps: MailStep[] = [];
  /** Message-ID (or `null`) by place. */
  readonly places = new Map<string, { readonly place: MailPlace; readonly id: string | null }>();
  /** Places that were found although they were known. */
  readonly twice: string[] = [];

  keep(step: MailStep): void {
    this.steps.push(step);
    const { path, uidValidity } = step.mark;
    for (const [key, { place }] of this.places) {
      if (place.folder === path && place.uidValidity !== uidValidity) this.places.delete(key);
    }
    for (const place of step.vanished) this.places.delete(keyOf(place));
    for (const { place, parsed } of step.found) {
      if (this.places.has(keyOf(place))) this.twice.push(keyOf(place));
      this.places.set(keyOf(place), { place, id: parsed.head.messageId });
    }
    this.marks.set(path, step.mark);
  }

  ids(folder = 'INBOX'): readonly (string | null)[] {
    return [...this.places.values()]
      .filter(({ place }) => place.folder === folder)
      .toSorted((a, b) => a.place.uid - b.place.uid)
      .map(({ id }) => id);
  }

  known(): MailPlan['known'] {
    return new Map(
      [...this.marks].map(([path, mark]) => [
        path,
        {
          mark,
          uids: () =>
            new Set(
              [...this.places.values()]
                .filter(({ place }) => place.folder === path)
                .map(({ place }) => place.uid),
            ),
        },
      ]),
    );
  }

  /** Reads from where it stands and keeps the steps; returns how the read ended. */
  async read(
    reading: ImapReading,
    mailbox: RemoteMailbox,
    {
      depth = 'news',
      signal = new AbortController().signal,
      onStep = () => undefined,
    }: Partial<Pick<MailPlan, 'depth' | 'signal'>> & {
      readonly onStep?: (step: MailStep) => void;
    } = {},
  ): Promise<Result<void, AppError>> {
    const steps = reading.read(mailbox, { depth, known: this.known(), signal });
    for (;;) {
      const next = await steps.next();
      if (next.done === true) return next.value;
      this.keep(next.value);
      onStep(next.value);
    }
  }
}
