import { parseMail } from '../../electron/service/connectors/email/parse/parse-mail.ts';
import type {
  MailClass,
  MailHead,
  MailTrace,
  MailboxSettings,
} from '../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../shared/kernel/app-error.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type {
  FoundMail,
  MailConnector,
  MailStep,
  OutgoingMail,
} from '../../electron/service/ports/mail.ts';

/** A mail as a test tells of it. */
export interface ToldMail extends Partial<Omit<MailHead, 'from' | 'to' | 'cc'>> {
  readonly trace?: MailTrace;
  readonly serverThreadId?: string;
  readonly from: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly text?: string;
  readonly atMs: number;
  readonly class?: MailClass;
  readonly folder?: string;
}

export const OUR_ADDRESS = 'aiuto@ondalta.example';

export const SETTINGS: MailboxSettings = {
  imap: { host: '127.0.0.1', port: 143, security: 'none', user: OUR_ADDRESS },
  smtp: { host: '127.0.0.1', port: 25, security: 'none', user: OUR_ADDRESS },
  addresses: [{ name: 'Ondalta', address: OUR_ADDRESS }],
  folders: ['INBOX', 'Sent'],
  sentFolder: 'Sent',
  filesSent: false,
};

const address = (one: string) => ({ name: null, address: one });

/** What becomes of the next mail that is sent. `lost`: it left, and nobody heard of it. */
export type Fate = 'accepted' | 'lost' | 'dropped' | 'refused' | 'later';

/** A mailbox in memory that behaves as a server does; what tests with servers need not repeat. */
export class ScriptedMailbox {
  readonly sent: string[] = [];
  fate: Fate = 'accepted';
  /** The Message-ID that the server gives to what it takes next. */
  givenId: string | null = null;
  /** Why nothing can be filed in Sent at present. */
  filingError: AppError | null = null;
  /** Message-IDs of what was put into Sent, and how often it was tried. */
  readonly filed: string[] = [];
  filings = 0;
  readonly #folders = new Map<string, FoundMail[]>([
    ['INBOX', []],
    ['Sent', []],
  ]);

  /** A mail arrives, in INBOX unless it says otherwise. */
  arrive(told: ToldMail): void {
    const { folder = 'INBOX', text = 'Buongiorno, quando arriva il tecnico?', atMs } = told;
    const mails = this.#folders.get(folder) ?? [];
    const head: MailHead = {
      messageId: null,
      inReplyTo: [],
      references: [],
      subject: 'Guasto',
      sender: null,
      replyTo: [],
      dateMs: atMs,
      ...told,
      from: address(told.from),
      to: (told.to ?? [OUR_ADDRESS]).map(address),
      cc: (told.cc ?? []).map(address),
    };
    const raw = Buffer.from(`${JSON.stringify(head)}\r\n\r\n${text}`);
    mails.push({
      place: { folder, uidValidity: '1', uid: mails.length + 1 },
      raw,
      parsed: {
        head,
        ...(told.trace === undefined ? {} : { trace: told.trace }),
        class: told.class ?? { kind: 'person' },
        text,
        html: null,
        attachments: [],
        notes: [],
      },
      receivedAtMs: atMs,
      size: raw.length,
      serverThreadId: told.serverThreadId ?? null,
    });
    this.#folders.set(folder, mails);
  }

  /** A mail arrives in INBOX as its bytes say; `isHeadOnly`: too large to be fetched whole. */
  async arriveRaw(raw: Uint8Array, atMs: number, isHeadOnly = false): Promise<void> {
    const mails = this.#folders.get('INBOX') ?? [];
    const parsed = await parseMail(raw);
    mails.push({
      place: { folder: 'INBOX', uidValidity: '1', uid: mails.length + 1 },
      raw: isHeadOnly ? null : raw,
      parsed,
      receivedAtMs: atMs,
      size: raw.length,
      serverThreadId: null,
    });
  }

  readonly connector: MailConnector = {
    test: () => Promise.resolve({ ok: true, folders: [], filesSent: false }),
    read: (_mailbox, plan) => this.#read(plan),
    watch: () => Promise.resolve(ok(false)),
    compose: (mail) => Promise.resolve(Buffer.from(this.#composed(mail))),
    send: (_mailbox, mail) => {
      const { fate } = this;
      this.fate = 'accepted';
      if (fate === 'later') {
        const error = appError('throttled');
        return Promise.resolve(err({ outcome: 'not_sent', error, retryAfterMs: 60_000 } as const));
      }
      if (fate === 'refused') {
        return Promise.resolve(err({ outcome: 'rejected', error: appError('refused') } as const));
      }
      if (fate !== 'dropped') this.sent.push(mail.messageId);
      if (fate === 'accepted')
        return Promise.resolve(ok({ accepted: [], refused: [], givenId: this.givenId }));
      return Promise.resolve(err({ outcome: 'unknown', error: appError('cut_answer') } as const));
    },
    findSent: (_mailbox, ids) => Promise.resolve(ok(ids.find((id) => this.#isFiled(id)) ?? null)),
    fileSent: (_mailbox, ids) => {
      this.filings += 1;
      if (this.filingError !== null) return Promise.resolve(err(this.filingError));
      if (!ids.some((id) => this.#isFiled(id) || this.filed.includes(id)))
        this.filed.push(ids[0] ?? '');
      return Promise.resolve(ok(undefined));
    },
  };

  #composed({ messageId, attachments, text, below = '' }: OutgoingMail): string {
    const files = attachments.map(({ name, bytes }) => `${name}: ${Buffer.from(bytes).toString()}`);
    return [messageId, text, below, ...files].join('\n');
  }

  #isFiled(messageId: string): boolean {
    return (this.#folders.get('Sent') ?? []).some(
      ({ parsed }) => parsed.head.messageId === messageId,
    );
  }

  async *#read({ known }: Parameters<MailConnector['read']>[1]): ReturnType<MailConnector['read']> {
    for (const [path, mails] of this.#folders) {
      await Promise.resolve();
      const uidNext = known.get(path)?.mark.uidNext ?? 1;
      const found = mails.filter(({ place }) => place.uid >= uidNext).toReversed();
      const mark = {
        path,
        uidValidity: '1',
        uidNext: mails.length + 1,
        lowestUid: 1,
        highestModseq: null,
      };
      const step: MailStep = { found, vanished: [], setAside: [], mark, progress: null };
      yield step;
    }
    return ok(undefined);
  }
}
