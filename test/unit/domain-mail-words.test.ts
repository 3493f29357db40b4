import { describe, expect, test } from 'vitest';
import { displayName, sameAddress } from '../../shared/domain/mail/address.ts';
import { classifyMail } from '../../shared/domain/mail/classify.ts';
import { quoteBelow } from '../../shared/domain/mail/compose-quote.ts';
import { foldText } from '../../shared/domain/mail/fold.ts';
import {
  bareSubject,
  replySubject,
  subjectTag,
  taggedSubject,
} from '../../shared/domain/mail/subject.ts';

describe('a subject', () => {
  test.each([
    ['Re: R: AW: Fwd: Bolletta', 'Bolletta'],
    ['RE[2]: I: TR : Bolletta', 'Bolletta'],
    ['回复：转发: 发票', '发票'],
    ['Reclamo: Re', 'Reclamo: Re'],
    ['Rimborso: quando?', 'Rimborso: quando?'],
    ['Re:', ''],
  ])('%s is about %s', (subject, bare) => {
    expect(bareSubject(subject)).toBe(bare);
  });

  test('of an answer has one Re, and our tag once', () => {
    expect([
      replySubject('R: Re: Bolletta'),
      taggedSubject('Re: Bolletta [#AAAAA1]', '7K3M9Q'),
      subjectTag('Re: Bolletta [#7k3m9q]'),
      subjectTag('Ticket [#OIL999]'),
    ]).toEqual(['Re: Bolletta', 'Re: Bolletta [#7K3M9Q]', '7K3M9Q', null]);
  });
});

describe('an address', () => {
  test('is the same in capitals', () => {
    expect(sameAddress({ address: 'Anna@C.example' }, { address: 'anna@c.example' })).toBe(true);
  });

  test.each([
    ['Anna', 'a@c.example', 'Anna'],
    [null, 'a.b@c.example', 'a.b'],
    ['boss@ours.example', 'x@evil.example', 'x@evil.example'],
  ])('%s <%s> is shown as %s', (name, address, shown) => {
    expect(displayName({ name, address })).toBe(shown);
  });
});

describe('a quote below an answer', () => {
  const mail = {
    author: { name: 'Anna', address: 'a@c.example' },
    sentAtMs: Date.UTC(2024, 5, 3, 8, 15),
    text: 'Buongiorno,\n\n> prima\n',
  };
  test.each(['it', 'en'] as const)('in %s is folded away again', (language) => {
    const quote = quoteBelow(mail, { language, timeZone: 'Europe/Rome' });
    expect(quote).toMatch(/10:15.*Anna <a@c\.example>.*:\n> Buongiorno,\n>\n>> prima$/);
    expect(foldText(`Risposta\n\n${quote}`).visible).toBe('Risposta');
  });
});

describe('whose mail it is', () => {
  test.each([
    ['subject', 'Bolletta', 'person'],
    ['auto-submitted', 'no', 'person'],
    ['auto-submitted', 'auto-replied', 'automatic'],
    ['x-auto-response-suppress', 'All', 'automatic'],
    ['x-loop', 'a@b.example', 'automatic'],
    ['return-path', '<>', 'automatic'],
    ['precedence', 'junk', 'automatic'],
    ['precedence', 'bulk', 'list'],
    ['list-id', '<news.b.example>', 'list'],
    ['list-unsubscribe', '<https://b.example/u>', 'list'],
    ['subject', 'Risposta automatica: ferie', 'automatic'],
    ['x-failed-recipients', 'a@b.example', 'bounce'],
  ])('%s: %s is %s', (name, value, kind) => {
    expect(classifyMail({ headers: [{ name, value }], text: '', parts: [] }).kind).toBe(kind);
  });
});
