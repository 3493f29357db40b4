import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import type { MailServer } from '../../../shared/domain/mail/types.ts';

/** A server as an option names it: `HOST:PORT[/tls|starttls|none]`. */
export type ServerOption = Omit<MailServer, 'user'>;

/** Ports on which lines are encrypted from the first byte (RFC 8314). */
const TLS_PORTS: ReadonlySet<number> = new Set([993, 465]);

/** Returns the server that an option names; throws InvalidArgumentError. */
export function serverOption(text: string): ServerOption {
  const found = /^(\[[0-9a-f:]+\]|[^\s:/]+):(\d{1,5})(?:\/(tls|starttls|none))?$/i.exec(text);
  const port = Number(found?.[2]);
  if (found === null || port < 1 || port > 65_535) {
    throw new InvalidArgumentError(
      'Expected HOST:PORT, with /tls, /starttls or /none where needed.',
    );
  }
  const said = found[3]?.toLowerCase();
  const security =
    said === 'tls' || said === 'starttls' || said === 'none'
      ? said
      : TLS_PORTS.has(port)
        ? 'tls'
        : 'starttls';
  return { host: (found[1] ?? '').replace(/^\[|\]$/g, ''), port, security };
}

/** Collects an option that may be given several times. */
export const several = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

const LONGEST_PASSWORD_BYTES = 4_096;

/** What cannot be read holds no password. */
function fromFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Returns a password: from a file, else from standard input, without the line's end; null when there
 * is none. It is never an argument: others on the machine could read it there.
 */
export async function readPassword(file: string | undefined): Promise<string | null> {
  const text = file === undefined ? await fromStdin() : fromFile(file);
  const password = text.slice(0, LONGEST_PASSWORD_BYTES).replace(/\r?\n[\s\S]*$/, '');
  return password === '' ? null : password;
}

async function fromStdin(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Password: ');
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const part of process.stdin as AsyncIterable<string>) {
    text += part;
    if (text.includes('\n') || text.length > LONGEST_PASSWORD_BYTES) break;
  }
  return text;
}
