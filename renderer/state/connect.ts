import { GRAPH_URL } from '../../shared/domain/source/graph-version.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';

/** What is typed to connect a page. */
export interface ConnectValues {
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

/** The form that connects a page. It lives here, so that nothing typed is lost on the way. */
export interface ConnectState {
  readonly open: boolean;
  /** The name of the account whose token is renewed; null for a new one. */
  readonly renews: string | null;
  readonly values: ConnectValues;
  readonly checking: boolean;
  readonly faults: readonly ConnectFault[];
  /** The practice page is being started. */
  readonly practice: { readonly starting: boolean; readonly error: AppError | null };
}

/** An empty form, closed. */
export const initialConnect: ConnectState = {
  open: false,
  renews: null,
  values: { pageId: '', token: '', graphUrl: GRAPH_URL, teamId: '' },
  checking: false,
  faults: [],
  practice: { starting: false, error: null },
};
