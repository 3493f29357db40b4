import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostileMails } from '../support/hostile-mail.ts';
import { remains, startEar, watchWindow, type Ear, type Findings } from '../support/mail-watch.ts';
import {
  buildMailApp,
  openMailWindow,
  removeMailApp,
  type MailWindow,
} from '../support/mail-window.ts';

let folder = '';
beforeAll(async () => {
  folder = await buildMailApp();
});
afterAll(() => removeMailApp(folder));

/** So many mails are looked at together: opening a frame costs more than looking into it. */
const AT_ONCE = 20;
const TIMEOUT_MS = 240_000;

/** What mail frames were refused. The page refuses style sheets while it takes a mail apart. */
function refusalsIn(page: Page): string[] {
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (message.location().url.startsWith('rmsg:')) refusals.push(message.text());
  });
  return refusals;
}

/** Shows mails and returns what went beyond looking at them. */
type Look = (mails: readonly string[]) => Promise<Findings>;

/** The fewest mails at which something was found, and what. */
interface Culprit {
  readonly mails: readonly string[];
  readonly found: Findings;
}

/** Returns the first mail that does not hold still, or those that do not together; null: all do. */
async function firstCulprit(look: Look, mails: readonly string[]): Promise<Culprit | null> {
  for (let from = 0; from < mails.length; from += AT_ONCE) {
    const some = mails.slice(from, from + AT_ONCE);
    const found = await look(some);
    if (found.length > 0) return narrowed(look, { mails: some, found });
  }
  return null;
}

async function narrowed(look: Look, culprit: Culprit): Promise<Culprit> {
  const { mails } = culprit;
  const middle = Math.ceil(mails.length / 2);
  const halves = mails.length > 1 ? [mails.slice(0, middle), mails.slice(middle)] : [];
  for (const half of halves) {
    const found = await look(half);
    if (found.length > 0) return narrowed(look, { mails: half, found });
  }
  return culprit;
}

interface Stage {
  readonly ear: Ear;
  readonly window: MailWindow;
  readonly findings: (frames: readonly (Frame | null)[]) => Promise<Findings>;
  readonly refusals: string[];
}

async function openStage(): Promise<Stage> {
  const ear = await startEar();
  const window = await openMailWindow(folder);
  const findings = await watchWindow(window);
  return { ear, window, findings, refusals: refusalsIn(window.page) };
}

test(
  'hostile mails hold still behind the sanitiser, and no wall behind it is needed',
  { timeout: TIMEOUT_MS },
  async () => {
    const { ear, window, findings, refusals } = await openStage();
    const look: Look = async (mails) => {
      const frames = await window.showAll(mails.map((html) => `<p>Buongiorno</p>${html}`));
      const left = await Promise.all(frames.map((frame) => (frame === null ? [] : remains(frame))));
      return [...left.flat(), ...(await findings(frames)), ...refusals.splice(0)];
    };
    const mails = Object.values(hostileMails(ear.origin)).flat();
    expect(await firstCulprit(look, mails)).toBeNull();
    expect(ear.heard()).toBe(0);
  },
);

test(
  'hostile documents hold still in the frame, without the sanitiser',
  { timeout: TIMEOUT_MS },
  async () => {
    const { ear, window, findings, refusals } = await openStage();
    const look: Look = async (mails) =>
      findings(
        await window.showRaw(mails.map((html) => `<!doctype html><p>Buongiorno</p>${html}`)),
      );
    for (const [group, all] of Object.entries(hostileMails(ear.origin))) {
      // Nothing but the sanitiser keeps a hint to connect from being taken.
      const mails = all.filter((html) => !/preconnect/.test(html));
      expect(await firstCulprit(look, mails), group).toBeNull();
      // What a wall holds back is heard of: silence above means that nothing was tried.
      expect(refusals.splice(0), group).not.toEqual([]);
    }
    expect(ear.heard()).toBe(0);
  },
);
