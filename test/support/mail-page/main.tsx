import '../../../renderer/styles/tokens.css';
import '../../../renderer/styles/reset.css';
import './page.css';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { language, setLanguage } from '../../../renderer/lib/i18n/i18n.ts';
import type { MailBody } from '../../../renderer/lib/mail-html/use-mail.ts';
import { shell } from '../../../renderer/lib/shell.ts';
import { MailFrame } from '../../../renderer/ui/mail/mail-frame.tsx';

/**
 * A page with mails in it and nothing else: the renderer's own parts under the product's shell,
 * protocols and guards. Tests reach it through `window.mailPage`.
 */
export interface MailPage {
  /** Shows a mail in place of the one before. `pictures`: what the service would fetch, by address. */
  show(body: MailBody, pictures?: Readonly<Record<string, string>>): void;
  /** Shows mails below each other, each in a section of its own. */
  showAll(bodies: readonly MailBody[]): void;
  /** The same with documents as they are, in frames like a mail's but without the sanitiser. */
  showRaw(documents: readonly string[]): Promise<void>;
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

/** Another key is another mail. */
const draw = (frames: readonly ReactElement[]): void =>
  root.render(
    frames.map((frame) => {
      shown += 1;
      return <section key={shown}>{frame}</section>;
    }),
  );

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
  showAll(bodies) {
    draw(
      bodies.map((body) => (
        <MailFrame
          // Set by the section around it.
          key="mail"
          body={body}
          label="E-mail"
          loadRemoteImages={() => Promise.resolve(new Map())}
        />
      )),
    );
  },
  async showRaw(documents) {
    const urls = await Promise.all(documents.map((document) => shell().stageMail(document)));
    draw(urls.map((url) => <iframe key={url} title="E-mail" src={url} sandbox="allow-popups" />));
  },
};
shell().usable(null);
