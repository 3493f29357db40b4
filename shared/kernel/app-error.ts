/**
 * Every expected failure of Riscontro, by code. The code decides what happens next; the words that
 * a person reads come from one table in the renderer (`error.<code>`), in Italian and English.
 */
export const ERROR_CODES = [
  // what was asked
  'bad_input',
  'not_found',
  'conflict',
  'not_allowed',
  // the workspace
  'workspace_locked',
  'workspace_newer',
  'workspace_damaged',
  'workspace_missing',
  'workspace_read_only',
  'disk_full',
  'runtime_too_old',
  // the way from the page to the service: not handed over at all; given up
  'service_restarting',
  'service_stopped',
  // the way to the platform
  'offline',
  'timeout',
  'server_error',
  'not_json',
  'empty_answer',
  'cut_answer',
  'bad_shape',
  'endless_paging',
  'throttled',
  'token_dead',
  'permission_missing',
  'object_gone',
  'duplicate',
  'blocked',
  'refused',
  'unknown_outcome',
  // no encrypted line to a mail server, or one whose certificate is nobody's
  'not_secure',
  // a source of an account
  'wrong_token_kind',
  'source_unavailable',
  'asleep',
  'not_running',
  'usage_high',
  // what only some messages allow
  'window_closed',
  'already_replied',
  // connecting through a login
  'login_cancelled',
  'login_failed',
  'app_refused',
  // pictures
  'image_too_large',
  'image_bad_type',
  'image_missing',
  // mails and their files
  'mail_missing',
  'folder_unwritable',
  'files_too_large',
  'files_too_many',
  'file_missing',
  // single items that were set aside
  'item_bad_shape',
  'item_bad_date',
  'item_no_id',
  // sending
  'new_message_arrived',
  'answered_meanwhile',
  'message_vanished',
  'text_empty',
  'text_too_long',
  'secret_missing',
  'secret_sealed',
  // ourselves
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An expected failure. `details` never holds message texts or tokens: it may be logged. */
export interface AppError {
  readonly code: ErrorCode;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

/** Returns an {@link AppError}; `details` is for the log and the words' placeholders. */
export const appError = (code: ErrorCode, details?: AppError['details']): AppError =>
  details === undefined ? { code } : { code, details };

/** Carries an {@link AppError} through code that can only throw (a transaction, a stream). */
export class AppFailure extends Error {
  readonly error: AppError;
  constructor(error: AppError, options?: ErrorOptions) {
    super(error.code, options);
    this.name = 'AppFailure';
    this.error = error;
  }
}
