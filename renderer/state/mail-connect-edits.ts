import type { ServerPair } from '../lib/mailbox/attempts.ts';
import { foundFor, type MailConnectState, type MailFault } from './mail-connect.ts';
import { appFaults } from '../lib/mailbox/login-app.ts';
import {
  emptyServer,
  isMailAddress,
  readServer,
  serverDraft,
  type ServerDraft,
  type ServerKind,
} from '../lib/mailbox/servers.ts';
import { update } from './store.ts';

/** Takes each change of the form; what was wrong is no longer said of what changed. */
export const editMailConnect = (
  change: Partial<
    Pick<
      MailConnectState,
      'name' | 'address' | 'password' | 'way' | 'teamId' | 'confirmed' | 'sentFolder'
    >
  >,
): void =>
  update.mailConnect(({ faults }) => ({
    ...change,
    faults: faults.filter(
      (fault) => !(fault in change) && !(fault === 'foreign' && 'confirmed' in change),
    ),
    // Another mailbox has other servers: nobody knows them yet.
    ...('address' in change ? { confirmed: false, loginId: null, failed: null } : {}),
  }));

/** The same for the customer's own app. */
export const editLoginApp = (change: Partial<MailConnectState['app']>): void =>
  update.mailConnect(({ app, faults }) => ({
    app: { ...app, ...change },
    loginId: null,
    faults: faults.filter((fault) => !(fault in change)),
  }));

/** The same for servers by hand. */
export const editServer = (kind: ServerKind, draft: ServerDraft): void =>
  update.mailConnect(({ hand, faults }) => ({
    hand: hand === null ? null : { ...hand, [kind]: draft },
    faults: faults.filter((fault) => !fault.startsWith(`${kind}.`)),
  }));

/** Unfolds the settings by hand, filled with what is known, or goes back to what was found. */
export function chooseByHand(wanted: boolean): void {
  update.mailConnect((state) => ({ hand: wanted ? handOf(state) : null, faults: [] }));
}

function handOf(state: MailConnectState): NonNullable<MailConnectState['hand']> {
  const pair: ServerPair | undefined = state.failed ?? foundFor(state)?.[0];
  const user = state.address.trim();
  return {
    imap: pair === undefined ? emptyServer('imap', user) : serverDraft(pair.imap),
    smtp: pair === undefined ? emptyServer('smtp', user) : serverDraft(pair.smtp),
  };
}

/** Takes a folder in or out. */
export const chooseFolder = (path: string, wanted: boolean): void =>
  update.mailConnect(({ chosen, faults }) => {
    const next = new Set(chosen);
    if (wanted) next.add(path);
    else next.delete(path);
    return { chosen: next, faults: faults.filter((fault) => fault !== 'folders') };
  });

/** Goes back to whose mailbox it is and where; nothing typed is lost. */
export const backToServers = (): void =>
  update.mailConnect(() => ({ step: 'who', failed: null, faults: [] }));

/** Returns what can be seen to be wrong before anybody is asked. */
export function mailFaultsIn(state: MailConnectState): readonly MailFault[] {
  const faults: MailFault[] = isMailAddress(state.address.trim()) ? [] : ['address'];
  if (state.hand !== null) {
    for (const kind of ['imap', 'smtp'] as const) {
      faults.push(
        ...readServer(state.hand[kind]).faults.map((fault) => `${kind}.${fault}` as const),
      );
    }
  } else if (foundFor(state)?.[0]?.foreign === true && !state.confirmed) faults.push('foreign');
  if (state.way === 'password') return state.password === '' ? [...faults, 'password'] : faults;
  return [...faults, ...appFaults(state.app)];
}
