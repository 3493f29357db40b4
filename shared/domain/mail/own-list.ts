import { isOurs, personIdOf } from './identity.ts';
import type { MailAddress, MailClass, MailHead, MailTrace } from './types.ts';

/** A mail as far as it matters whose it is. */
export interface SentOn {
  readonly head: MailHead;
  readonly class: MailClass;
  readonly trace?: MailTrace;
}

/**
 * Returns a mail as its writer sent it. A group whose address is one of ours (Google Groups, a
 * distribution list) passes on what people write to us: such a mail is a person's although it has a
 * list's headers, and its writer is who wrote it although some groups put themselves into `From`. Of
 * lists of others nothing changes.
 */
export function asWritten<T extends SentOn>(mail: T, ours: readonly MailAddress[]): T {
  const { head, trace } = mail;
  if (trace === undefined || !trace.lists.some((list) => isOwnList(list, ours))) return mail;
  const kind: MailClass = mail.class.kind === 'list' ? { kind: 'person' } : mail.class;
  return { ...mail, class: kind, head: { ...head, from: writerOf(head, trace, ours) } };
}

/** By its address, or by its `List-Id`, which has a dot for the sign: `<care.example.it>`. */
const isOwnList = (list: string, ours: readonly MailAddress[]): boolean =>
  isOurs({ name: null, address: list }, ours) ||
  ours.some((own) => personIdOf(own).replace('@', '.') === list.toLowerCase());

function writerOf(
  { from, replyTo }: MailHead,
  { originalFrom }: MailTrace,
  ours: readonly MailAddress[],
): MailAddress | null {
  if (!isOurs(from, ours)) return from;
  const isRewritten = / (?:via|tramite|über) /i.test(from?.name ?? '');
  const writer = originalFrom ?? (isRewritten ? (replyTo[0] ?? null) : null);
  return writer === null || isOurs(writer, ours) ? from : writer;
}
