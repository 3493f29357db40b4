import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { AccountRow } from '../ports/store.ts';
import { addAccount } from './accounts.ts';
import type { Inbox } from './inbox.ts';

/** Starts the practice page of this workspace; the page itself is handed in by the wiring. */
export interface PracticeHost {
  /** Returns the running page, started on `port` if that is free, on any other if not. */
  start(port: number): Promise<PracticeSite>;
  close(): Promise<void>;
}

/** A practice page that runs. */
export interface PracticeSite {
  readonly url: string;
  readonly pageId: string;
  readonly token: string;
}

const PRACTICE_PORT = 'practice.port';

/**
 * Runs the practice page and connects it, or connects it anew where it runs elsewhere than before.
 * Errors: `internal` when the page does not start, those of {@link addAccount}.
 */
export async function connectPractice(
  inbox: Inbox,
  host: PracticeHost,
): Promise<Result<AccountRow, AppError>> {
  const known = Number(inbox.store.localSetting(PRACTICE_PORT) ?? 0);
  let site: PracticeSite;
  try {
    site = await host.start(known);
  } catch (cause) {
    inbox.logger.error('practice.start', cause);
    return err(appError('internal'));
  }
  const port = new URL(site.url).port;
  if (port !== String(known)) inbox.store.setLocalSetting(PRACTICE_PORT, port);
  const connected = await addAccount(inbox, {
    channel: 'facebook',
    externalId: site.pageId,
    token: site.token,
    baseUrl: site.url,
    practice: true,
  });
  return connected.ok ? ok(connected.value) : connected;
}

/** Whether this workspace has a practice page that must run for its account to work. */
export const hasPractice = ({ store }: Inbox): boolean =>
  store.accounts().some((account) => account.practice);
