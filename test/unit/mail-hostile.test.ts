import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attachmentBytes,
  parseMail,
} from '../../electron/service/connectors/email/parse/parse-mail.ts';
import { bareSubject } from '../../shared/domain/mail/subject.ts';
import { foldText } from '../../shared/domain/mail/fold.ts';
import { mailFixture, mailFixtures } from '../support/mail-fixtures.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const mail = (head: string, body: string): Buffer => bytes(`${head}\r\n\r\n${body}`);
const words = (value: string): readonly string[] => value.split(/\s+/).filter(Boolean).sort();
const SEED = { seed: 20261125, numRuns: 200 };

describe('bad input', () => {
  test('random bytes never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (raw) => {
        const parsed = await parseMail(raw);
        expect(parsed.attachments.map((one) => one.index)).toEqual([...parsed.attachments.keys()]);
      }),
      SEED,
    );
  });

  test('a mail with random bytes in it never throws', async () => {
    const names = mailFixtures('mime', '.eml');
    const place = fc.tuple(
      fc.nat(names.length - 1),
      fc.nat(5000),
      fc.uint8Array({ maxLength: 50 }),
    );
    await fc.assert(
      fc.asyncProperty(place, async ([index, at, noise]) => {
        const raw = Buffer.from(mailFixture('mime', `${names[index] ?? ''}.eml`));
        raw.set(noise.subarray(0, Math.max(0, raw.length - at)), Math.min(at, raw.length));
        await parseMail(raw);
      }),
      SEED,
    );
  });

  test('folding loses no word, whatever the text', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom('> quoted', '-- ', '', 'On 3 May 2024 at 10:00 Anna <a@b.example> wrote:'),
      fc.constantFrom(
        '-----Original Message-----',
        'Sent from my iPhone',
        'Il giorno 1/2/2024 alle 10:00',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        const { visible, quoted, signature } = foldText(text);
        expect(words(`${visible}\n${quoted}\n${signature}`)).toEqual(words(text));
      }),
      SEED,
    );
  });

  test('a text of ten megabytes is cut, and a note says so', async () => {
    const parsed = await parseMail(
      mail('Message-ID: <big@x.example>', `${'riga '.repeat(200)}\r\n`.repeat(10_000)),
    );
    expect([parsed.text.length, parsed.notes]).toEqual([
      1_000_000,
      [
        {
          externalId: 'mid:big@x.example',
          reason: 'item_bad_shape',
          detail: 'mail: text: 1000000 of 10010000 characters kept',
        },
      ],
    ]);
  });

  test('a million empty lines take no minute', async () => {
    const parsed = await parseMail(
      mail('Subject: Vuoto', `a=3D b \r\n${'\r\n'.repeat(1_000_000)}fine`),
    );
    expect([parsed.text.slice(0, 8), parsed.text.length]).toEqual(['a=3D b \n', 1_000_000]);
  });

  test('HTML nested a hundred thousand deep gives some text', async () => {
    const parsed = await parseMail(
      mail('Content-Type: text/html', `Ciao${'<div>'.repeat(100_000)}fondo`),
    );
    expect(parsed.text).toContain('Ciao');
  });

  test('parts nested beyond sense leave the head', async () => {
    const nested = Array.from(
      { length: 300 },
      (_, depth) => `--b${depth}\r\nContent-Type: multipart/mixed; boundary=b${depth + 1}\r\n\r\n`,
    ).join('');
    const head = 'Subject: Profondo\r\nContent-Type: multipart/mixed; boundary=b0';
    const parsed = await parseMail(mail(head, nested));
    expect([parsed.head.subject, parsed.text]).toEqual(['Profondo', '']);
  });

  test.each([
    ['bytes without a charset', 'Subject: perch\xe9', 'citt\xe0', 'perché', 'città'],
    ['an unknown charset', 'Content-Type: text/plain; charset=klingon', 'ciao', '', 'ciao'],
    ['UTF-7', 'Content-Type: text/plain; charset=utf-7', 'perch+AOk-', '', 'perché'],
    ['NULs', 'Subject: a\0b', 'c\0d', 'a b', 'cd'],
    ['broken base64', 'Content-Transfer-Encoding: base64', 'Y2lhbw=\r\n!!', '', 'ciao'],
  ])('%s', async (_, head, body, subject, text) => {
    const parsed = await parseMail(mail(head, body));
    expect([parsed.head.subject, parsed.text.trim()]).toEqual([subject, text]);
  });

  test.each([
    ['Thu, 1 Jan 1970 00:00:00 +0000', null],
    ['Mon, 99 Foo 2024', null],
    ['Fri, 1 Jan 2100 00:00:01 +0000', null],
    ['Wed, 1 May 2024 10:00:00 +0200', Date.UTC(2024, 4, 1, 8)],
  ])('the date %s', async (date, ms) => {
    expect((await parseMail(mail(`Date: ${date}`, ''))).head.dateMs).toBe(ms);
  });

  test('a date more than a day after the newest stamp of a server is none', async () => {
    const head =
      'Received: by x.example; Wed, 1 May 2024 10:00:00 +0000\r\nDate: Sat, 4 May 2024 10:00:00 +0000';
    expect((await parseMail(mail(head, ''))).head.dateMs).toBeNull();
  });

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\Users\\\\x\\\\fattura.pdf', 'fattura.pdf'],
    ['=?utf-8?B?ZmF0dHVyYeKArmdwai5leGU=?=', 'fatturagpj.exe'],
    ['..', ''],
    [`${'a'.repeat(400)}.pdf`, `${'a'.repeat(195)}….pdf`],
  ])('the file name %s is shown as %s', async (name, shown) => {
    const head = `Content-Type: application/pdf; name="${name}"\r\nContent-Transfer-Encoding: base64`;
    const raw = mail(head, 'aGVsbG8=');
    const parsed = await parseMail(raw);
    expect(parsed.attachments).toEqual([
      {
        index: 0,
        name: shown,
        mediaType: 'application/pdf',
        size: 5,
        contentId: null,
        inline: false,
      },
    ]);
    expect(await attachmentBytes(raw, 0)).toEqual(new Uint8Array(Buffer.from('hello')));
    expect(await attachmentBytes(raw, 1)).toBeNull();
  });

  test('a subject of many marks ends', () => {
    expect(bareSubject(`${'Re: '.repeat(20)}Bolletta`)).toBe('Bolletta');
  });
});
