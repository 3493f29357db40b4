/** What a link of a mail is worth. */
export interface ReadLink {
  /** Where it may lead; null: nowhere, it is text. */
  readonly href: string | null;
  /** The whole address, spelled without tricks. */
  readonly address: string;
  /** What must stand beside the link because its words say something else; null: nothing. */
  readonly truth: string | null;
}

/** Longer addresses are no address of a page; the shell refuses them too. */
const LONGEST = 4_000;
const PHONE = /^\+?[\d().\- ]{3,30}$/;
const MAIL_FIELDS = ['subject', 'body', 'cc'] as const;

/**
 * Reads a link as its sender wrote it, with the words that it shows. Null when it is none of http(s),
 * mailto and tel: paths, scripts, data, files, shares.
 */
export function readLink(href: string, words: string): ReadLink | null {
  const url = parse(href);
  if (url === null || url.href.length > LONGEST) return null;
  switch (url.protocol) {
    case 'http:':
    case 'https:':
      return webLink(url, words);
    case 'mailto:':
      return mailLink(url, words);
    case 'tel:':
      return phoneLink(url, words);
    default:
      return null;
  }
}

function parse(href: string): URL | null {
  // The parser repairs what is not an address yet: `https:host`, `http:\\host`.
  if (!/^\s*(?:https?:\/\/[^/\\]|mailto:|tel:)/i.test(href)) return null;
  try {
    return new URL(href);
  } catch {
    return null;
  }
}

/** A name before the host (`https://bank.example@evil.example`) only serves to deceive. */
function webLink(url: URL, words: string): ReadLink {
  const { hostname, host, username, password } = url;
  const deceives = username !== '' || password !== '';
  const isForeign = hostname.split('.').some((label) => label.startsWith('xn--'));
  const isHonest = hostsIn(words).every((claimed) => isWithin(hostname, claimed));
  return {
    href: deceives ? null : url.href,
    address: url.href,
    truth: deceives || isForeign || !isHonest ? host : null,
  };
}

/** Only the fields that a person sees before it is sent; `attach` takes files along in some programs. */
function mailLink(url: URL, words: string): ReadLink | null {
  const address = decode(url.pathname);
  if (!/^[^\s<>"\\]+@[^\s<>"\\]+$/.test(address)) return null;
  const fields = MAIL_FIELDS.flatMap((name) => {
    const value = url.searchParams.get(name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  const href = `mailto:${encodeURI(address)}${fields.length === 0 ? '' : `?${fields.join('&')}`}`;
  const claimed = words.match(/[^\s<>"()[\],;:]{1,64}@[^\s<>"()[\],;:]{1,255}/)?.[0];
  const isHonest = claimed === undefined || claimed.toLowerCase() === address.toLowerCase();
  return { href, address: href, truth: isHonest ? null : address };
}

function phoneLink(url: URL, words: string): ReadLink | null {
  const number = decode(url.pathname);
  if (!PHONE.test(number)) return null;
  const claimed = words.replace(/\D/g, '');
  const dialled = number.replace(/\D/g, '');
  const isHonest = claimed.length < 5 || dialled.endsWith(claimed) || claimed.endsWith(dialled);
  return { href: `tel:${number}`, address: `tel:${number}`, truth: isHonest ? null : number };
}

/** What the words claim as a host, in the spelling of the network. */
function hostsIn(words: string): readonly string[] {
  return words
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .split(/[^\p{L}\p{N}.\u3002-]+/u)
    .map((word) => word.replace(/\u3002/g, '.').replace(/^[.-]+|[.-]+$/g, ''))
    .filter((word) => word.length <= 253 && /.\.(?:\p{L}{2,}|xn--[\w-]+|\d+)$/u.test(word))
    .filter((word) => !/^[\d.]+$/.test(word) || word.split('.').length === 4)
    .map(networkName);
}

function networkName(host: string): string {
  try {
    return new URL(`http://${host}`).hostname.replace(/^www\./, '');
  } catch {
    return host;
  }
}

const isWithin = (host: string, claimed: string): boolean =>
  host === claimed || host.endsWith(`.${claimed}`);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
