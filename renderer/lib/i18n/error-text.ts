import { ERROR_CODES, type AppError } from '../../../shared/kernel/app-error.ts';
import type { MessageId, Translate } from './i18n.ts';

type ErrorMessageId = Extract<MessageId, `error.${string}`>;

const ids: ReadonlyMap<string, ErrorMessageId> = new Map(
  ERROR_CODES.map((code) => [code, `error.${code}`]),
);

/** Returns the words of a failure: what happened, then the way out. Unknown codes read as `internal`. */
export const errorText = (t: Translate, error: AppError | string): string =>
  t(ids.get(typeof error === 'string' ? error : error.code) ?? 'error.internal');
