import { isOurs } from './identity.ts';
import { subjectTag } from './subject.ts';
import type { MailAddress, MailHead } from './types.ts';

/** No I, L, O, U: signs that nobody mistakes on the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TOKEN = /^[0-9A-HJKMNP-TV-Z]{6}$/i;

/**
 * Returns the mark of a conversation, six signs, always the same. Thirty bits: two conversations may
 * share one, and anybody can write one; it leads a mail home only if its sender is known there.
 */
export function conversationTag(conversationId: string): string {
  let hash = 0x811c9dc5;
  // FNV-1a (public domain).
  for (const sign of conversationId) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return Array.from({ length: 6 }, (_, place) => ALPHABET[(hash >>> (place * 5)) & 31] ?? '0').join(
    '',
  );
}

/** Returns an address of ours that carries a mark: `care+7KD2QX@example.it`. */
export function plusAddress({ name, address }: MailAddress, tag: string): MailAddress {
  const at = address.lastIndexOf('@');
  return { name, address: `${address.slice(0, at)}+${tag.toLowerCase()}${address.slice(at)}` };
}

/** Returns the mark in the addresses of ours that a mail went to, or null. */
export function plusTag(
  { to, cc }: Pick<MailHead, 'to' | 'cc'>,
  ours: readonly MailAddress[],
): string | null {
  for (const one of [...to, ...cc]) {
    const local = one.address.slice(0, Math.max(0, one.address.lastIndexOf('@')));
    const token = local.slice(local.indexOf('+') + 1);
    if (local.includes('+') && TOKEN.test(token) && isOurs(one, ours)) return token.toUpperCase();
  }
  return null;
}

/**
 * Returns what leads a mail home where its Message-IDs do not, the most telling first: the mark in the
 * address it went to, its server's thread, the mark in its subject. As keys: `tag:7KD2QX`, `server:…`.
 */
export function marksOf(
  head: Pick<MailHead, 'to' | 'cc' | 'subject'>,
  serverThreadId: string | null,
  ours: readonly MailAddress[],
): readonly string[] {
  const [plus, named] = [plusTag(head, ours), subjectTag(head.subject)];
  return [
    ...(plus === null ? [] : [`tag:${plus}`]),
    ...(serverThreadId === null ? [] : [`server:${serverThreadId}`]),
    ...(named === null ? [] : [`tag:${named}`]),
  ];
}
