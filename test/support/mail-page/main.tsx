import '../../../renderer/styles/tokens.css';
import '../../../renderer/styles/reset.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { language, setLanguage } from '../../../renderer/lib/i18n/i18n.ts';
import type { MailBody } from '../../../renderer/lib/mail-html/use-mail.ts';
import { shell } from '../../../renderer/lib/shell.ts';
import { MailFrame } from '../../../renderer/ui/mail/mail-frame.tsx';

/**
 * A page with one mail in it and nothing else: the renderer's own parts under the product's shell,
 * protocols and guards. Tests reach it through `window.mailPage`.
 */
export interface MailPage {
  /** Shows a mail in place of the one before. `pictures`: what the service would fetch, by address. */
  show(body: MailBody, pictures?: Readonly<Record<string, string>>): void;
  /** Puts a document as it is into a frame like a mail's, without the sanitiser. */
  showRaw(document: string): Promise<void>;
  /** The addresses that pictures were asked for. */
  readonly asked: readonly string[];
}

declare global {
  interface Window {
    mailPage: MailPage;
  }
}

const { start } = shell();
setLanguage(start.language);
document.documentElement.lang = language();
document.documentElement.dataset['theme'] = start.dark ? 'dark' : 'light';
document.documentElement.dataset['platform'] = start.platform;

const place = document.querySelector('#root');
if (place === null) throw new Error('The page has no place to draw in.');
const root = createRoot(place);
const asked: string[] = [];
let shown = 0;

window.mailPage = {
  asked,
  show(body, pictures = {}) {
    shown += 1;
    root.render(
      <MailFrame
        key={shown}
        body={body}
        label="E-mail"
        loadRemoteImages={(urls) => {
          asked.push(...urls);
          return Promise.resolve(new Map(urls.map((url) => [url, pictures[url] ?? null])));
        }}
      />,
    );
  },
  async showRaw(document) {
    shown += 1;
    const url = await shell().stageMail(document);
    root.render(<iframe key={shown} title="E-mail" src={url} sandbox="allow-popups" />);
  },
};
shell().usable(null);
