/**
 * What may stand in a header or an envelope. Names, subjects and ids come from strangers' mails: what
 * a line of a header cannot hold is taken out here, before a library sees it.
 */
import { domainToASCII } from 'node:url';

const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/** Returns the text with broken surrogates as U+FFFD. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** Returns one line: control characters and line ends become a space, broken surrogates U+FFFD. */
export const oneLine = (text: string, longest: number): string =>
  wellFormed(wellFormed(text).replace(CONTROLS, ' ').trim().slice(0, longest));

/** Longest Message-ID that is sent on; a line holds 998 characters (RFC 5322 §2.1.1). */
const LONGEST_ID = 250;

/** Returns whether an id (without brackets) can stand in a header as it is. */
export const isPlainId = (id: string): boolean =>
  id.length <= LONGEST_ID && /^[\x21-\x3b\x3d\x3f-\x7e]+$/.test(id);

/** What an address's local part may hold without quotes (RFC 5321 §4.1.2, `Dot-string`). */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN =
  /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/i;

/** Before a name is converted: the conversion drops line ends, decodes `%41` and counts `127.1` out. */
const WRITTEN_DOMAIN = /^[\p{L}\p{N}\p{M}._-]+$/u;
const ASCII = /^[\x21-\x7e]*$/;

const asciiDomain = (domain: string): string => {
  if (!WRITTEN_DOMAIN.test(domain)) return '';
  return ASCII.test(domain) ? domain : domainToASCII(domain);
};

/**
 * Returns the address as it stands in an envelope, its domain in ASCII; null for what no envelope
 * holds safely: controls, blanks, brackets, quoted or non-ASCII local parts, more than 254 characters.
 */
export function envelopeAddress(address: string): string | null {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(0, at));
  const domain = asciiDomain(address.slice(at + 1));
  const whole = `${local}@${domain}`;
  const fits = local.length <= 64 && whole.length <= 254;
  return fits && LOCAL_PART.test(local) && DOMAIN.test(domain) ? whole : null;
}

/** Returns a text with CRLF line ends and without the controls that no mail program shows. */
export const mailText = (text: string): string =>
  wellFormed(text)
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/\n/g, '\r\n');
