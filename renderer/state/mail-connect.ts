import type { FoundServersView } from '../../shared/contract/mail-schemas.ts';
import { EMPTY_APP, type LoginAppDraft, type LoginAppField } from '../lib/mailbox/login-app.ts';
import type { FailedAttempt, ListedFolder, ServerPair } from '../lib/mailbox/attempts.ts';
import type { ServerDraft, ServerFault, ServerKind } from '../lib/mailbox/servers.ts';

/** What can be wrong before anybody is asked. */
export type MailFault =
  | 'address'
  | 'password'
  /** Servers outside the address's domain that nobody confirmed. */
  | 'foreign'
  /** No folder is chosen. */
  | 'folders'
  | LoginAppField
  | `${ServerKind}.${ServerFault}`;

/** The form that connects a mailbox. It lives here, so that nothing typed is lost on the way. */
export interface MailConnectState {
  /** `who`: whose mailbox, where, and how one comes in · `folders`: the servers let us in. */
  readonly step: 'who' | 'folders';
  /** Under which name answers go out. */
  readonly name: string;
  readonly address: string;
  /** Gone as soon as the mailbox is connected or the form is closed. */
  readonly password: string;
  readonly app: LoginAppDraft;
  readonly way: 'password' | 'browser';
  /** Empty: the standard team. */
  readonly teamId: string;
  /** Where the mailbox of `of` may be; null: nobody was asked. */
  readonly found: { readonly of: string; readonly servers: readonly FoundServersView[] } | null;
  /** Somebody knows the servers that lie outside the address's domain. */
  readonly confirmed: boolean;
  /** Servers by hand; null: as they were found. */
  readonly hand: Readonly<Record<ServerKind, ServerDraft>> | null;
  /** `looking`: for servers · `browser`: the person logs in there · `testing`, `connecting`: the servers are asked. */
  readonly busy: 'looking' | 'browser' | 'testing' | 'connecting' | null;
  /** Which of several servers are being tried. */
  readonly trying: (ServerPair & { readonly at: number; readonly of: number }) | null;
  readonly faults: readonly MailFault[];
  /** The attempt that came furthest, or why one could not even begin. */
  readonly failed: FailedAttempt | null;
  /** A login that went well and waits for its mailbox. */
  readonly loginId: string | null;
  readonly ready:
    | (ServerPair & {
        readonly folders: readonly ListedFolder[];
        readonly filesSent: boolean;
      })
    | null;
  readonly chosen: ReadonlySet<string>;
  /** Null: as the server marks it. */
  readonly sentFolder: string | null;
}

/** An empty form. */
export const initialMailConnect: MailConnectState = {
  step: 'who',
  name: '',
  address: '',
  password: '',
  app: EMPTY_APP,
  way: 'password',
  teamId: '',
  found: null,
  confirmed: false,
  hand: null,
  busy: null,
  trying: null,
  faults: [],
  failed: null,
  loginId: null,
  ready: null,
  chosen: new Set(),
  sentFolder: null,
};

/** Returns what was found for the address that stands in the field; null: nobody was asked for it. */
export const foundFor = ({
  found,
  address,
}: MailConnectState): readonly FoundServersView[] | null =>
  found !== null && found.of === address.trim() ? found.servers : null;
