import { createServer, type AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { MailWindow } from './mail-window.ts';

/** A place on loopback that hears every connection, whatever it speaks. */
export interface Ear {
  readonly origin: string;
  readonly heard: () => number;
}

export async function startEar(): Promise<Ear> {
  let heard = 0;
  const server = createServer((socket) => {
    heard += 1;
    socket.on('error', () => {});
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: () => heard,
  };
}

/** What went beyond looking at a mail since the last call. Empty when all is well. */
export type Findings = readonly string[];

/**
 * Watches a window: dialogs, further windows and frames, what the shell opens outside, requests that
 * reach the network's door, and the page around the mails. What it returns looks at the mails of these
 * frames.
 */
export async function watchWindow(
  window: MailWindow,
): Promise<(frames: readonly (Frame | null)[]) => Promise<Findings>> {
  const { app, page } = window;
  const said: string[] = [];
  page.on('dialog', (dialog) => {
    said.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  app.on('window', (other) => {
    const url = other.url();
    // The window in which mails are measured is the shell's.
    if (!/^(?::|about:blank|rmsg:\/\/measure\/|)$/.test(url.replace(/[0-9a-f]{32}$/, ''))) {
      said.push(`window ${url}`);
    }
  });
  await app.evaluate(({ session }) => {
    session.defaultSession.webRequest.onErrorOccurred(({ url }) => {
      if (!/^(?:app|rmsg):/.test(url))
        process.env['ASKED'] = `${process.env['ASKED'] ?? ''}\n${url}`;
    });
  });
  const outside = (): Promise<string> =>
    page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as Element;
      copy.querySelector('#root')?.replaceChildren();
      return `${location.href} ${Object.keys(window).filter((key) => !/^\d+$/.test(key)).length} ${copy.outerHTML}`;
    });
  // The first mail brings the sanitiser's module along.
  await window.show({ html: '<p>Buongiorno</p>' });
  const before = await outside();
  return async (frames) => {
    const links: string[] = [];
    // One after the other: a person has one hand.
    for (const frame of frames) if (frame !== null) links.push(...(await follow(frame)));
    for (const url of await window.opened()) {
      const isFair = /^(?:https?:\/\/|mailto:|tel:)/.test(url) && links.includes(url);
      if (!isFair) said.push(`opened ${url}`);
    }
    const asked = await app.evaluate(() => {
      const asked = process.env['ASKED'] ?? '';
      process.env['ASKED'] = '';
      return asked;
    });
    said.push(...asked.split('\n').filter((url) => url !== ''));
    if ((await outside()) !== before) said.push('the page changed');
    if (app.windows().length > 2) said.push('another window');
    said.push(...innerFrames(page));
    return said.splice(0);
  };
}

/** Frames within a mail's. One that was refused stays, with the browser's own empty page in it. */
const innerFrames = (page: Page): readonly string[] =>
  page
    .frames()
    .filter((frame) => (frame.parentFrame()?.parentFrame() ?? null) !== null)
    .map((frame) => frame.url())
    .filter((url) => !/^(?:|about:blank|about:srcdoc|chrome-error:.*)$/.test(url))
    .map((url) => `frame ${url}`);

/** Clicks at every link of a mail, the first as a person does. Returns where they lead. */
async function follow(frame: Frame): Promise<readonly string[]> {
  const links = await frame.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
  );
  const all = frame.locator('a[href]');
  if (links.length > 0) {
    await all
      .first()
      .click({ force: true, noWaitAfter: true, timeout: 500 })
      .catch(() => {});
  }
  // A frame that a refused link left blank has no more of them.
  await frame
    .evaluate(() => {
      const links = [...document.querySelectorAll('a')].slice(0, 20);
      for (const link of links) if (link instanceof HTMLElement) link.click();
    })
    .catch(() => {});
  return links;
}

/** What of a sanitised mail should not have been left. The frame's own walls are not asked. */
export const remains = (frame: Frame): Promise<Findings> =>
  frame.evaluate(() => {
    const found: string[] = [];
    const attributes =
      /^(?:align|alt|bgcolor|border|cell\w+|charset|class|colo(?:r|rspan)|colspan|dir|face|height|href|id|lang|noshade|nowrap|rel|rowspan|scope|size|span|src|start|style|target|title|type|valign|value|width)$/;
    const elements =
      /^(?:a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|body|br|caption|center|cite|code|col|colgroup|dd|del|dfn|dir|div|dl|dt|em|fig\w+|font|footer|h[1-6r]|head|header|html|i|img|ins|kbd|li|main|mark|menu|meta|nav|ol|p|pre|q|s|samp|section|small|span|strike|strong|style|sub|sup|t(?:able|body|d|foot|h|head|ime|itle|r|t)|u|ul|var|wbr)$/;
    for (const element of document.querySelectorAll('*')) {
      if (!elements.test(element.localName)) found.push(element.localName);
      for (const { name, value } of element.attributes) {
        if (!attributes.test(name)) found.push(`${element.localName}[${name}]`);
        if (name === 'src' && !/^data:image\/(?!svg)/.test(value)) found.push(value);
        if (name === 'href' && !/^(?:https?:\/\/|mailto:|tel:)/.test(value)) found.push(value);
        if (name === 'style' && /url|@|\\/i.test(value)) found.push(value);
      }
    }
    for (const { textContent } of document.querySelectorAll('style')) {
      if (/url\(|@import|@font|image-set/i.test(textContent ?? '')) found.push(textContent ?? '');
    }
    if (document.querySelectorAll('meta').length !== 1) found.push('meta');
    if ('riscontro' in window) found.push('the bridge');
    return found;
  });
