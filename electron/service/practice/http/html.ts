const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Returns a text that is safe in a page and its attributes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** How pages of the practice server look: plain, readable, light or dark. */
export const PAGE_STYLE =
  'body{font:16px/1.5 system-ui;max-width:42rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}' +
  'article{white-space:pre-wrap;margin:1rem 0}article.reply{margin-left:2rem}small{opacity:.7}' +
  'button{font:inherit;padding:.4rem 1rem;cursor:pointer}';
