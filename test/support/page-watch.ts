import type { LaunchedApp } from './app.ts';

/** What a page did beyond showing texts since the last call; empty when all is well. */
export type Deeds = readonly string[];

/** Elements that the page has of itself; whatever else stands in it was brought by somebody. */
const OWN =
  /^(?:html|head|body|title|meta|link|script|style|div|span|p|b|bdi|a|ul|ol|li|dl|dt|dd|h[1-4]|main|aside|nav|header|footer|section|article|blockquote|button|input|textarea|label|form|details|summary|dialog|time|kbd|mark|svg|path|rect|circle|g|line|polyline|polygon)$/;

/**
 * Watches a whole window while texts of strangers are shown in it: dialogs, windows, frames, requests,
 * what the shell opens outside, messages between windows, and elements that are not the page's own.
 */
export async function watchPage({ app, page }: LaunchedApp): Promise<() => Promise<Deeds>> {
  const said: string[] = [];
  page.on('dialog', (dialog) => {
    said.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(?:app|data:image\/)/.test(request.url())) said.push(`request ${request.url()}`);
  });
  page.on('frameattached', (frame) => said.push(`frame ${frame.url()}`));
  app.on('window', (window) => said.push(`window ${window.url()}`));
  await app.evaluate(({ shell }) => {
    shell.openExternal = (url) => {
      process.env['OPENED'] = `${process.env['OPENED'] ?? ''}\n${url}`;
      return Promise.resolve();
    };
  });
  await page.evaluate(() => {
    const told: string[] = [];
    Reflect.set(globalThis, 'told', told);
    window.addEventListener('message', ({ data }) => told.push(`message ${String(data)}`));
    window.addEventListener('error', ({ message }) => told.push(`error ${message}`));
  });
  const title = await page.title();
  const scripts = await page.locator('script').count();
  return async () => {
    const opened = await app.evaluate(() => {
      const opened = process.env['OPENED'] ?? '';
      process.env['OPENED'] = '';
      return opened;
    });
    said.push(...opened.split('\n').filter((url) => url !== ''));
    const found = await page.evaluate((own) => {
      const isOwn = new RegExp(own);
      const told = (Reflect.get(globalThis, 'told') as string[]).splice(0);
      for (const element of document.querySelectorAll('*')) {
        if (!isOwn.test(element.localName)) told.push(`<${element.localName}>`);
        for (const { name, value } of element.attributes) {
          if (/^on|^srcdoc$|^formaction$|^background$/.test(name)) told.push(`[${name}]`);
          if (name === 'href' && !/^(?:https?:|mailto:|tel:|app:|\.?\/|#)/.test(value))
            told.push(value);
        }
      }
      return told;
    }, OWN.source);
    said.push(...found);
    if ((await page.title()) !== title) said.push(`title ${await page.title()}`);
    if ((await page.locator('script').count()) !== scripts) said.push('another script');
    return said.splice(0);
  };
}
