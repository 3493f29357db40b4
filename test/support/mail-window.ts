import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { build, mergeConfig } from 'vite';
import { rendererConfig } from '../../build/config/vite.renderer.ts';
import { appFolder } from '../../build/scripts/runtime/prepare.ts';
import type { MailBody } from '../../renderer/lib/mail-html/use-mail.ts';
import { launchOn, type LaunchedApp } from './launch-on.ts';
import { ownStage } from './own-stage.ts';

const source = fileURLToPath(new URL('mail-page', import.meta.url));

/**
 * Makes an application of the product's own programs whose page holds mails and nothing else
 * (`mail-page/main.tsx`). Returns its folder, which is the caller's to remove.
 */
export async function buildMailApp(): Promise<string> {
  const cache = join(appFolder, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'mail-page-'));
  for (const program of ['main', 'preload', 'service']) {
    cpSync(join(appFolder, 'dist', program), join(folder, 'dist', program), { recursive: true });
  }
  cpSync(join(appFolder, 'package.json'), join(folder, 'package.json'));
  await build(
    mergeConfig(rendererConfig(join(folder, 'dist')), {
      root: source,
      logLevel: 'error',
      build: { sourcemap: false },
    }),
  );
  return folder;
}

export const removeMailApp = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true });

/** The window with the mail page. */
export interface MailWindow extends LaunchedApp {
  /** Shows a mail and returns its frame once it is loaded, or null when its plain text is shown. */
  readonly show: (
    body: Partial<MailBody>,
    pictures?: Readonly<Record<string, string>>,
  ) => Promise<Frame | null>;
  /** Shows mails of these HTML texts below each other; returns a frame for each, as `show` does. */
  readonly showAll: (htmls: readonly string[]) => Promise<readonly (Frame | null)[]>;
  /** The same for documents that were not sanitised. */
  readonly showRaw: (documents: readonly string[]) => Promise<readonly (Frame | null)[]>;
  /** Resolves once the height of the mail has stayed the same for a while. */
  readonly steady: () => Promise<void>;
  /** What the shell was about to open outside since the last call. */
  readonly opened: () => Promise<readonly string[]>;
}

export async function openMailWindow(
  folder: string,
  args: readonly string[] = [],
): Promise<MailWindow> {
  const stage = ownStage();
  const launched = await launchOn(
    { ...stage, args: stage.args.map((arg) => (arg === appFolder ? folder : arg)) },
    { args: args.length > 0 ? args : ['--lang=it', '--theme=light'] },
  );
  onTestFinished(() => launched.close());
  const { app, page } = launched;
  // The system's browser is not part of these tests: the shell's last step is written down instead.
  await app.evaluate(({ shell }) => {
    shell.openExternal = (url) => {
      process.env['OPENED'] = `${process.env['OPENED'] ?? ''}\n${url}`;
      return Promise.resolve();
    };
  });
  await page.waitForFunction(() => 'mailPage' in window);
  return {
    ...launched,
    show: async (body, pictures = {}) => {
      const mail: MailBody = { html: null, text: 'Solo testo', inline: [], ...body };
      await page.evaluate(([mail, pictures]) => window.mailPage.show(mail, pictures), [
        mail,
        pictures,
      ] as const);
      return settled(page);
    },
    showAll: async (htmls) => {
      const bodies = htmls.map((html): MailBody => ({ html, text: 'Solo testo', inline: [] }));
      await page.evaluate((bodies) => window.mailPage.showAll(bodies), bodies);
      return allSettled(page, bodies.length);
    },
    showRaw: async (documents) => {
      await page.evaluate((documents) => window.mailPage.showRaw(documents), documents);
      return allSettled(page, documents.length);
    },
    steady: async () => {
      let before = -1;
      for (let same = 0; same < 3;) {
        await page.waitForTimeout(100);
        const height = await sheetHeight(page);
        same = height === before ? same + 1 : 0;
        before = height;
      }
    },
    opened: async () => {
      const text = await app.evaluate(() => {
        const opened = process.env['OPENED'] ?? '';
        process.env['OPENED'] = '';
        return opened;
      });
      return text.split('\n').filter((line) => line !== '');
    },
  };
}

/** How high what is shown of a mail stands in the page, without its border. */
export const sheetHeight = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const frame = document.querySelector('#root iframe');
    return (frame?.parentElement ?? document.querySelector('#root'))?.clientHeight ?? 0;
  });

/** Waits until a frame or a text stands in the page, and the frame is loaded. */
async function settled(page: Page): Promise<Frame | null> {
  const there = page.locator('#root iframe, #root p').first();
  await there.waitFor();
  const handle = await there.elementHandle();
  const frame = (await handle?.contentFrame()) ?? null;
  await frame?.waitForLoadState('load');
  return frame;
}

/** The same for so many mails, each in its section. */
async function allSettled(page: Page, count: number): Promise<readonly (Frame | null)[]> {
  await page.waitForFunction((count) => {
    const sections = [...document.querySelectorAll('#root > section')];
    const isDrawn = sections.every((section) => section.querySelector('iframe, p') !== null);
    return sections.length === count && isDrawn;
  }, count);
  const sections = await page.$$('#root > section');
  return Promise.all(
    sections.map(async (section) => {
      const frame = (await (await section.$('iframe'))?.contentFrame()) ?? null;
      await frame?.waitForLoadState('load');
      return frame;
    }),
  );
}

/** Writes a picture's bytes as the service hands pictures over. */
export const PIXELS =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC';
