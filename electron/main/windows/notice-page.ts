import type { ShellWords } from '../words.ts';

/** The notice has an origin of its own: it shares nothing with the page. */
export const NOTICE_HOST = 'notice';
export const NOTICE_URL = `app://${NOTICE_HOST}/`;

/** What a button of the notice asks for, as the path it leads to. No script runs there. */
export const NOTICE_ACTIONS = ['retry', 'logs', 'quit'] as const;
export type NoticeAction = (typeof NOTICE_ACTIONS)[number];

let shown = '';

/** Makes the page that the next load of {@link NOTICE_URL} gives. */
export function writeNotice(words: ShellWords['notice'], logDir: string): void {
  shown = `<!doctype html><html><head><meta charset="utf-8"><title>${escape(words.title)}</title>
<link rel="stylesheet" href="/notice.css"></head><body><main role="alertdialog" aria-labelledby="title">
<h1 id="title">${escape(words.title)}</h1>
<p>${escape(words.text)}</p><p>${escape(words.kept)}</p>
<p class="meta">${escape(words.logs)}<br><code>${escape(logDir)}</code></p>
<nav><a class="primary" href="/retry">${escape(words.retry)}</a>
<a href="/logs">${escape(words.openLogs)}</a><a href="/quit">${escape(words.quit)}</a></nav>
</main></body></html>`;
}

/** Answers a request to the notice's origin. */
export function noticeAnswer(pathname: string): Response {
  const isStyle = pathname === '/notice.css';
  return new Response(isStyle ? STYLE : shown, {
    headers: {
      'content-type': `text/${isStyle ? 'css' : 'html'}; charset=utf-8`,
      'content-security-policy':
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  });
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Colours are those of the page's tokens, which this origin cannot read. */
const STYLE = `
:root { color-scheme: light dark; --bg: #fff; --ink: #1d1c1a; --ink-2: #504d47; --line: #d8d4cb; --accent: #0b6a78; --on: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #15191b; --ink: #e9eae7; --ink-2: #b6bcbd; --line: #3a4246; --accent: #5bbfcd; --on: #04252b; }
}
body { margin: 0; background: var(--bg); color: var(--ink); font: 14px/1.5 Inter, system-ui, sans-serif; }
main { padding: 28px 32px; }
h1 { margin: 0 0 12px; font-size: 20px; line-height: 1.3; }
p { margin: 0 0 12px; max-width: 60ch; }
.meta { color: var(--ink-2); font-size: 12px; }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; user-select: text; }
nav { display: flex; gap: 8px; margin-top: 24px; }
a { display: inline-flex; align-items: center; height: 32px; padding: 0 14px; border: 1px solid var(--line); border-radius: 6px; color: var(--ink); text-decoration: none; font-size: 13px; }
a.primary { background: var(--accent); border-color: var(--accent); color: var(--on); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
`;
