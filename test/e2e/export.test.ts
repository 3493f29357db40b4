import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { openDesk, rowOf, type Written } from '../support/inbox-window.ts';

const COMMENTS: readonly Written[] = [
  { name: 'Marco Testa', message: 'Tre giorni senza linea, rispondete?', minutesAgo: 30 },
];

test('a conversation is exported as mails from the palette', async () => {
  const desk = await openDesk(COMMENTS);
  const downloads = join(desk.profileDir, 'scaricati');
  mkdirSync(downloads);
  // Where the system says that downloads go.
  writeFileSync(join(desk.profileDir, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const env = { XDG_CONFIG_HOME: desk.profileDir };
  const { page, screenshot } = await desk.open({ env });
  await rowOf(page, 'Marco Testa').first().click();
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('esporta');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Esporta la conversazione' });
  await form.getByText('Una cartella di file .eml').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await form.getByRole('button', { name: 'Esporta', exact: true }).click();
  // The post, and the comment below it.
  await form.getByText('2 e-mail scritte in:').waitFor();
  await form.getByRole('button', { name: 'Mostra nella cartella' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await screenshot('conversation-exported');
  const [folder] = readdirSync(downloads);
  expect(folder).toMatch(/^\d{4}-\d\d-\d\d Marco Testa$/);
  expect(readdirSync(join(downloads, folder ?? '')).toSorted()).toEqual([
    expect.stringMatching(/^001 .* Ondalta\.eml$/),
    expect.stringMatching(/^002 .* Marco Testa\.eml$/),
  ]);
});
