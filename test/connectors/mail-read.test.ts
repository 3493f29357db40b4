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
import { appError } from '../../shared/kernel/app-error.ts';
import { err } from '../../shared/kernel/result.ts';
import { mailWorld, type MailWorld } from '../support/mail-world.ts';
import { PNG, rawFile, rawMail, type RawPart } from '../support/raw-mail.ts';
import { ScriptedMailbox, SETTINGS } from '../support/scripted-mailbox.ts';
import { START_MS } from '../support/service.ts';
import { temporaryFolder } from '../support/store.ts';

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
      name.endsWith('.gz'),
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

describe('a file of a mail is saved', () => {
  const PDF = Buffer.from('%PDF-1.7 conto');

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
