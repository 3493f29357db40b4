import { protocol } from 'electron';
import { measuredUrl, type MailShelf } from './mail-shelf.ts';

/**
 * What a mail may do even if the sanitiser were wrong: look like something. No script, no request, no
 * form, no further frame, and shown by our own page alone (decision 0119). A popup is how a link says
 * that a person followed it; none ever opens.
 */
const policy = (sandbox: string, ancestors: string): string =>
  [
    `sandbox ${sandbox}`,
    "default-src 'none'",
    'img-src data:',
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');

/** Serves what lies on the shelf under `rmsg:`, to frames of the page of `pageOrigin`. */
export function serveMail(shelf: MailShelf, pageOrigin: string): void {
  const shown = policy('allow-popups', pageOrigin);
  // The sandbox would stop the shell's own line too; the document's scripts stay forbidden.
  const measured = policy('allow-scripts', "'none'");
  protocol.handle('rmsg', ({ method, url }) => {
    const original = measuredUrl(url);
    const html = method === 'GET' ? shelf.get(original ?? url) : null;
    if (html === null) return Response.error();
    return new Response(html, { headers: headers(original === null ? shown : measured) });
  });
}

const headers = (contentSecurityPolicy: string): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
});
