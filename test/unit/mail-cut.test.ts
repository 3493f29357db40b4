import { describe, expect, test } from 'vitest';
import { cutFiles } from '../../electron/service/connectors/email/parse/cut-files.ts';
import { openMail, parseMail } from '../../electron/service/connectors/email/parse/parse-mail.ts';
import { mailFixture, mailFixtures } from '../support/mail-fixtures.ts';
import { tnefPackage } from '../support/tnef-package.ts';
import { seededRandom, type SeededRandom } from '../support/seeded-random.ts';

const bytesOf = (random: SeededRandom, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => random.below(256)));

const lines = (bytes: Buffer, width = 76, ending = '\r\n'): string =>
  (bytes.toString('base64').match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(ending);

const part = (type: string, body: string, ending = '\r\n'): string =>
  [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', '', body, ''].join(ending);

const mixed = (parts: readonly string[], ending = '\r\n'): Buffer =>
  Buffer.from(
    [
      'Message-ID: <a@b.test>',
      'From: Anna <anna@b.test>',
      'Subject: Foto',
      'Content-Type: multipart/mixed; boundary="xx"',
      '',
      ...parts.map((one) => `--xx${ending}${one}`),
      `--xx--${ending}`,
    ].join(ending),
  );

/** The short way gives what the long way gives. */
async function expectSame(raw: Uint8Array): Promise<void> {
  expect(await parseMail(raw)).toEqual((await openMail(raw)).parsed);
}

describe('files that are counted and not decoded', () => {
  test.each([
    ['lines of 76', 76, '\r\n'],
    ['lines of 60 that end as on Unix', 60, '\n'],
    ['lines whose groups of four are cut', 75, '\r\n'],
  ])('have the size that they have (%s)', async (_, width, ending) => {
    const random = seededRandom(width);
    const file = bytesOf(random, 50_001);
    const text = part('text/plain; charset=utf-8', lines(Buffer.from('Ecco la foto.')), ending);
    const raw = mixed(
      [text, part('image/png; name=a.png', lines(file, width, ending), ending)],
      ending,
    );
    const { attachments } = await parseMail(raw);
    expect(attachments.map(({ size }) => size)).toEqual([50_001]);
    await expectSame(raw);
  });

  test('several in one mail are told apart', async () => {
    const random = seededRandom(2);
    const files = [20_000, 31_234, 47_001].map((size) => lines(bytesOf(random, size)));
    const raw = mixed(files.map((file, index) => part(`image/png; name=${index}.png`, file)));
    expect(cutFiles(raw)?.cuts.size).toBe(3);
    expect((await parseMail(raw)).attachments.map(({ size }) => size)).toEqual([
      20_000, 31_234, 47_001,
    ]);
    await expectSame(raw);
  });

  test('what only looks like a file is read as ever', async () => {
    const random = seededRandom(3);
    const long = Buffer.from('Tutto il testo, parola per parola. '.repeat(2_000));
    const nested = mixed([part('image/png; name=a.png', lines(bytesOf(random, 30_000)))]);
    for (const raw of [
      mixed([part('text/plain; charset=utf-8', lines(long))]),
      mixed([part('text/html; charset=utf-8', lines(long))]),
      mixed([part('text/calendar; charset=utf-8', lines(long))]),
      mixed([part('message/delivery-status', lines(long))]),
      mixed([part('message/rfc822', lines(nested))]),
      mixed([`Content-Type: message/rfc822\r\n\r\n${nested.toString()}`]),
      Buffer.from(`Subject: base64\r\n\r\nbase64\r\n\r\n${lines(long)}\r\n`),
      mixed([part('image/png', `${lines(long)}\r\n=\r\n${lines(long)}`)]),
      mixed([part('image/png', `${lines(long)}\r\n!!!!${lines(long)}`)]),
    ]) {
      await expectSame(raw);
    }
  });

  test('a package is looked into, however large', async () => {
    const random = seededRandom(4);
    const inside = tnefPackage([{ title: 'foto.png', data: bytesOf(random, 60_000) }]);
    const raw = mixed([part('application/ms-tnef; name=winmail.dat', lines(inside))]);
    expect((await parseMail(raw)).attachments.map(({ size }) => size)).toEqual([
      inside.length,
      60_000,
    ]);
    await expectSame(raw);
  });

  test('every mail of the fixtures comes out the same', async () => {
    for (const folder of ['mime', 'bounces']) {
      for (const name of mailFixtures(folder, '.eml')) {
        await expectSame(mailFixture(folder, `${name}.eml`));
      }
    }
  });

  test('a mail that says base64 all the time is no work', async () => {
    const raw = Buffer.from(`Subject: x\r\n\r\n${'base64\r\n\r\n'.repeat(400_000)}`);
    const before = performance.now();
    expect(cutFiles(raw)).toBeNull();
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
