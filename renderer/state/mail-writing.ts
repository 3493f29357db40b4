import type {
  MailAddressView,
  MailDraftView,
  MailKind,
  MailLanguage,
  SignatureView,
} from '../../shared/contract/mail-schemas.ts';

/** What a mail is written with on this computer. */
export interface MailHabits {
  readonly signatures: readonly SignatureView[];
  /** An answer quotes the mail below it. */
  readonly quote: boolean;
  /** The interface's. */
  readonly language: MailLanguage;
}

/** A file that goes with a mail, or is on its way to the service. */
export interface DraftFile {
  /** The page's own name for it. */
  readonly key: string;
  /** The service's; null while it is on its way. */
  readonly id: string | null;
  readonly name: string;
  readonly bytes: number;
  readonly sentBytes: number;
  /** Why it did not arrive; an error code. */
  readonly error: string | null;
  /** The file itself, as long as it may have to be sent again. */
  readonly file: File | null;
}

/** To whom a mail goes and what it is called; null: as the mail that is answered says. */
export interface WrittenEnvelope {
  readonly to: readonly MailAddressView[] | null;
  readonly cc: readonly MailAddressView[] | null;
  readonly subject: string | null;
}

/** What is written into a mail beside its text. */
export interface MailWriting extends WrittenEnvelope {
  readonly kind: MailKind;
  readonly files: readonly DraftFile[];
  /** Null: as usual, by the language of the mail. */
  readonly signature: MailLanguage | 'none' | null;
  /** Null: as last time. */
  readonly quote: boolean | null;
  /** Which files of a mail that is passed on go along; null: all. */
  readonly forwarded: readonly number[] | null;
  /** What was written into the other kinds: it is there again when one comes back to them. */
  readonly aside: Readonly<Partial<Record<MailKind, WrittenEnvelope>>>;
}

/** A reply with everything as usual. */
export const USUAL_MAIL: MailWriting = {
  kind: 'reply',
  to: null,
  cc: null,
  subject: null,
  files: [],
  signature: null,
  quote: null,
  forwarded: null,
  aside: {},
};

/** Returns the same mail as another kind, with what was written into that kind before. */
export function asKind(mail: MailWriting, kind: MailKind): MailWriting {
  if (mail.kind === kind) return mail;
  const { to, cc, subject, aside } = mail;
  const other = aside[kind] ?? { to: null, cc: null, subject: null };
  return { ...mail, ...other, kind, aside: { ...aside, [mail.kind]: { to, cc, subject } } };
}

/** Whether somebody wrote something that is worth being kept although there is no text. */
export const isWritten = ({ to, cc, subject, files }: MailWriting): boolean =>
  to !== null || cc !== null || subject !== null || files.some(({ id }) => id !== null);

/** Returns what tells one state of a mail from another, as far as it is kept. */
export const mailKey = ({ aside: _, files, ...mail }: MailWriting): string =>
  JSON.stringify([
    mail.kind,
    mail.to,
    mail.cc,
    mail.subject,
    mail.signature,
    mail.quote,
    mail.forwarded,
    files.flatMap(({ id }) => id ?? []),
  ]);

/** Returns a kept mail as it is written on. */
export const writingOf = (kept: MailDraftView): MailWriting => ({
  kind: kept.kind,
  to: kept.to,
  cc: kept.cc,
  subject: kept.subject,
  signature: kept.signature ?? 'none',
  quote: kept.quote,
  forwarded: kept.forwarded,
  aside: {},
  files: kept.files.map(({ id, name, bytes }) => ({
    key: id,
    id,
    name,
    bytes,
    sentBytes: bytes,
    error: null,
    file: null,
  })),
});
