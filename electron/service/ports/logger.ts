/** Fields are ids, codes, counts and durations; never message texts, names or tokens. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `cause` is reduced to its name, code and stack. */
  error(event: string, cause: unknown, fields?: LogFields): void;
}
