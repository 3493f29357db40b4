/**
 * Returns the address in its normal form when it may be opened outside: http(s) or mailto, without
 * name and password, which only serve to make a host look like another. Null otherwise.
 */
export function externalAddress(text: string): string | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  if (url.protocol === 'mailto:') return url.href;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return url.host === '' || url.username !== '' || url.password !== '' ? null : url.href;
}
