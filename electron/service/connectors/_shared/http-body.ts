import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';

/**
 * Returns the JSON of a body. When there is none, says what stood there instead: nothing
 * (`empty_answer`), the beginning of something (`cut_answer`), something else such as the web page
 * of a hotel's network (`not_json`). A failing server needs no further reason: `server_error`.
 */
export function parseBody(status: number, bytes: Uint8Array): Result<unknown, AppError> {
  const text = new TextDecoder().decode(bytes).trim();
  const value = parse(text);
  if (value !== undefined) return ok(value);
  if (status >= 500) return err(appError('server_error', { status }));
  if (text === '') return err(appError('empty_answer', { status }));
  const begun = text.startsWith('{') || text.startsWith('[');
  return err(appError(begun ? 'cut_answer' : 'not_json', { status, bytes: bytes.byteLength }));
}

/** JSON knows no `undefined`: it stands for "no JSON". */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
