import type { LogFields } from '../ports/logger.ts';

/**
 * What a log line may hold. Only shapes that cannot be a message text, a name or a token pass:
 * numbers, booleans, and strings that look like an id, a code or a version. Everything else is
 * replaced by its length, so a careless caller leaks nothing.
 */
const SAFE_STRINGS: readonly RegExp[] = [
  // uuid
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  // platform ids: digits joined by underscores
  /^\d{1,24}(_\d{1,24}){0,3}$/,
  // codes and event names: short lower-case words joined by . _ - :
  /^[a-z]{1,20}\d{0,3}([._:-][a-z0-9]{1,16}){0,6}$/,
  // system codes
  /^(E[A-Z]{2,14}|(SQLITE|ERR)(_[A-Z0-9]{1,16}){1,5})$/,
  // versions
  /^v?\d{1,5}(\.\d{1,5}){1,3}$/,
];

/** Returns `fields` with every string that might be more than an id or a code taken out. */
export function safeFields(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === 'string' ? safeString(value) : value,
    ]),
  );
}

/** Returns `value` when it has the shape of an id, code or version, else its length in brackets. */
export function safeString(value: string): string {
  return SAFE_STRINGS.some((shape) => shape.test(value)) ? value : `[${value.length} characters]`;
}

export interface SafeError {
  readonly name: string;
  readonly code: string | null;
  /** `function file:line:column` per frame; no message, no folders. */
  readonly stack: readonly string[];
  readonly cause: SafeError | null;
}

/** Returns what may be known of a failure: its name, code and where it happened. Never its message. */
export function safeError(cause: unknown, depth = 0): SafeError {
  if (!(cause instanceof Error)) {
    return { name: typeof cause, code: codeOf(cause), stack: [], cause: null };
  }
  return {
    name: /^[A-Z][A-Za-z]{0,39}$/.test(cause.name) ? cause.name : 'Error',
    code: codeOf(cause),
    stack: framesOf(cause),
    cause: cause.cause === undefined || depth >= 3 ? null : safeError(cause.cause, depth + 1),
  };
}

/** The `code` of a system error or an AppError, or of the AppError inside an AppFailure. */
function codeOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('code' in value && typeof value.code === 'string') return safeString(value.code);
  return 'error' in value ? codeOf(value.error) : null;
}

const FRAME =
  /^ {4}at (?:(?:async )?([\w$.<># ]{1,80}) \()?(?:[^()]*[\\/])?([\w.-]+\.[cm]?[jt]sx?:\d+:\d+)\)?$/;

/** Only lines after the message count: a message may imitate a frame. */
function framesOf(error: Error): readonly string[] {
  const head = `${error.name}: ${error.message}`;
  const stack = error.stack ?? '';
  if (!stack.startsWith(head)) return [];
  return stack
    .slice(head.length)
    .split('\n')
    .map((line) => FRAME.exec(line))
    .filter((frame) => frame !== null)
    .map((frame) => `${frame[1] ?? ''} ${frame[2] ?? ''}`.trim());
}
