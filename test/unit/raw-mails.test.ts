import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { rawMails } from '../../electron/service/system/raw-mails.ts';

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-mails-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const mail = (text: string): Uint8Array => Buffer.from(`Subject: ${text}\r\n\r\n${text}\r\n`);

async function keep(folder: string, mails: readonly Uint8Array[]): Promise<readonly string[]> {
  const kept = await rawMails(folder).keepAll(mails);
  if (!kept.ok) throw new Error(kept.error.code);
  return kept.value;
}

describe('mails that are kept', () => {
  test('together lie in one file that only its owner can read, and come back byte by byte', async () => {
    const folder = temporary();
    const mails = [mail('uno'), Buffer.alloc(0), mail('due'), Buffer.from([0, 255, 10, 13])];
    const ids = await keep(folder, mails);
    expect(files(folder)).toHaveLength(1);
    expect(statSync(files(folder)[0] ?? '').mode & 0o777).toBe(0o600);
    const store = rawMails(folder);
    const back = await Promise.all(ids.map((id) => store.load(id)));
    expect(back.map((one) => Buffer.from(one ?? 'nothing'))).toEqual(mails.map(Buffer.from));
  });

  test('twice lie there once, under the same names', async () => {
    const folder = temporary();
    const mails = [mail('uno'), mail('due')];
    expect(await keep(folder, mails)).toEqual(await keep(folder, mails));
    expect(files(folder)).toHaveLength(1);
    expect(await keep(folder, [])).toEqual([]);
  });

  test('that are large lie in files of a few megabytes', async () => {
    const folder = temporary();
    const large = [1, 2, 3].map((fill) => Buffer.alloc(3 * 2 ** 20, fill));
    const ids = await keep(folder, large);
    expect(files(folder)).toHaveLength(3);
    const back = await rawMails(folder).load(ids[2] ?? '');
    expect(large[2]?.equals(back ?? Buffer.alloc(0))).toBe(true);
  });

  test('as they were kept at first are still read', async () => {
    const folder = temporary();
    const raw = mail('prima');
    const id = rawMails(folder).idOf(raw);
    await mkdir(join(folder, id.slice(0, 2)));
    await writeFile(join(folder, id.slice(0, 2), `${id}.eml.gz`), gzipSync(raw));
    expect(Buffer.from((await rawMails(folder).load(id)) ?? [])).toEqual(Buffer.from(raw));
  });
});

describe('what is asked for and is not there', () => {
  test('is null: another name, another place, a path', async () => {
    const folder = temporary();
    const [id = ''] = await keep(folder, [mail('uno')]);
    const store = rawMails(folder);
    for (const name of ['', '../etc/passwd', `${id}0`, id.replace('.0', '.1'), 'f'.repeat(64)]) {
      expect(await store.load(name)).toBeNull();
    }
  });

  test('is null wherever a file was cut or changed', async () => {
    const folder = temporary();
    const [id = ''] = await keep(folder, [mail('uno'), mail('due')]);
    const [file = ''] = files(folder);
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length; length += 7) {
      writeFileSync(file, whole.subarray(0, length));
      expect(await rawMails(folder).load(id)).toBeNull();
    }
    for (const heading of ['{}', 'null', '{"packed":"zstd","mails":[[1e99,"x"]]}', '[', '"']) {
      writeFileSync(file, `${heading}\nx`);
      expect(await rawMails(folder).load(id)).toBeNull();
    }
  });
});
