import type { MailboxSettingsView, MailProofView } from '../../shared/contract/mail-schemas.ts';
import {
  failedAttempt,
  furthest,
  isWrongPlace,
  type FailedAttempt,
  type ListedFolder,
  type ServerPair,
} from '../lib/mailbox/attempts.ts';
import { ask } from './service.ts';

/** Servers that let us in, and what they say of themselves. */
export interface OpenMailbox extends ServerPair {
  readonly folders: readonly ListedFolder[];
  readonly filesSent: boolean;
}

/** What is tried, one after the other. */
export interface TryPlan {
  readonly servers: readonly ServerPair[];
  readonly address: string;
  readonly proof: MailProofView;
  /** The account whose kept secret is meant. */
  readonly accountId?: string;
  readonly signal: AbortSignal;
  readonly onTry?: (pair: ServerPair, at: number) => void;
}

/** Settings that are enough to try a mailbox. */
const bareSettings = ({ imap, smtp }: ServerPair, address: string): MailboxSettingsView => ({
  imap,
  smtp,
  addresses: [{ name: null, address }],
  folders: ['INBOX'],
  sentFolder: null,
});

/**
 * Tries servers in turn until one pair lets us in. Where nobody is at a place the next one is tried;
 * where a password is refused none is. Returns the mailbox, or the attempt that came furthest; null:
 * it was broken off.
 */
export async function tryServers(
  plan: TryPlan,
): Promise<{ readonly open: OpenMailbox } | { readonly failed: FailedAttempt } | null> {
  const { servers, address, proof, accountId, signal, onTry } = plan;
  const attempts: FailedAttempt[] = [];
  for (const [at, pair] of servers.entries()) {
    onTry?.(pair, at);
    const wanted = {
      settings: bareSettings(pair, address),
      proof,
      ...(accountId === undefined ? {} : { accountId }),
    };
    const answer = await ask((service) => service.mail.test(wanted, { signal }));
    if (signal.aborted) return null;
    if (answer.ok && answer.value.ok) {
      const { folders, filesSent } = answer.value;
      return { open: { ...pair, folders, filesSent } };
    }
    const attempt = failedAttempt(answer, pair, proof.kind);
    if (attempt === null) break;
    attempts.push(attempt);
    if (!isWrongPlace(attempt)) break;
  }
  const failed = furthest(attempts);
  return failed === null ? null : { failed };
}
