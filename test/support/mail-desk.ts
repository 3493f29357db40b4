import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { launchApp, type LaunchedApp } from './app.ts';
import { mailWorld, type MailWorld } from './mail-world.ts';
import { OUR_ADDRESS, ScriptedMailbox, SETTINGS } from './scripted-mailbox.ts';

/** A file of a written mail. */
export interface WrittenFile {
  readonly name: string;
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** A mail as a test writes it; what is left out is what mails usually have. */
export interface WrittenLetter {
  readonly from: string;
  readonly name?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly id?: string;
  readonly answers?: string;
  readonly head?: readonly string[];
  readonly files?: readonly WrittenFile[];
}

const base64 = (body: string | Uint8Array): string =>
  Buffer.from(body)
    .toString('base64')
    .replaceAll(/.{1,76}/g, '$&\r\n');

/** Words of a header, whatever signs they have (RFC 2047). */
function encoded(words: string): string {
  const parts: string[] = [];
  let part = '';
  for (const sign of words) {
    if (Buffer.byteLength(part + sign) > 42) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part]
    .map((one) => `=?utf-8?B?${Buffer.from(one).toString('base64')}?=`)
    .join('\r\n ');
}

const partOf = (type: string, body: string | Uint8Array, head: readonly string[] = []): string =>
  [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', ...head, '', base64(body)].join(
    '\r\n',
  );

const multipart = (kind: string, boundary: string, parts: readonly string[]): string =>
  [
    `Content-Type: multipart/${kind}; boundary=${boundary}`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, part]),
    `--${boundary}--`,
  ].join('\r\n');

/** RFC 2231: any name, in one parameter. */
const filePart = ({ name, type, body }: WrittenFile): string =>
  partOf(type, body, [
    `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))}`,
  ]);

/** Returns a mail's bytes. */
export function letterBytes(letter: WrittenLetter, atMs: number): Buffer {
  const { from, name, to = OUR_ADDRESS, subject = 'Guasto', text, html, files = [] } = letter;
  const id = letter.id ?? createHash('sha256').update(JSON.stringify(letter)).digest('hex');
  const words = [
    ...(text === undefined && html !== undefined
      ? []
      : [partOf('text/plain; charset=utf-8', text ?? '')]),
    ...(html === undefined ? [] : [partOf('text/html; charset=utf-8', html)]),
  ];
  const body = multipart('mixed', 'fuori', [
    multipart('alternative', 'dentro', words),
    ...files.map(filePart),
  ]);
  return Buffer.from(
    [
      `From: ${name === undefined ? '' : encoded(name)} <${from}>`,
      `To: ${to}`,
      ...(letter.cc === undefined ? [] : [`Cc: ${letter.cc}`]),
      `Subject: ${encoded(subject)}`,
      `Date: ${new Date(atMs).toUTCString()}`,
      `Message-ID: <${id}@test.example>`,
      ...(letter.answers === undefined ? [] : [`In-Reply-To: <${letter.answers}@test.example>`]),
      ...(letter.head ?? []),
      'MIME-Version: 1.0',
      body,
      '',
    ].join('\r\n'),
  );
}

/** A workspace with one mailbox in it, as a real service has read it; nothing goes on by itself. */
export interface MailDesk {
  readonly box: ScriptedMailbox;
  readonly world: MailWorld;
  /** A mail arrives; it is read with the next `read`. */
  readonly arrive: (
    letter: WrittenLetter,
    minutesAgo: number,
    isHeadOnly?: boolean,
  ) => Promise<void>;
  readonly read: () => Promise<void>;
  /** Leaves the workspace to a window, in Italian and light; closed when the test ends. */
  readonly open: (args?: readonly string[]) => Promise<LaunchedApp>;
}

/** Says that downloads go to a folder of the workspace; returns where that is written. */
function downloadsConfig(profileDir: string): string {
  const [config, downloads] = [join(profileDir, 'config'), join(profileDir, 'downloads')];
  for (const folder of [config, downloads]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(config, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  return config;
}

/** Makes one. */
export async function mailDesk(nowMs = Date.now()): Promise<MailDesk> {
  const box = new ScriptedMailbox();
  const world = await mailWorld(box.connector, SETTINGS, { startMs: nowMs });
  return {
    box,
    world,
    arrive: (letter, minutesAgo, isHeadOnly) => {
      const atMs = nowMs - minutesAgo * 60_000;
      return box.arriveRaw(letterBytes(letter, atMs), atMs, isHeadOnly);
    },
    read: () => world.sync(),
    open: async (args = []) => {
      await world.service().close();
      const config = downloadsConfig(world.profileDir);
      const launched = await launchApp({
        profileDir: world.profileDir,
        args: ['--lang=it', '--theme=light', ...args],
        env: { XDG_CONFIG_HOME: config },
      });
      onTestFinished(() => launched.close());
      await launched.page.getByRole('option').first().waitFor();
      return launched;
    },
  };
}
