import { expect, test } from 'vitest';
import { openMail } from '../../electron/service/connectors/email/parse/parse-mail.ts';
import { readTnef } from '../../electron/service/connectors/email/parse/tnef.ts';
import { PNG, rawFile, rawMail } from '../support/raw-mail.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { tnefPackage } from '../support/tnef-package.ts';

const PDF = Buffer.from('%PDF-1.7 conto');
const TEXT = { type: 'text/plain; charset=utf-8', body: 'In allegato.' };

const packed = (bytes: Uint8Array, name = 'winmail.dat') =>
  rawMail([TEXT, rawFile(name, 'application/ms-tnef', bytes)]);

const alone = (bytes: Uint8Array) =>
  rawMail([rawFile('winmail.dat', 'application/ms-tnef', bytes)]);

const FILES = tnefPackage([
  {
    title: 'FATTUR~1.PDF',
    data: PDF,
    properties: [
      [0x03, 0x3705, 1],
      [0x1e, 0x8001, 'nominata'],
      [0x1f, 0x3707, 'Fattura di novembre – città.pdf'],
      [0x1e, 0x370e, 'Application/PDF'],
    ],
  },
  { title: 'logo.png', data: PNG, properties: [[0x1e, 0x3712, 'logo@studio']] },
  {
    properties: [
      [0x1e, 0x3704, 'nota.txt'],
      [0x102, 0x3701, Buffer.from('ciao')],
    ],
  },
]);

test('the files of a package are files of the mail, after its own, each by its index', async () => {
  const { parsed, bytes } = await openMail(packed(FILES));
  expect(parsed.text.trim()).toBe('In allegato.');
  expect(
    parsed.attachments.map(({ index, name, mediaType, size }) => [index, name, mediaType, size]),
  ).toEqual([
    [0, 'winmail.dat', 'application/ms-tnef', FILES.length],
    [1, 'Fattura di novembre – città.pdf', 'application/pdf', PDF.length],
    [2, 'logo.png', 'application/octet-stream', PNG.length],
    [3, 'nota.txt', 'application/octet-stream', 4],
  ]);
  const written = [1, 2, 3].map((index) => Buffer.from(bytes(index) ?? []));
  expect(written).toEqual([PDF, PNG, Buffer.from('ciao')]);
  expect(bytes(4)).toBeNull();
  expect(parsed.attachments[2]?.contentId).toBe('logo@studio');
});

test('a package in a package is unpacked too, and a mail of packages alone comes to an end', async () => {
  const inner = tnefPackage([{ title: 'dentro.pdf', data: PDF }]);
  const outer = tnefPackage([
    {
      properties: [
        [0x0d, 0x3701, Buffer.concat([Buffer.alloc(16, 1), inner])],
        [0x1e, 0x3001, 'Mail inoltrata'],
      ],
    },
  ]);
  const { parsed } = await openMail(packed(outer));
  expect(parsed.attachments.map(({ name }) => name)).toEqual([
    'winmail.dat',
    'Mail inoltrata',
    'dentro.pdf',
  ]);
  const many = Array.from({ length: 150 }, () => ({ title: 'a.txt', data: PDF }));
  const twice = rawMail([
    TEXT,
    rawFile('winmail.dat', 'application/ms-tnef', tnefPackage(many)),
    rawFile('winmail.dat', 'application/ms-tnef', tnefPackage(many)),
  ]);
  expect((await openMail(twice)).parsed.attachments).toHaveLength(202);
  let deep: Buffer = tnefPackage([{ title: 'a.txt', data: PDF }]);
  for (let depth = 0; depth < 300; depth += 1) deep = tnefPackage([{ data: deep }]);
  expect((await openMail(packed(deep))).parsed.attachments).toHaveLength(201);
});

test('the text of a package is that of a mail without one, and of no other', async () => {
  const html = tnefPackage([], {
    properties: [
      [0x03, 0x3fde, 65001],
      [0x102, 0x1013, Buffer.from('<p>perché</p>')],
      [0x1f, 0x1000, 'perché'],
    ],
  });
  expect((await openMail(alone(html))).parsed).toMatchObject({
    text: 'perché',
    html: '<p>perché</p>',
  });
  const plain = tnefPackage([], { body: 'perch\xe9', codePage: 1252 });
  expect((await openMail(alone(plain))).parsed).toMatchObject({ text: 'perché', html: null });
  expect((await openMail(packed(html))).parsed).toMatchObject({ html: null });
});

test.each([
  [1251, '\xcf\xf0\xe8\xe2\xe5\xf2.txt', 'Привет.txt'],
  [65001, 'perch\xc3\xa9.txt', 'perché.txt'],
  [28592, '\xb1.txt', 'ą.txt'],
  [99999, 'perch\xe9.txt', 'perché.txt'],
])('names in code page %i are read', (codePage, title, name) => {
  const [file] = readTnef(tnefPackage([{ title, data: PDF }], { codePage })).files;
  expect(file?.filename).toBe(name);
});

test('what is called a package and is none stays a file', async () => {
  const { parsed } = await openMail(packed(PDF));
  expect(parsed.attachments.map(({ name }) => name)).toEqual(['winmail.dat']);
  const other = rawMail([TEXT, rawFile('dati.bin', 'application/octet-stream', FILES)]);
  expect((await openMail(other)).parsed.attachments).toHaveLength(1);
});

test('cut or spoilt anywhere it gives what can be read, and throws nothing', () => {
  for (let length = 0; length <= FILES.length; length += 1) readTnef(FILES.subarray(0, length));
  const random = seededRandom(122);
  for (let round = 0; round < 3_000; round += 1) {
    const spoilt = Buffer.from(FILES);
    for (let times = 0; times <= round % 4; times += 1) {
      spoilt[6 + random.below(spoilt.length - 6)] = random.below(256);
    }
    const { files } = readTnef(spoilt);
    expect(files.every(({ content }) => content.length <= FILES.length)).toBe(true);
  }
});
