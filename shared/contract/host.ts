import type { ErrorCode } from '../kernel/app-error.ts';

/**
 * What the shell and the service say to each other, beside the page's port: plain messages that
 * travel over `utilityProcess` or over a child process's channel alike.
 */

/** From the shell to the service. */
export type HostToService =
  | { readonly type: 'hello'; readonly contractVersion: number; readonly options: ServiceOptions }
  /** A page wants to talk. In a child process the port's messages follow as `port.message`. */
  | { readonly type: 'port.open'; readonly portId: number }
  | { readonly type: 'port.message'; readonly portId: number; readonly data: unknown }
  | { readonly type: 'port.close'; readonly portId: number }
  /** To `seal`, `open`, `browse` and `login`; null: it cannot, or the window was closed. */
  | { readonly type: 'answer'; readonly id: number; readonly value: string | null }
  | { readonly type: 'network'; readonly online: boolean }
  | { readonly type: 'power'; readonly event: 'suspend' | 'resume' }
  | { readonly type: 'shutdown' };

/** From the service to the shell. */
export type ServiceToHost =
  | { readonly type: 'ready'; readonly contractVersion: number; readonly host: ServiceRuntime }
  /** The service cannot run at all; the shell shows a clear screen and does not restart it. */
  | { readonly type: 'refused'; readonly code: RefusalCode; readonly contractVersion: number }
  | { readonly type: 'port.message'; readonly portId: number; readonly data: unknown }
  | { readonly type: 'port.close'; readonly portId: number }
  /**
   * Secrets are sealed and opened by the shell's keychain; `browse` shows an address in the person's
   * browser. The answer's `value` is null when it cannot.
   */
  | { readonly type: 'seal' | 'open' | 'browse'; readonly id: number; readonly value: string }
  /** Lets the person log in, in a window of its own; its `answer` is the address it came back to. */
  | ({ readonly type: 'login'; readonly id: number } & LoginAsk)
  /** Nobody waits for that login any more. */
  | { readonly type: 'login.close'; readonly id: number }
  | { readonly type: 'bye' };

/** A login at a platform: where it begins, and the address at which it ends. */
export interface LoginAsk {
  readonly url: string;
  readonly redirectUrl: string;
}

/** Why a service cannot run; `contract_mismatch` when shell and service are of two versions. */
export type RefusalCode = ErrorCode | 'contract_mismatch';

export interface ServiceOptions {
  /** The workspace folder. */
  readonly profileDir: string;
  /** Opens the practice workspace: the service starts a practice page and connects it. */
  readonly practice: boolean;
  readonly logDir: string;
  /** Where files are saved that somebody wants to have. */
  readonly downloadsDir: string;
  /** The shell answers `seal` and `open`; whether the keychain can, each answer says. */
  readonly canSeal: boolean;
}

/** Where the service runs, for the account page and the tests. */
export interface ServiceRuntime {
  readonly kind: 'utility' | 'child';
  readonly node: string;
  readonly napi: string;
}
