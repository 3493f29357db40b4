import type { PageChoiceView } from '../../shared/contract/channel-schemas.ts';
import { GRAPH_URL } from '../../shared/domain/source/graph-version.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';

/** How a page is connected: by logging in with an app of one's own, or by a token that is pasted. */
export type ConnectWay = 'login' | 'token';

/** What is connected: a Facebook page, or a mailbox. */
export type ConnectChannel = 'facebook' | 'email';

/** What is typed to connect a page. */
export interface ConnectValues {
  readonly appId: string;
  /** Leaves the page when it is handed over, whatever comes of it. */
  readonly appSecret: string;
  /** Empty: the token is a person's, and the pages behind it are listed. */
  readonly pageId: string;
  readonly token: string;
  readonly graphUrl: string;
  /** Empty: the standard team. */
  readonly teamId: string;
}

/** A field of the form. */
export type ConnectField = keyof ConnectValues;

/** What is wrong: in a field, or (null) with none of them. */
export interface ConnectFault {
  readonly field: ConnectField | null;
  /** `missing`, `not_an_address`, `not_encrypted`: seen here; else what the service said. */
  readonly code: 'missing' | 'not_an_address' | 'not_encrypted' | AppError['code'];
}

/** The pages of a login, and which of them are wanted. */
export interface PageChooser {
  readonly loginId: string;
  readonly pages: readonly PageChoiceView[];
  readonly query: string;
  readonly chosen: ReadonlySet<string>;
  /** Pages that could not be connected, by their id. */
  readonly failures: ReadonlyMap<string, AppError>;
}

/** The form that connects a page. It lives here, so that nothing typed is lost on the way. */
export interface ConnectState {
  readonly open: boolean;
  readonly channel: ConnectChannel;
  readonly way: ConnectWay;
  /** The name of the account whose token is renewed; null for a new one. */
  readonly renews: string | null;
  readonly values: ConnectValues;
  /** `login`: the person is at the platform's own page · `asking`: the platform is asked. */
  readonly busy: 'login' | 'asking' | null;
  readonly faults: readonly ConnectFault[];
  /** Null until a login has brought pages. */
  readonly chooser: PageChooser | null;
  /** The account that is being connected anew by one click, or was in vain. */
  readonly reconnect: {
    readonly accountId: string;
    readonly waiting: boolean;
    readonly error: AppError | null;
  } | null;
  /** The practice page is being started. */
  readonly practice: { readonly starting: boolean; readonly error: AppError | null };
}

/** An empty form, closed. */
export const initialConnect: ConnectState = {
  open: false,
  channel: 'facebook',
  way: 'login',
  renews: null,
  values: { appId: '', appSecret: '', pageId: '', token: '', graphUrl: GRAPH_URL, teamId: '' },
  busy: null,
  faults: [],
  chooser: null,
  reconnect: null,
  practice: { starting: false, error: null },
};
