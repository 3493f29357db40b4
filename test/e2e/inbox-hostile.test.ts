import { expect, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { openDesk, rowOf } from '../support/inbox-window.ts';

const SCRIPT =
  '<script>document.title="preso"</script><img src=x onerror="document.title=\'preso\'">';
const TURNED = '\u202Egro.elpmaxe//:sptth\u202C e poi ancora';

test('what strangers write is text: no markup, no turned lines, no word that breaks the page', async () => {
  const desk = await openDesk([
    { name: 'Mallory <b>', message: SCRIPT, minutesAgo: 40 },
    { name: 'Bidi \u202E', message: TURNED, minutesAgo: 30 },
    { name: 'Lunga', message: 'w'.repeat(4_000), minutesAgo: 20 },
    { name: 'Tante', message: '😀'.repeat(8_000), minutesAgo: 10 },
  ]);
  const { page, screenshot } = await desk.open();
  const thread = page.getByRole('group', { name: 'Messaggi' });
  await rowOf(page, 'Mallory').click();
  await thread.getByText(SCRIPT).waitFor();
  expect(await page.title()).toBe('Riscontro');
  expect(await page.locator('img').count()).toBe(0);
  await rowOf(page, 'Bidi').click();
  await thread.getByText(TURNED).waitFor();
  // The words of ours beside the name keep their order: the name is isolated.
  const name = page.getByRole('main').getByRole('heading').first().locator('bdi');
  expect(await name.getAttribute('dir')).toBe('auto');
  await rowOf(page, 'Lunga').click();
  await thread.getByText(/^w+$/).waitFor();
  const overflow = () => thread.evaluate((node) => node.scrollWidth - node.clientWidth);
  expect(await overflow()).toBe(0);
  await screenshot('inbox-hostile');
  await rowOf(page, 'Tante').click();
  await page.getByRole('button', { name: /^Mostra altro/ }).click();
  expect(await overflow()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
});
