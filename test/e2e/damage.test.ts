import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { runUntilExit } from '../support/run-app.ts';
import { workspace } from '../support/store.ts';

/** A profile with a workspace in it, closed in order. */
function profile() {
  const profileDir = mkdtempSync(join(tmpdir(), 'riscontro-damage-'));
  onTestFinished(() => rmSync(profileDir, { recursive: true, force: true }));
  const made = workspace(profileDir);
  made.open().close();
  return { profileDir, made };
}

async function open(profileDir: string): Promise<LaunchedApp> {
  const launched = await launchApp({ profileDir, args: ['--lang=en'] });
  onTestFinished(() => launched.close());
  return launched;
}

it('a repaired workspace says what happened until somebody has read it', async () => {
  const { profileDir, made } = profile();
  truncateSync(made.files.database, 0);
  const { page, screenshot } = await open(profileDir);
  const banner = page.getByText(`The files as they were are in ${made.files.aside}`);
  await banner.waitFor();
  await screenshot('recovered');
  await page.getByRole('button', { name: 'I have read this' }).click();
  await banner.waitFor({ state: 'detached' });
});

it('no picture is made of a failure: it ends with 1 and the reason', async () => {
  const { profileDir, made } = profile();
  const db = made.raw();
  db.pragma('user_version = 9000');
  db.close();
  const file = join(profileDir, 'picture.png');
  const run = await runUntilExit([`--profile=${profileDir}`, '--screenshot', file]);
  expect(run).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('the inbox does not open: workspace_newer'),
  });
});
