import type { MailServer } from '../../../shared/domain/mail/types.ts';

/** How a server is reached, as it is being typed. */
export interface ServerDraft {
  readonly host: string;
  readonly port: string;
  readonly security: MailServer['security'];
  readonly user: string;
}

/** What can be seen to be wrong in a field of a server before anybody is asked. */
export type ServerFault = 'host' | 'port' | 'user' | 'security';

/** Reading and sending have servers of their own. */
export type ServerKind = 'imap' | 'smtp';

const HOST = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$|^\[?[0-9a-f:]{2,45}\]?$/i;
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1']);

/** The port that each encryption usually has (RFC 8314). */
const PORTS: Readonly<Record<ServerKind, Readonly<Record<MailServer['security'], string>>>> = {
  imap: { tls: '993', starttls: '143', none: '143' },
  smtp: { tls: '465', starttls: '587', none: '587' },
};

/** Nothing typed yet; the usual encryption and its port. */
export const emptyServer = (kind: ServerKind, user: string): ServerDraft => ({
  host: '',
  port: PORTS[kind].tls,
  security: 'tls',
  user,
});

/** Returns a server as it stands in the fields. */
export const serverDraft = ({ host, port, security, user }: MailServer): ServerDraft => ({
  host,
  port: String(port),
  security,
  user,
});

/** Another encryption; a port that was the usual one of the encryption before becomes the new one's. */
export const withSecurity = (
  draft: ServerDraft,
  kind: ServerKind,
  security: MailServer['security'],
): ServerDraft => ({
  ...draft,
  security,
  port: draft.port.trim() === PORTS[kind][draft.security] ? PORTS[kind][security] : draft.port,
});

/** Returns the server that is meant, and what is wrong with what was typed. */
export function readServer(draft: ServerDraft): {
  readonly server: MailServer | null;
  readonly faults: readonly ServerFault[];
} {
  const host = draft.host.trim();
  const user = draft.user.trim();
  const port = /^\d{1,5}$/.test(draft.port.trim()) ? Number(draft.port.trim()) : 0;
  const faults: ServerFault[] = [];
  if (!HOST.test(host)) faults.push('host');
  if (port < 1 || port > 65_535) faults.push('port');
  if (user === '') faults.push('user');
  // A password would travel for all to read.
  if (draft.security === 'none' && !LOOPBACK.has(host)) faults.push('security');
  const { security } = draft;
  return { server: faults.length === 0 ? { host, port, security, user } : null, faults };
}

/** Returns whether somebody could have such an address; servers know the rest. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 320 && /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]+$/.test(text);
