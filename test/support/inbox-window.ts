import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { startPracticePage, type PracticePage } from '../../electron/service/practice/index.ts';
import { launchApp, type LaunchedApp, type LaunchOptions } from './app.ts';
import { commentsAt, riscontro } from './cli.ts';

/** What a customer wrote under the brand's post, some minutes ago. */
export interface Written {
  readonly name: string;
  readonly message: string;
  readonly minutesAgo: number;
}

const PAGE_ID = '100100100100100';
const POST_ID = `${PAGE_ID}_1`;
const MINUTE_MS = 60_000;

const graphTime = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, '+0000');

const recordingOf = (comments: readonly Written[], nowMs: number): unknown => ({
  data: [
    {
      id: POST_ID,
      from: { id: PAGE_ID, name: 'Ondalta' },
      message:
        'La Fibra 2,5 Giga arriva a Torino Nord. Verifica la copertura, il modem è incluso. 🚀',
      created_time: graphTime(nowMs - 5 * 24 * 60 * MINUTE_MS),
      comments: {
        data: comments.map(({ name, message, minutesAgo }, index) => ({
          id: `${POST_ID.split('_')[1]}_${index + 1}`,
          from: { id: `2002002002002${String(index).padStart(2, '0')}`, name },
          message,
          created_time: graphTime(nowMs - minutesAgo * MINUTE_MS),
        })),
      },
    },
  ],
});

/** A workspace with one page in it, read to its end, and the page itself. */
export interface Desk {
  readonly profileDir: string;
  readonly practice: PracticePage;
  /** Opens the window on it, in Italian and light; closed when the test ends. */
  readonly open: (options?: LaunchOptions) => Promise<LaunchedApp>;
  /** A customer writes now: under the post, or under the comment with this text. */
  readonly write: (message: string, under?: string) => Promise<void>;
  /** What the page itself wrote at the platform, by text. */
  readonly published: () => Promise<readonly string[]>;
}

async function allComments({ url }: PracticePage) {
  const { commentsByParent } = await commentsAt(url);
  return Object.values(commentsByParent).flat();
}

async function customerWrites(page: PracticePage, message: string, under?: string): Promise<void> {
  const comments = await allComments(page);
  const parent = comments.find((comment) => comment.message === under)?.id ?? POST_ID;
  const query = new URLSearchParams({ parent, message });
  const address = `${new URL(page.url).origin}/__practice/comment?${query}`;
  const answer = await fetch(address, { method: 'POST' });
  if (!answer.ok) throw new Error(`The practice page refused the comment: ${answer.status}`);
}

/** Makes a page with these comments and a workspace that has read them. */
export async function openDesk(comments: readonly Written[]): Promise<Desk> {
  const profileDir = await mkdtemp(join(tmpdir(), 'riscontro-inbox-'));
  onTestFinished(() => rm(profileDir, { recursive: true, force: true }));
  const file = join(profileDir, 'recording.json');
  await writeFile(file, JSON.stringify(recordingOf(comments, Date.now())));
  const practice = await startPracticePage({
    port: 0,
    world: { kind: 'recorded', file, pageId: PAGE_ID },
    clock: { now: () => Date.now() },
    journalFile: null,
  });
  onTestFinished(() => practice.close());
  const { url, pageId, token } = practice;
  const on = ['--profile', profileDir, '--json'];
  const page = ['--page', pageId, '--token', token, '--graph-url', url];
  const added = await riscontro(...on, 'account', 'add', 'facebook', ...page);
  const read = await riscontro(...on, 'sync');
  if (added.code !== 0 || read.code !== 0) throw new Error(added.stderr + read.stderr);
  return {
    profileDir,
    practice,
    open: async (options = {}) => {
      const { args = [], ...rest } = options;
      const launched = await launchApp({
        ...rest,
        profileDir,
        args: ['--lang=it', '--theme=light', ...args],
      });
      onTestFinished(() => launched.close());
      await launched.page.getByRole('option').first().waitFor();
      return launched;
    },
    write: (message, under) => customerWrites(practice, message, under),
    published: async () =>
      (await allComments(practice)).filter(({ byPage }) => byPage).map(({ message }) => message),
  };
}

/** The row of a person in the list. */
export const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('option').filter({ hasText: name });

/** The field that one answers in. */
export const composer = (page: Page): Locator =>
  page.getByRole('region', { name: 'Risposta' }).getByRole('textbox');

/** The slot under the list where things can be taken back. */
export const undoSlot = (page: Page): Locator =>
  page.getByRole('region', { name: 'Azioni da annullare' });
