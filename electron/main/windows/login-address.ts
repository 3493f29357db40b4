import type { LoginAsk } from '../../../shared/contract/host.ts';

/** Where a login window may go, and how its end is recognised. */
export interface LoginAddresses {
  /** Encrypted, or the very server on this computer at which the login began. */
  mayGo(url: string): boolean;
  /** Exactly the agreed address, whatever its query says: same origin, same path. */
  isEnd(url: string): boolean;
  /** The host that is shown as the window's title; empty where there is none. */
  hostOf(url: string): string;
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);
const ENCRYPTED: ReadonlySet<string> = new Set(['https:', 'wss:']);

/** Returns the rules of one login, or null when it must not even begin. */
export function loginAddresses({ url, redirectUrl }: LoginAsk): LoginAddresses | null {
  const start = parse(url);
  const end = parse(redirectUrl);
  if (start === null || end === null) return null;
  const ownServer = isLoopback(start) ? start.host : null;
  const mayGo = (text: string): boolean => {
    const to = parse(text);
    if (to === null) return false;
    return ENCRYPTED.has(to.protocol) || (isLoopback(to) && to.host === ownServer);
  };
  if (!mayGo(url)) return null;
  return {
    mayGo,
    isEnd: (text) => {
      const to = parse(text);
      return to !== null && to.origin === end.origin && to.pathname === end.pathname;
    },
    hostOf: (text) => parse(text)?.host ?? '',
  };
}

const isLoopback = ({ protocol, hostname }: URL): boolean =>
  (protocol === 'http:' || protocol === 'ws:') && LOOPBACK.has(hostname);

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
