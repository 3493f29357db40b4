import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { pageFile } from './page-file.ts';
import { noticeAnswer, NOTICE_HOST } from './notice-page.ts';

/** The page's own origin. A custom scheme has no file system behind it and is no `file:`. */
export const APP_ORIGIN = 'app://riscontro';

/** The page has no network: it reaches the service through its port and nothing else. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  // Mails, each in a frame that may do nothing.
  'frame-src rmsg:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Before the app is ready: makes `app:` and the mails' `rmsg:` standard, secure schemes. */
export function declareSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true } },
    { scheme: 'rmsg', privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the built page from `rendererDir`, and the notice screen, under `app:`. */
export function serveApp(rendererDir: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET') return Response.error();
    if (url.host === NOTICE_HOST) return noticeAnswer(url.pathname);
    const file = url.host === 'riscontro' ? pageFile(rendererDir, url.pathname) : null;
    const type = file === null ? undefined : TYPES[extname(file)];
    if (file === null || type === undefined) return Response.error();
    try {
      return answer(await readFile(file), type);
    } catch {
      return Response.error();
    }
  });
}

function answer(body: Buffer, type: string): Response {
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    },
  });
}
