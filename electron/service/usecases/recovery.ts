import { recoveryView, type RecoveryView } from '../../../shared/contract/schemas.ts';
import type { Inbox } from './inbox.ts';

/** Kept in the workspace until it was read: a crash right after the opening must not hide it. */
const NOTE = 'recovery.unread';

/** Keeps what the opening had to do about damage, so that it is told. */
export function noteRecovery(inbox: Inbox, recovery: Omit<RecoveryView, 'atMs'>): void {
  const note: RecoveryView = { ...recovery, atMs: inbox.clock.now() };
  inbox.store.setLocalSetting(NOTE, JSON.stringify(note));
}

/** Returns the recovery that nobody has read yet, or null. */
export function unreadRecovery({ store }: Inbox): RecoveryView | null {
  const text = store.localSetting(NOTE) ?? '';
  if (text === '') return null;
  const note = recoveryView.safeParse(JSON.parse(text));
  // Written by another version of the program: nothing is known of its meaning here.
  return note.success ? note.data : null;
}

/** Somebody has read it. */
export function recoveryRead(inbox: Inbox): void {
  inbox.store.setLocalSetting(NOTE, '');
  inbox.changes.publish({ type: 'settings' });
}
