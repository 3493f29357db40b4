import type { ReactElement } from 'react';
import { useApp } from '../../state/store.ts';
import { MailboxFolders } from './mailbox-folders.tsx';
import { MailboxForm } from './mailbox-form.tsx';

/** Connects a mailbox: where it is and how one comes in, then what of it is read. */
export function MailboxConnect(): ReactElement {
  const ready = useApp(({ mailConnect: { step, ready: open } }) =>
    step === 'folders' ? open : null,
  );
  return ready === null ? <MailboxForm /> : <MailboxFolders ready={ready} />;
}
