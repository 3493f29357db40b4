import { AppFailure, type AppError, type ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { ERROR_WORDS } from './words.ts';

/** Exit codes: the whole promise of the command line to scripts. */
export const EXIT = { done: 0, failed: 1, badUsage: 2 } as const;

/** Prints the result: one JSON value on stdout, indented only for people. */
export function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, process.stdout.isTTY ? 2 : 0)}\n`);
}

/** Prints a failure on stderr. */
export function printError({ code, details }: AppError): void {
  const error = { code, message: ERROR_WORDS[code], ...(details === undefined ? {} : { details }) };
  process.stderr.write(`${JSON.stringify({ error })}\n`);
}

/** Tells on stderr what a person must know although the command goes on. */
export function printWarning(code: ErrorCode, details: object): void {
  const warning = { code, message: ERROR_WORDS[code], details };
  process.stderr.write(`${JSON.stringify({ warning })}\n`);
}

/** Tells a waiting person how far it is; scripts are spared. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
}

/** Ends a line of progress. */
export function progressDone(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
}

/** Returns the value, or ends the command with the failure. */
export function need<T>(result: Result<T, AppError>): T {
  if (result.ok) return result.value;
  throw new AppFailure(result.error);
}

/** Instants as operators read them: ISO, UTC. */
export const iso = (instantMs: number): string => new Date(instantMs).toISOString();

/** The same where there may be none. */
export const isoOrNull = (instantMs: number | null): string | null =>
  instantMs === null ? null : iso(instantMs);
