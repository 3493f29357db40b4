import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostileMails } from '../support/hostile-mail.ts';
import { remains, startEar, watchWindow } from '../support/mail-watch.ts';
import { buildMailApp, openMailWindow, removeMailApp } from '../support/mail-window.ts';

let folder = '';
beforeAll(async () => {
  folder = await buildMailApp();
});
afterAll(() => removeMailApp(folder));

const groups = Object.keys(hostileMails(''));

/** What mail frames were refused. The page refuses style sheets while it takes a mail apart. */
function refusalsIn(page: Page): string[] {
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (message.location().url.startsWith('rmsg:')) refusals.push(message.text());
  });
  return refusals;
}

test.each(groups)(
  'hostile mails hold still (%s): the sanitiser and the frame, each alone',
  async (group) => {
    const ear = await startEar();
    const window = await openMailWindow(folder);
    const findings = await watchWindow(window);
    const refusals = refusalsIn(window.page);
    const mails = hostileMails(ear.origin)[group] ?? [];
    const bad: Record<string, readonly string[]> = {};
    for (const html of mails) {
      const frame = await window.show({ html: `<p>Buongiorno</p>${html}` });
      const left = frame === null ? [] : await remains(frame);
      // No wall behind the sanitiser was needed.
      const found = [...left, ...(await findings(frame)), ...refusals.splice(0)];
      if (found.length > 0) bad[`sanitised: ${html.slice(0, 300)}`] = found;
    }
    // Nothing but the sanitiser keeps a hint to connect from being taken.
    for (const html of mails.filter((html) => !/preconnect/.test(html))) {
      const frame = await window.showRaw(`<!doctype html><p>Buongiorno</p>${html}`);
      const found = await findings(frame);
      if (found.length > 0) bad[`raw: ${html.slice(0, 300)}`] = found;
    }
    expect(bad).toEqual({});
    expect(ear.heard()).toBe(0);
    // What a wall holds back is heard of: silence above means that nothing was tried.
    expect(refusals.length).toBeGreaterThan(0);
  },
);
