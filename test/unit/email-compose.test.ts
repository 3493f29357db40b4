/** The bytes of a mail: what its fields may and may not do to them. */
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { compose } from '../../electron/service/connectors/email/smtp/compose.ts';
import { formatted } from '../../electron/service/connectors/email/smtp/formatted.ts';
import { envelopeAddress } from '../../electron/service/connectors/email/smtp/plain.ts';
import type { OutgoingMail } from '../../electron/service/ports/mail.ts';
import { outgoing } from '../support/outgoing-mail.ts';

const bytesOf = async (part: Partial<OutgoingMail>): Promise<string> =>
  Buffer.from(await compose(outgoing(part))).toString('latin1');

const headOf = (raw: string): string => raw.slice(0, raw.indexOf('\r\n\r\n'));

/** The names of a head's fields; folded lines belong to the field above. */
const fieldsOf = (raw: string): readonly string[] =>
  headOf(raw)
    .split('\r\n')
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => /^([A-Za-z-]+):(?: |$)/.exec(line)?.[1] ?? `?${line}`);

const FIELDS = [
  'From',
  'To',
  'Subject',
  'Message-ID',
  'In-Reply-To',
  'References',
  'Date',
  'Content-Transfer-Encoding',
  'MIME-Version',
  'Content-Type',
];

test('a mail says who, whom, what and what it answers, in plain text', async () => {
  const raw = await bytesOf({});
  expect(fieldsOf(raw).toSorted()).toEqual(FIELDS.toSorted());
  const parsed = await PostalMime.parse(raw);
  expect(parsed).toMatchObject({
    from: { name: 'Servizio clienti', address: 'care@example.it' },
    to: [{ name: 'Anna Rossi', address: 'anna@example.org' }],
    subject: 'Re: La bolletta di ottobre',
    messageId: '<0190f3c2-outbox@example.it>',
    inReplyTo: '<first@example.org>',
    references: '<first@example.org>',
    date: '2026-10-12T08:30:00.000Z',
    text: 'Buongiorno,\n\nla bolletta è corretta.\n',
  });
  expect(parsed.html).toBeUndefined();
});

test('marks of formatting get an HTML form beside the text, which stays as it was written', async () => {
  const text = 'Gentile **Anna**,\n\n- la bolletta\n- il [contratto](https://example.it/c)\n';
  for (const attachments of [
    [],
    [{ name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.from('a') }],
  ]) {
    const raw = await bytesOf({ text, attachments });
    expect(raw).toBe(await bytesOf({ text, attachments }));
    const parsed = await PostalMime.parse(raw);
    expect(parsed.text?.trim()).toBe(text.trim());
    expect(parsed.html).toContain('<strong>Anna</strong>');
    expect(parsed.html).toContain('<a href="https://example.it/c">contratto</a>');
    expect(parsed.attachments).toHaveLength(attachments.length);
  }
});

test.each([
  ['stars and dashes that mark nothing', '2 * 3 * 4, le 9-13, nome_di_file e **'],
  ['a link to a script', '[qui](javascript:alert(1))'],
  ['markup', '<b>no</b> <img src=x onerror=alert(1)>'],
  ['a quote alone', 'Va bene.\n\n> Posso passare?\n'],
])('%s need no HTML form', (_what, text) => {
  expect(formatted(text)).toBeNull();
});

test('what is formatted holds no markup of its writer', () => {
  const html = formatted(
    '**sì** <script>alert(1)</script> [x](data:text/html,1) ![y](https://a.example/p.gif)',
  );
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toMatch(/<(?:script|img)|href="data/);
});

test('files arrive byte by byte, whatever they say they are', async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, at) => at % 256);
  const types = [
    'image/png',
    'text/plain',
    'message/rfc822',
    'multipart/mixed',
    'x\r\nBcc: a@b.it',
  ];
  const attachments = types.map((mediaType, at) => ({
    name: `città ${at} "€".png`,
    mediaType,
    bytes,
  }));
  const parsed = await PostalMime.parse(await bytesOf({ attachments }));
  expect(parsed.attachments.map(({ filename }) => filename)).toEqual(
    attachments.map(({ name }) => name),
  );
  expect(parsed.attachments.map(({ mimeType }) => mimeType)).toEqual([
    'image/png',
    'text/plain',
    'application/octet-stream',
    'application/octet-stream',
    'application/octet-stream',
  ]);
  for (const { content } of parsed.attachments) {
    expect(Buffer.from(content as ArrayBuffer).equals(bytes)).toBe(true);
  }
});

test('of a long thread the first and the newest mails are named', async () => {
  const references = Array.from({ length: 3000 }, (_, at) => `mail-${at}@example.org`);
  const parsed = await PostalMime.parse(await bytesOf({ references }));
  expect(parsed.references?.split(' ')).toEqual(
    [references[0], ...references.slice(-19)].map((id) => `<${id}>`),
  );
});

test('an instant that no date holds does no harm', async () => {
  for (const dateMs of [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15, -8.64e15]) {
    expect(await bytesOf({ dateMs })).toContain('Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n');
  }
});

/** Texts that try to be more than one line. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(
      '\r',
      '\n',
      ':',
      ' ',
      '\t',
      'a',
      '\0',
      '"',
      '<',
      '>',
      ',',
      'è',
      '=',
      '?',
      '\u2028',
      '\u0085',
      '\ud800',
    ),
  }),
  fc.constantFrom(
    'x\r\nBcc: thief@example.org',
    'x\nX: y',
    '=?utf-8?Q?a=0D=0ABcc:_b?=',
    'a'.repeat(5000),
  ),
);

const person = fc.record({
  name: fc.option(hostile),
  address: fc.oneof(fc.emailAddress(), hostile),
});

test('no name, subject, address or id adds a header, breaks a line or leaves seven bits', async () => {
  const anything = fc.record({
    messageId: hostile,
    from: person,
    to: fc.array(person, { maxLength: 4 }),
    cc: fc.array(person, { maxLength: 2 }),
    subject: hostile,
    text: hostile,
    inReplyTo: fc.option(hostile),
    references: fc.array(hostile, { maxLength: 4 }),
    dateMs: fc.double(),
    attachments: fc.array(
      fc.record({ name: hostile, mediaType: hostile, bytes: fc.uint8Array({ maxLength: 50 }) }),
      { maxLength: 2 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(anything, async (mail) => {
      const bytes = await compose(mail);
      const raw = Buffer.from(bytes).toString('latin1');
      expect(fieldsOf(raw).filter((field) => !['Cc', ...FIELDS].includes(field))).toEqual([]);
      expect(new Set(fieldsOf(raw)).size).toBe(fieldsOf(raw).length);
      expect(raw).not.toMatch(/\r(?!\n)|(?<!\r)\n|[^\t\r\n\x20-\x7e]/);
      expect(raw.split('\r\n').every((line) => line.length <= 998)).toBe(true);
      // The same mail, the same bytes.
      expect(Buffer.from(await compose(mail)).equals(bytes)).toBe(true);
      const parsed = await PostalMime.parse(bytes);
      const recipients = mail.to.map(({ address }) => envelopeAddress(address)).filter(Boolean);
      expect((parsed.to ?? []).map(({ address }) => address)).toEqual(recipients);
    }),
    { numRuns: 300, seed: 20261125 },
  );
});

test('whatever an address holds, an envelope gets one plain address or none', () => {
  const parts = fc.tuple(
    hostile,
    fc.oneof(hostile, fc.domain(), fc.constantFrom('città.it', '127.1', 'a%41.it', 'b.it\r\nx')),
  );
  const address = fc.oneof(
    hostile,
    parts.map(([local, domain]) => `${local}@${domain}`),
    fc.emailAddress(),
  );
  fc.assert(
    fc.property(address, (text) => {
      const plain = envelopeAddress(text);
      expect(plain ?? 'a@b').toMatch(/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9._-]+$/);
      // Only a domain in other letters is written otherwise.
      if (plain !== null && /^[\x20-\x7e]*$/.test(text)) expect(plain).toBe(text);
    }),
    { numRuns: 3000, seed: 20261125 },
  );
});
