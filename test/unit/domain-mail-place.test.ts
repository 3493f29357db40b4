import { describe, expect, test } from 'vitest';
import { placeMail, tiesOf, type KnownMailThread } from '../../shared/domain/mail/place.ts';
import type { MailHead } from '../../shared/domain/mail/types.ts';

const OURS = [{ name: 'Ondalta', address: 'Aiuto@Ondalta.example' }];

const head = (more: Partial<MailHead> = {}): MailHead => ({
  messageId: 'new@c.example',
  inReplyTo: [],
  references: [],
  subject: 'Re: Bolletta',
  from: { name: 'Anna', address: 'anna@c.example' },
  sender: null,
  replyTo: [],
  to: OURS,
  cc: [],
  dateMs: null,
  ...more,
});

const thread = (name: string, ...participants: readonly string[]): KnownMailThread => ({
  conversationId: name,
  externalId: `mid:${name}`,
  participants: new Set(participants),
});

const BILL = thread('bill', 'anna@c.example', 'aiuto@ondalta.example');
const OTHER = thread('other', 'bruno@c.example');

describe('the thread of a mail', () => {
  test.each<[string, Partial<MailHead>, KnownMailThread | null, KnownMailThread | null]>([
    ['it answers a known mail', { inReplyTo: ['a'] }, BILL, null],
    ['its references know it', { references: ['z', 'a'] }, BILL, null],
    ['a reply to it was read before', { messageId: 'a' }, BILL, null],
    [
      'what it answers comes before what it names',
      { inReplyTo: ['a'], references: ['b'] },
      BILL,
      null,
    ],
    ['the newest reference comes first', { references: ['b', 'a'] }, BILL, null],
    ['the same subject alone says nothing', {}, null, null],
    [
      'a stranger who names it',
      { inReplyTo: ['a'], from: { name: 'X', address: 'x@evil.example' } },
      null,
      BILL,
    ],
    [
      'the address is written in another way',
      { inReplyTo: ['a'], from: { name: null, address: ' ANNA@C.example ' } },
      BILL,
      null,
    ],
    ['one of us wrote it elsewhere', { inReplyTo: ['b'], from: OURS[0] ?? null }, OTHER, null],
    ['nobody wrote it', { inReplyTo: ['a'], from: null }, null, BILL],
    [
      'somebody wrote it for a participant',
      { inReplyTo: ['a'], from: null, sender: { name: null, address: 'anna@c.example' } },
      BILL,
      null,
    ],
  ])('%s', (_name, more, belongs, claims) => {
    const known = new Map([
      ['a', BILL],
      ['b', OTHER],
    ]);
    expect(placeMail(head(more), known, OURS)).toEqual({ thread: belongs, claims });
  });

  test('ties are named once, the most telling first', () => {
    const own = { messageId: 'm', inReplyTo: ['b', 'a'], references: ['a', 'b', 'c'] };
    expect(tiesOf(own)).toEqual(['b', 'a', 'm', 'c']);
  });
});
