import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
// For the type of `window.riscontro`.
import '../../renderer/lib/shell.ts';
import type { PracticePage } from '../../electron/service/practice/index.ts';
import type { LaunchedApp } from '../support/app.ts';
import { seriousFindings } from '../support/axe.ts';
import { openDesk } from '../support/inbox-window.ts';

const COMMENTS = [
  {
    name: 'Salvatore Incorvaia',
    message: 'Due mesi di bolletta doppia, quando rispondete?',
    minutesAgo: 200,
  },
  { name: 'Giulia Ricci', message: 'Il negozio di Cuneo è aperto l’8 dicembre?', minutesAgo: 35 },
  { name: 'Tommaso Ferri', message: 'Grazie, ora funziona.', minutesAgo: 12 },
];

const WORDS = {
  it: { accounts: 'Account', appearance: 'Aspetto e lingua', other: 'English' },
  en: { accounts: 'Accounts', appearance: 'Look and language', other: 'Italiano' },
} as const;

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

async function look(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((wanted) => window.riscontro.setTheme(wanted), theme);
  await page.waitForSelector(`html[data-theme="${theme}"]`);
}

/** Takes the account page and the inbox as somebody sees them, in both languages and looks. */
async function pictures({ page, screenshot }: LaunchedApp, name: string): Promise<void> {
  for (const language of ['it', 'en'] as const) {
    const words = WORDS[language];
    for (const theme of ['light', 'dark'] as const) {
      await look(page, theme);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+,');
      await press(page, words.accounts);
      await page.getByRole('article').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await screenshot(`state-${name}-account.${language}.${theme}`);
      await page.keyboard.press('Escape');
      await page.getByRole('option').first().waitFor();
      await screenshot(`state-${name}-inbox.${language}.${theme}`);
    }
    await page.keyboard.press('Control+,');
    await press(page, words.appearance);
    await page.getByText(words.other, { exact: true }).click();
  }
}

interface State {
  /** What happens at the platform, or to the line. */
  readonly happens: (at: { readonly practice: PracticePage; readonly page: Page }) => unknown;
  readonly says: RegExp;
}

const without = (...gone: readonly string[]): readonly string[] =>
  [
    'pages_show_list',
    'pages_read_engagement',
    'pages_read_user_content',
    'pages_manage_engagement',
    'pages_manage_metadata',
    'pages_messaging',
    'instagram_basic',
    'instagram_manage_comments',
    'ads_read',
  ].filter((scope) => !gone.includes(scope));

const STATES: Readonly<Record<string, State>> = {
  throttled: {
    happens: ({ practice }) =>
      practice.control.addFault({
        kind: 'error',
        code: 80001,
        status: 400,
        regainMinutes: 25,
        count: 0,
      }),
    says: /^Facebook ha chiesto di rallentare: Pagina \d+ riprende alle/,
  },
  offline: {
    happens: ({ page }) =>
      page.evaluate(() => {
        Object.defineProperty(navigator, 'onLine', { value: false });
        window.dispatchEvent(new Event('offline'));
      }),
    says: /^Non in linea: si vede quello/,
  },
  'token-dead': {
    happens: ({ practice }) => practice.control.setToken({ dead: 460 }),
    says: /^Pagina \d+ non si legge più\. La password/,
  },
  'permission-missing': {
    happens: async ({ practice, page }) => {
      practice.control.setToken({ scopes: without('pages_messaging', 'pages_manage_metadata') });
      await page.getByRole('button', { name: /^Accesso/ }).click();
      await press(page, 'Controlla adesso');
    },
    says: /^A Pagina \d+ manca pages_messaging, pages_manage_metadata\. Resta fuori: Messenger/,
  },
};

test.each(Object.entries(STATES))(
  'an account that is %s says what happened and what to do, wherever one is',
  async (name, { happens, says }) => {
    const desk = await openDesk(COMMENTS);
    const launched = await desk.open();
    const { page } = launched;
    await page.keyboard.press('Control+,');
    const card = page.getByRole('button', { name: /^Dettagli di / });
    await page
      .getByText(/tutto in ordine|messi da parte/)
      .first()
      .waitFor();
    if ((await card.getAttribute('aria-expanded')) === 'false') await card.click();
    await happens({ practice: desk.practice, page });
    await press(page, 'Leggi adesso');
    await page.getByText(says).waitFor();
    await pictures(launched, name);
  },
);
