import { afterEach, expect, test } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';

let opened: LaunchedApp | undefined;

afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

test('the application opens one window with its name and no access to Node', async () => {
  opened = await launchApp();
  const { app, page, screenshot } = opened;
  await page.waitForSelector('#root > *');
  expect(await page.title()).toContain('Riscontro');
  expect(app.windows()).toHaveLength(1);
  expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'require'))).toBe('undefined');
  await screenshot('smoke');
});
