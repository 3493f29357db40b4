/** What a person sees and saves of a mail that is kept, on a real store and real files. */
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileSaver } from '../../electron/service/system/save-file.ts';
import { INLINE_LIMITS, readMailBody } from '../../electron/service/usecases/mail/read-mail.ts';
import {
  attachedFile,
  saveAttachment,
} from '../../electron/service/usecases/mail/save-attachment.ts';
import {
  readAttachment,
  SHOWN_LIMITS,
} from '../../electron/service/usecases/mail/read-attachment.ts';
import { appError } from '../../shared/kernel/app-error.ts';
import { err } from '../../shared/kernel/result.ts';
import { mailWorld, type MailWorld } from '../support/mail-world.ts';
import { PNG, rawFile, rawMail, type RawPart } from '../support/raw-mail.ts';
import { ScriptedMailbox, SETTINGS } from '../support/scripted-mailbox.ts';
import { START_MS } from '../support/service.ts';
import { temporaryFolder } from '../support/store.ts';
import { tnefPackage } from '../support/tnef-package.ts';

/** A workspace with one mail in it, and the id of its message. */
async function withMail(
  raw: Uint8Array,
  isHeadOnly = false,
): Promise<{ world: MailWorld; id: string }> {
  const box = new ScriptedMailbox();
  await box.arriveRaw(raw, START_MS - 60_000, isHeadOnly);
  const world = await mailWorld(box.connector, SETTINGS);
  await world.sync();
  return { world, id: world.conversations()[0]?.messages[0]?.id ?? '' };
}

const TEXT =
  'Buongiorno, la linea non va.\r\n\r\nIl 12 nov 2026 Ondalta ha scritto:\r\n> Tutto bene?\r\n';
const text: RawPart = { type: 'text/plain; charset=utf-8', body: TEXT };
const html = (body: string): RawPart => ({ type: 'text/html; charset=utf-8', body });
const picture = (id: string, body: Uint8Array, type = 'image/png'): RawPart => ({
  type,
  body,
  head: [`Content-ID: <${id}>`, 'Content-Disposition: inline'],
});

const bodyOf = async ({ world, id }: Awaited<ReturnType<typeof withMail>>) => {
  const read = await readMailBody(world.inbox(), id);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};

describe('a mail is read', () => {
  test('with its text apart from what it quotes, its HTML as it came, and its pictures', async () => {
    const source = '<p>Buongiorno</p><img src="cid:logo@studio"><script>alert(1)</script>';
    const raw = rawMail([html(source), picture('logo@studio', PNG)], { kind: 'related' });
    const body = await bodyOf(await withMail(raw));
    expect(body.html).toContain(source);
    expect(body).toMatchObject({
      text: 'Buongiorno',
      inline: [
        { contentId: 'logo@studio', dataUrl: `data:image/png;base64,${PNG.toString('base64')}` },
      ],
      isCut: false,
      missing: null,
    });
    const plain = await bodyOf(await withMail(rawMail([text])));
    expect(plain).toMatchObject({
      text: 'Buongiorno, la linea non va.',
      html: null,
      inline: [],
    });
    expect(plain.quoted).toContain('> Tutto bene?');
  });

  test('its pictures are what their first bytes say, and never SVG', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    );
    const files: readonly (readonly [string, Uint8Array])[] = [
      ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
      ['gif', Buffer.from('GIF89a')],
      ['webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
      ['bmp', Buffer.concat([Buffer.from('BM'), Buffer.alloc(12), Buffer.from([40, 0, 0, 0])])],
      ['avif', Buffer.from('\0\0\0\x1cftypavif')],
      ['svg', svg],
      ['heic', Buffer.from('\0\0\0\x1cftypheic')],
      ['text', Buffer.from('BMW ist ein Auto und kein Bild')],
      ['html', Buffer.from('<html><img src=x>')],
      ['empty', Buffer.alloc(0)],
    ];
    const source = files.map(([id]) => `<img src="cid:${id}">`).join('');
    const raw = rawMail(
      [html(source), ...files.map(([id, bytes]) => picture(id, bytes, 'image/png'))],
      { kind: 'related' },
    );
    const { inline } = await bodyOf(await withMail(raw));
    expect(inline.map(({ contentId, dataUrl }) => [contentId, dataUrl.split(';')[0]])).toEqual([
      ['jpeg', 'data:image/jpeg'],
      ['gif', 'data:image/gif'],
      ['webp', 'data:image/webp'],
      ['bmp', 'data:image/bmp'],
      ['avif', 'data:image/avif'],
    ]);
  });

  test('its pictures are limited, each and together', async () => {
    const { world, id } = await withMail(rawMail([text]));
    const sizes = [6, 4.9, 4.9, 4.9, 4.9, 4.9, 0.3].map((mb) => Math.floor(mb * 2 ** 20));
    const opened = await world.inbox().mailReader.open(rawMail([text]));
    const attachments = sizes.map((size, index) => ({
      index,
      size,
      name: '',
      mediaType: 'image/png',
      contentId: `p${index}`,
      inline: true,
    }));
    // Taking a mail of thirty megabytes apart is not what is tested here.
    const mailReader = {
      ...world.inbox().mailReader,
      open: () => Promise.resolve({ parsed: { ...opened.parsed, attachments }, bytes: () => PNG }),
    };
    const read = await readMailBody({ ...world.inbox(), mailReader }, id);
    const inline = read.ok ? read.value.inline : [];
    expect(inline.map(({ contentId }) => contentId)).toEqual(['p1', 'p2', 'p3', 'p4', 'p6']);
    expect(INLINE_LIMITS).toEqual({ each: 5 * 2 ** 20, all: 20 * 2 ** 20 });
  });

  test('what is too long is cut, and said to be', async () => {
    const long = await bodyOf(
      await withMail(rawMail([html(`<p>${'parola '.repeat(700_000)}</p>`)])),
    );
    expect(long.isCut).toBe(true);
    expect(long.html?.length).toBeLessThanOrEqual(4_000_000);
    expect(long.text.length).toBeLessThanOrEqual(1_000_000);
  });

  test('where it is not kept, its fact speaks, and it says why', async () => {
    const head = await bodyOf(await withMail(rawMail([text]), true));
    const gone = await withMail(rawMail([text, rawFile('a.pdf', 'application/pdf', 'x')]));
    rmSync(join(gone.world.profileDir, 'mails'), { recursive: true });
    const missing = appError('mail_missing');
    const fact = { text: 'Buongiorno, la linea non va.', html: null, inline: [], missing };
    expect(head).toMatchObject(fact);
    expect(await bodyOf(gone)).toMatchObject({ ...fact, attachments: [{ name: 'a.pdf' }] });
    expect(await attachedFile(gone.world.inbox(), gone.id, 0)).toEqual(err(missing));
  });

  test('one that was changed on the disk is not shown as what came', async () => {
    const { world, id } = await withMail(rawMail([text]));
    const folder = join(world.profileDir, 'mails');
    const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith('.mails'),
    );
    writeFileSync(join(folder, file ?? ''), 'anything');
    expect((await bodyOf({ world, id })).missing).toEqual(appError('mail_missing'));
  });

  test('what is no mail has none', async () => {
    const { world } = await withMail(rawMail([text]));
    expect(await readMailBody(world.inbox(), 'nonsense')).toEqual(err(appError('not_found')));
    expect(await readMailBody(world.inbox(), '')).toEqual(err(appError('not_found')));
  });
});

const PDF = Buffer.from('%PDF-1.7 conto');

describe('a file of a mail is saved', () => {
  test('under its own name, for its owner alone, and never over another one', async () => {
    const { world, id } = await withMail(
      rawMail([text, rawFile('conto.pdf', 'application/pdf', PDF)]),
    );
    const folder = temporaryFolder();
    const save = () => saveAttachment(world.inbox(), { messageId: id, index: 0, folder });
    const saved = [await save(), await save(), await save()];
    expect(saved.map((one) => (one.ok ? one.value.name : one.error))).toEqual([
      'conto.pdf',
      'conto (2).pdf',
      'conto (3).pdf',
    ]);
    for (const one of saved) {
      const path = one.ok ? one.value.path : '';
      expect(readFileSync(path)).toEqual(PDF);
      expect(statSync(path).mode & 0o777).toBe(0o600);
    }
  });

  test('within the folder, whatever its sender calls it', async () => {
    const name = '../../.config/autostart/x.desktop';
    const { world, id } = await withMail(rawMail([text, rawFile(name, 'application/pdf', PDF)]));
    const outer = temporaryFolder();
    const folder = join(outer, 'a', 'b');
    mkdirSync(folder, { recursive: true });
    await saveAttachment(world.inbox(), { messageId: id, index: 0, folder });
    expect(readdirSync(outer, { recursive: true })).toEqual(['a', 'a/b', 'a/b/x.desktop']);
    expect(statSync(join(folder, 'x.desktop')).mode & 0o111).toBe(0);
  });

  test('beside a link of its name, not through it', async () => {
    const { world, id } = await withMail(
      rawMail([text, rawFile('conto.pdf', 'application/pdf', PDF)]),
    );
    const folder = temporaryFolder();
    const victim = join(temporaryFolder(), 'victim');
    symlinkSync(victim, join(folder, 'conto.pdf'));
    const saved = await saveAttachment(world.inbox(), { messageId: id, index: 0, folder });
    expect(saved).toMatchObject({ value: { name: 'conto (2).pdf' } });
    expect(() => statSync(victim)).toThrow();
  });

  test('or the reason is said', async () => {
    const { world, id } = await withMail(
      rawMail([text, rawFile('conto.pdf', 'application/pdf', PDF)]),
    );
    const folder = temporaryFolder();
    const code = async (index: number, where: string) => {
      const saved = await saveAttachment(world.inbox(), { messageId: id, index, folder: where });
      return saved.ok ? 'saved' : saved.error.code;
    };
    expect(await code(0, 'relative')).toBe('bad_input');
    expect(await code(0, join(folder, 'nowhere'))).toBe('folder_unwritable');
    writeFileSync(join(folder, 'file'), '');
    expect(await code(0, join(folder, 'file'))).toBe('folder_unwritable');
    for (const index of [1, -1, 0.5, Number.NaN])
      expect(await code(index, folder)).toBe('not_found');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('with the mark of the web on Windows', async () => {
    const folder = temporaryFolder();
    const saved = await fileSaver('win32').save(folder, 'a.docm', PDF);
    expect(saved.ok).toBe(true);
    expect(readFileSync(join(folder, 'a.docm:Zone.Identifier'), 'utf8')).toContain('ZoneId=3');
  });
});

const shown = async (...files: readonly RawPart[]) => {
  const { world, id } = await withMail(rawMail([text, ...files]));
  const all = await Promise.all(files.map((_, at) => readAttachment(world.inbox(), id, at)));
  return all.map((one) => {
    if (!one.ok) throw new Error(one.error.code);
    return one.value;
  });
};

describe('a file of a mail is seen without another program', () => {
  test('a picture, whatever it is called; an SVG and a page only as a file', async () => {
    const found = await shown(
      rawFile('foto.exe', 'application/x-msdownload', PNG),
      rawFile('logo.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
      rawFile('pagina.html', 'text/html', '<script>alert(1)</script>'),
      rawFile('finta.png', 'image/png', 'MZ'),
      rawFile('conto.pdf', 'application/pdf', '%PDF-1.7'),
    );
    expect(found[0]).toMatchObject({
      kind: 'picture',
      type: 'image/png',
      dataUrl: `data:image/png;base64,${PNG.toString('base64')}`,
      attachment: { name: 'foto.exe' },
    });
    expect(found.slice(1).map(({ kind }) => kind)).toEqual(['file', 'file', 'file', 'file']);
  });

  test('a text in its alphabet, its beginning when it is long, and never what is none', async () => {
    const found = await shown(
      rawFile('utf8.txt', 'text/plain', 'perché\r\nsì'),
      rawFile('win.csv', 'text/csv', Buffer.from('perch\xe9;1', 'latin1')),
      rawFile('utf16.log', 'application/octet-stream', Buffer.from('\ufeffperché', 'utf16le')),
      rawFile('lungo.txt', 'text/plain', 'è'.repeat(SHOWN_LIMITS.text + 1)),
      rawFile('falso.txt', 'text/plain', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])),
      rawFile('vuoto.txt', 'text/plain', ''),
    );
    expect(found).toMatchObject([
      { kind: 'text', text: 'perché\nsì', isCut: false },
      { kind: 'text', text: 'perché;1' },
      { kind: 'text', text: 'perché' },
      { kind: 'text', text: 'è'.repeat(SHOWN_LIMITS.text), isCut: true },
      { kind: 'file' },
      { kind: 'text', text: '' },
    ]);
  });

  test('an invitation as an event, and what only says so as its text', async () => {
    const ics =
      'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Sopralluogo\r\nDTSTART:20261125T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    const found = await shown(
      rawFile('invito.ics', 'text/calendar; method=REQUEST', ics),
      rawFile('invito.ics', 'application/octet-stream', ics),
      rawFile('altro.ics', 'text/calendar', 'niente'),
    );
    const event = { method: 'request', title: 'Sopralluogo' };
    expect(found).toMatchObject([
      { kind: 'event', event },
      { kind: 'event', event },
      { kind: 'text', text: 'niente\n' },
    ]);
  });

  test('a mail within a mail, and those within it, so far and no further', async () => {
    const inner = (depth: number): Buffer =>
      rawMail(
        [
          { type: 'text/plain', body: `Mail ${depth}` },
          rawFile('conto.pdf', 'application/pdf', PDF),
          ...(depth < 9 ? [rawFile('dentro.eml', 'message/rfc822', inner(depth + 1))] : []),
        ],
        { subject: `Numero ${depth}` },
      );
    const [found, none] = await shown(
      rawFile('inoltrata.eml', 'message/rfc822', inner(1)),
      rawFile('vuota.eml', 'application/octet-stream', 'niente di niente'),
    );
    expect(found).toMatchObject({
      kind: 'mail',
      mail: {
        subject: 'Numero 1',
        from: { name: 'Anna', address: 'anna@cliente.example' },
        dateMs: Date.UTC(2026, 10, 23, 7),
        text: 'Mail 1\n',
        isCut: false,
        files: [{ name: 'conto.pdf', size: PDF.length }, { name: 'dentro.eml' }],
        mails: [{ subject: 'Numero 2', mails: [{ subject: 'Numero 3', mails: [] }] }],
      },
    });
    expect(none?.kind).toBe('file');
  });

  test('of many mails within mails only some are read', async () => {
    const small = rawMail([{ type: 'text/plain', body: 'x' }], { subject: 'Piccola' });
    const many = rawMail(
      Array.from({ length: 60 }, () => rawFile('a.eml', 'message/rfc822', small)),
    );
    const [found] = await shown(rawFile('tante.eml', 'message/rfc822', many));
    const mails = found?.kind === 'mail' ? found.mail.mails : [];
    expect(mails).toHaveLength(SHOWN_LIMITS.mails - 1);
  });

  test('a file out of a winmail.dat, seen and saved like any other', async () => {
    const packed = tnefPackage([
      { title: 'foto.png', data: PNG },
      { title: 'nota.txt', data: Buffer.from('ciao') },
    ]);
    const { world, id } = await withMail(
      rawMail([text, rawFile('winmail.dat', 'application/ms-tnef', packed)]),
    );
    const facts = world.conversations()[0]?.messages[0]?.mail?.attachments ?? [];
    expect(facts.map(({ name }) => name)).toEqual(['winmail.dat', 'foto.png', 'nota.txt']);
    expect(await readAttachment(world.inbox(), id, 1)).toMatchObject({
      value: { kind: 'picture' },
    });
    expect(await readAttachment(world.inbox(), id, 2)).toMatchObject({
      value: { kind: 'text', text: 'ciao' },
    });
    const folder = temporaryFolder();
    await saveAttachment(world.inbox(), { messageId: id, index: 1, folder });
    expect(readFileSync(join(folder, 'foto.png'))).toEqual(PNG);
  });

  test('or the reason is said', async () => {
    const { world, id } = await withMail(rawMail([text]));
    expect(await readAttachment(world.inbox(), id, 0)).toEqual(err(appError('not_found')));
    expect(await readAttachment(world.inbox(), 'x', 0)).toEqual(err(appError('not_found')));
  });
});
