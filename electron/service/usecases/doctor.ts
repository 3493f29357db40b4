import type { ErrorCode } from '../../../shared/kernel/app-error.ts';
import { accountStatus } from './account-status.ts';
import { tokenName, type Inbox } from './inbox.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  /** Codes, counts and names of parts; never message texts or tokens. */
  readonly detail: string | null;
}

export interface Diagnosis {
  readonly ok: boolean;
  readonly findings: readonly Finding[];
}

/** Checks the workspace's file, its accounts, their tokens and the replies on their way. */
export async function diagnose(inbox: Inbox): Promise<Diagnosis> {
  const store = inbox.store.check();
  const accounts = await Promise.all(inbox.store.accounts().map(({ id }) => account(inbox, id)));
  const stuck = inbox.store.outboxOpen().filter((item) => item.state === 'needs_human').length;
  const findings: readonly Finding[] = [
    { name: 'store', ok: store.ok, detail: store.findings.join('; ') || null },
    ...accounts,
    await tokens(inbox),
    { name: 'outbox', ok: stuck === 0, detail: stuck === 0 ? null : `needs_human: ${stuck}` },
    backup(inbox),
  ];
  return { ok: findings.every((finding) => finding.ok), findings };
}

async function account(inbox: Inbox, id: string): Promise<Finding> {
  const name = `account ${id}`;
  const row = inbox.store.account(id);
  if (row === null) return { name, ok: false, detail: 'not_found' satisfies ErrorCode };
  const token = await inbox.secrets.get(tokenName(id));
  if (!token.ok) return { name, ok: false, detail: token.error.code };
  const { health } = accountStatus(inbox, row);
  const fine = health.state === 'ok' || health.state === 'reading';
  const detail = health.error?.code ?? (fine ? null : `set_aside: ${health.setAsideCount}`);
  return { name, ok: fine, detail };
}

/** Not a fault, but to be known: without a keychain a token rests on the file's mode alone. */
async function tokens({ store, secrets }: Inbox): Promise<Finding> {
  const names = store.accounts().map((one) => tokenName(one.id));
  const sealed = await Promise.all(names.map((name) => secrets.isSealed(name)));
  const plain = sealed.filter((one) => one === false).length;
  return { name: 'tokens', ok: true, detail: plain === 0 ? null : `unsealed: ${plain}` };
}

/** A new workspace has none yet, and nothing to lose. */
function backup({ backups, clock, store }: Inbox): Finding {
  const newestAtMs = backups.newestAtMs();
  const fresh = newestAtMs !== null && clock.now() - newestAtMs < 3 * 86_400_000;
  const empty = store.accounts().length === 0;
  return {
    name: 'backup',
    ok: fresh || empty || newestAtMs === null,
    detail: newestAtMs === null ? 'none' : new Date(newestAtMs).toISOString(),
  };
}
