import { oneLine } from '../text.ts';
import type { BouncedRecipient, BounceReport } from './types.ts';

const MAX_RECIPIENTS = 200;
const MAX_DIAGNOSTIC_UNITS = 500;

type Fields = ReadonlyMap<string, string>;

/**
 * Reads a `message/delivery-status` part (RFC 3464): one group of fields on the mail, one on each
 * recipient. Servers that put all of it into one group, or blanks before the colon, are understood.
 * A recipient is called what we called them, where the report says so.
 */
export function readDeliveryStatus(text: string): BounceReport {
  const groups = fieldGroups(text);
  const first = (name: string): string | null =>
    groups.map((group) => group.get(name)).find((value) => value !== undefined) ?? null;
  const messageId = /<([^<>\s]{3,990})>/.exec(first('x-original-message-id') ?? '');
  return {
    originalMessageId: messageId?.[1] ?? null,
    envelopeId: first('original-envelope-id'),
    recipients: groups.slice(0, MAX_RECIPIENTS).flatMap(recipientOf),
  };
}

function recipientOf(group: Fields): readonly BouncedRecipient[] {
  const address =
    typedValue(group.get('original-recipient')) ?? typedValue(group.get('final-recipient'));
  if (address === null) return [];
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(group.get('status') ?? '')?.[0] ?? null;
  const said = (group.get('diagnostic-code') ?? '').replace(/^[\w-]{1,20}\s*;/, '');
  const diagnostic = oneLine(said, MAX_DIAGNOSTIC_UNITS);
  return [
    {
      address,
      action: actionOf(group.get('action'), status),
      status,
      diagnostic: diagnostic === '' ? null : diagnostic,
    },
  ];
}

/** The mailbox in `rfc822; <kijitora@example.jp>`, or null. */
const typedValue = (value: string | undefined): string | null =>
  /[^\s<>;,"()]{1,64}@[^\s<>;,"()]{1,255}/.exec((value ?? '').slice(0, 2000))?.[0] ?? null;

function actionOf(value: string | undefined, status: string | null): BouncedRecipient['action'] {
  const word = /^[a-z]+/.exec((value ?? '').toLowerCase())?.[0];
  switch (word) {
    case 'failed':
    case 'delayed':
    case 'relayed':
    case 'expanded':
    case 'delivered':
      return word;
    // Postfix answers a mere check (`sendmail -bv`) like this.
    case 'deliverable':
      return 'delivered';
    default:
      return status?.startsWith('2') === true ? 'delivered' : 'failed';
  }
}

function fieldGroups(text: string): readonly Fields[] {
  return text
    .slice(0, 500_000)
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map(fieldsOf)
    .filter((group) => group.size > 0);
}

/** Fields by lower-case name, unfolded; of a name that stands twice, the first. */
function fieldsOf(block: string): Fields {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of block.split('\n')) {
    const match = /^([A-Za-z][\w-]{0,60})[ \t]*:(.*)$/.exec(line);
    if (match === null) {
      if (/^\s/.test(line) && last !== '') fields.set(last, `${fields.get(last)} ${line.trim()}`);
      continue;
    }
    const name = (match[1] ?? '').toLowerCase();
    last = fields.has(name) ? '' : name;
    if (last !== '') fields.set(name, (match[2] ?? '').trim());
  }
  return fields;
}
