/** Digits and what separates them; service codes (`*`, `#`) are commands to a telephone. */
const PHONE = /^tel:\+?[\d().\- ]{3,30}$/;

/** Some mail programs take a file's name from the address and attach the file. */
const ATTACHES = /^attach/i;

/**
 * Returns the address in its normal form when it may be opened outside: http(s) without name and
 * password, which only serve to make a host look like another; mailto that attaches nothing; tel with
 * a plain number. Null otherwise.
 */
export function externalAddress(text: string): string | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  if (url.protocol === 'tel:') return PHONE.test(url.href) ? url.href : null;
  if (url.protocol === 'mailto:') {
    return [...url.searchParams.keys()].some((name) => ATTACHES.test(name)) ? null : url.href;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return url.host === '' || url.username !== '' || url.password !== '' ? null : url.href;
}
