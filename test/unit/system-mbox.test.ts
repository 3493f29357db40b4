import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mboxMails, type MboxMail } from '../../electron/service/system/mail-archive/mbox.ts';

const LIMITS = { mail: 64 * 1024, head: 16 * 1024 };

/** Takes `text` apart, handed over in pieces of so many bytes. */
async function split(text: string | Buffer, piece = 7_000): Promise<readonly MboxMail[]> {
  const bytes = Buffer.from(text as string, 'latin1');
  const source = async function* () {
    for (let at = 0; at < bytes.length; at += piece) {
      yield await Promise.resolve(bytes.subarray(at, at + piece));
    }
  };
  const mails: MboxMail[] = [];
  for await (const mail of mboxMails(source(), LIMITS)) mails.push(mail);
  return mails;
}

const texts = async (text: string, piece?: number): Promise<readonly string[]> =>
  (await split(text, piece)).map(({ raw }) => Buffer.from(raw).toString('latin1'));

const latin1 = (text: string): string => Buffer.from(text).toString('latin1');

const AT = 'From anna@x.example Mon Nov 23 08:00:00 2026';
const mail = (body: string, head = 'Subject: a'): string => `${head}\n\n${body}`;

describe('an mbox', () => {
  it('is its mails, without the lines and the empty lines between them', async () => {
    const box = `${AT}\n${mail('uno\n')}\n${AT}\n${mail('due\n')}\n`;
    for (const piece of [1, 3, 64, 10_000]) {
      expect(await texts(box, piece)).toEqual([mail('uno\n'), mail('due\n')]);
    }
  });

  it('may have CRLF, which stays', async () => {
    const box = `${AT}\n${mail('uno\n')}\n${AT}\n${mail('due\n')}\n`.replaceAll('\n', '\r\n');
    expect(await texts(box, 5)).toEqual(
      [mail('uno\n'), mail('due\n')].map((one) => one.replaceAll('\n', '\r\n')),
    );
  });

  it('tells when each was delivered, in UTC where it names no zone', async () => {
    const lines = [
      AT,
      'From 1462@xxx Mon Nov 23 08:00:00 +0000 2026',
      'From - Mon Nov 23 09:00:00 2026 +0100',
      'From MAILER-DAEMON Mon Nov 23 08:00 2026',
      'From anna@x.example',
    ];
    const box = lines.map((line) => `${line}\n${mail('x\n')}\n`).join('');
    const at = Date.parse('2026-11-23T08:00:00Z');
    expect((await split(box)).map(({ deliveredAtMs }) => deliveredAtMs)).toEqual([
      at,
      at,
      at,
      at,
      null,
    ]);
  });

  it.each([
    ['a sentence that begins with From', 'ciao\n\nFrom here on:\nNote: bene\n'],
    ['one with an hour', 'ciao\n\nFrom 10:30 to 2026\ndomani\n'],
    ['nothing but From', 'From \nFrom\n'],
  ])('is not parted by %s', async (_what, body) => {
    expect(await texts(`${AT}\n${mail(body)}\n${AT}\n${mail('due\n')}\n`)).toEqual([
      mail(body),
      mail('due\n'),
    ]);
  });

  it('gives back what was escaped, once, in the body alone', async () => {
    const escaped = mail('>From noi\n>>From voi\n> From loro\n', '>From x\nSubject: a');
    expect(await texts(`${AT}\n${escaped}\n`)).toEqual([
      mail('From noi\n>From voi\n> From loro\n', '>From x\nSubject: a'),
    ]);
  });

  it('is parted by the length that a mail declares, where that holds', async () => {
    const body = `ciao\n\n${AT}\nSubject: no\n\n>From noi\n`;
    const counted = mail(body, `Subject: a\nContent-Length: ${body.length}`);
    for (const piece of [3, 10_000]) {
      expect(await texts(`${AT}\n${counted}\n${AT}\n${mail('due\n')}\n`, piece)).toEqual([
        counted,
        mail('due\n'),
      ]);
    }
    const escaped = mail('>From noi\n', 'Content-Length: 10');
    expect(await texts(`${AT}\n${escaped}\n`)).toEqual([mail('From noi\n', 'Content-Length: 10')]);
  });

  it.each(['0', '7', '99999', '999999999999', '-1', 'x'])(
    'does not believe a length of %s that does not hold',
    async (length) => {
      const wrong = mail('uno e due\n', `Content-Length: ${length}`);
      expect(await texts(`${AT}\n${wrong}\n${AT}\n${mail('due\n')}\n`)).toEqual([
        wrong,
        mail('due\n'),
      ]);
    },
  );

  it('keeps the beginning of a mail that is too large, and goes on behind it', async () => {
    const large = mail('x'.repeat(200_000));
    const found = await split(`${AT}\n${large}\n${AT}\n${mail('due\n')}\n`, 5_000);
    expect(found.map(({ whole, raw }) => [whole, raw.length])).toEqual([
      [false, LIMITS.head],
      [true, mail('due\n').length],
    ]);
    expect(found[0]?.size).toBe(large.length + 1);
    expect(found.at(-1)?.doneBytes).toBe(`${AT}\n${large}\n${AT}\n${mail('due\n')}\n`.length);
  });

  it.each(['', '\n', 'Subject: a\n\nuno\n', 'From', 'From \n', '\0'.repeat(9_000)])(
    'is none where no such line begins it: %j',
    async (text) => {
      expect(await texts(text)).toEqual([]);
    },
  );

  it('whatever lies in mails, writing them and reading them gives the same, in any pieces', async () => {
    const line = fc.oneof(
      fc.constantFrom('', 'From noi', '>From voi', AT, '>>From x', 'ciao', 'From x@y.example'),
      fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
    );
    const body = fc.array(line, { maxLength: 12 }).map((lines) => `${lines.join('\n')}\n`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(body, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 80 }),
        async (bodies, piece) => {
          const mails = bodies.map((one) => mail(latin1(one)));
          const box = mails
            .map((one) => `${AT}\n${one.replaceAll(/^(>*From )/gm, '>$1')}\n`)
            .join('');
          expect(await texts(box, piece)).toEqual(mails);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('never throws for bytes of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const box = Buffer.concat([Buffer.from(`${AT}\nA: b\n`), bytes]);
        expect((await split(box, 50)).length).toBeGreaterThan(0);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
