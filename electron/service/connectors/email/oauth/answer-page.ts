import { createHash } from 'node:crypto';

const STYLE =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto 0;padding:0 1.5rem;color-scheme:light dark}';

const TEXTS = {
  taken: {
    it: 'Accesso ricevuto. Puoi chiudere questa pagina e tornare a Riscontro.',
    en: 'Login received. You can close this page and go back to Riscontro.',
  },
  refused: {
    it: 'Accesso non riuscito. Chiudi questa pagina e torna a Riscontro.',
    en: 'The login did not work. Close this page and go back to Riscontro.',
  },
  foreign: {
    it: 'Questa risposta non appartiene all’accesso in corso. Torna a Riscontro.',
    en: 'This answer does not belong to the login under way. Go back to Riscontro.',
  },
} as const;

/** Returns the page that a browser shows at the end of a login: nothing of the answer stands in it. */
export const answerPage = (kind: keyof typeof TEXTS): string =>
  `<!doctype html><html lang="it"><head><meta charset="utf-8"><title>Riscontro</title>` +
  `<style>${STYLE}</style></head><body><p>${TEXTS[kind].it}</p>` +
  `<p lang="en">${TEXTS[kind].en}</p></body></html>`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** No scripts, no requests, no frames; the address with the code in it goes nowhere and is not kept. */
export const ANSWER_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  connection: 'close',
} as const;
