import type { Address, Email } from 'postal-mime';
import { oneLine } from '../../../../../shared/domain/text.ts';
import { messageIdsIn } from '../../../../../shared/domain/mail/signs.ts';
import type { MailAddress, MailHead } from '../../../../../shared/domain/mail/types.ts';

const MAX_SUBJECT_UNITS = 1000;
const MAX_NAME_UNITS = 320;
/** RFC 5321, 4.5.3.1: 64 for the local part, 255 for the domain, and the sign between. */
const MAX_ADDRESS_UNITS = 320;
const MAX_ADDRESSES = 1000;
const MAX_REFERENCES = 200;

const MAIL_BEGAN_MS = Date.UTC(1982, 7, 13);
const NO_MAIL_AFTER_MS = Date.UTC(2100, 0, 1);
const DAY_MS = 86_400_000;

/** Returns a mail's head from what the parser found; whatever cannot be read is null or empty. */
export function mailHead(email: Email): MailHead {
  const references = messageIds(email.references);
  return {
    messageId: messageIds(email.messageId)[0] ?? null,
    inReplyTo: messageIds(email.inReplyTo).slice(0, MAX_REFERENCES),
    // The first begins the thread, the last are the nearest.
    references: [...references.slice(0, 1), ...references.slice(1).slice(1 - MAX_REFERENCES)],
    subject: oneLine(email.subject ?? '', MAX_SUBJECT_UNITS),
    from: addresses([email.from])[0] ?? null,
    sender: addresses([email.sender])[0] ?? null,
    replyTo: addresses(email.replyTo),
    to: addresses(email.to),
    cc: addresses(email.cc),
    dateMs: sentAtMs(email),
  };
}

/** The ids in a field, each once; a program that forgot the brackets is understood too. */
function messageIds(value: string | undefined): readonly string[] {
  const text = (value ?? '').slice(0, 200_000);
  const ids = messageIdsIn(text);
  if (ids.length > 0) return [...new Set(ids)];
  return [
    ...new Set(text.split(/[\s,<>]+/).filter((word) => /^[^@]{1,500}@[^@]{1,480}$/.test(word))),
  ];
}

function addresses(list: readonly (Address | undefined)[] | undefined): readonly MailAddress[] {
  return (list ?? [])
    .flatMap((one) => (one === undefined ? [] : (one.group ?? [one])))
    .slice(0, MAX_ADDRESSES)
    .flatMap(mailAddress);
}

function mailAddress(one: { name: string; address?: string | undefined }): readonly MailAddress[] {
  const address = (one.address ?? '').trim();
  if (address === '' || address.length > MAX_ADDRESS_UNITS || /[\p{Cc}\s]/u.test(address))
    return [];
  const name = oneLine(one.name, MAX_NAME_UNITS);
  return [{ name: name === '' ? null : name, address }];
}

/**
 * Returns the `Date` in UTC milliseconds, or null when it is none or cannot be true: before mail had
 * this form (RFC 822, 13 August 1982), or more than a day after the newest server's stamp
 * (`Received`). There is no clock here; the servers' stamps are one.
 */
function sentAtMs(email: Email): number | null {
  const ms = timeMs(email.date);
  if (ms === null || ms < MAIL_BEGAN_MS) return null;
  const stamps = email.headers
    .filter(({ key }) => key === 'received')
    .map(({ value }) => timeMs(value.slice(value.lastIndexOf(';') + 1)))
    .filter((stamp) => stamp !== null && stamp >= MAIL_BEGAN_MS);
  const latest = Math.max(...stamps.filter((stamp) => stamp !== null));
  return ms <= (stamps.length > 0 ? latest + DAY_MS : NO_MAIL_AFTER_MS) ? ms : null;
}

function timeMs(value: string | undefined): number | null {
  const ms = Date.parse((value ?? '').slice(0, 200).trim());
  return Number.isNaN(ms) ? null : ms;
}
