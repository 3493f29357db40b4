import { isAbsolute, resolve } from 'node:path';
import type { Language, ThemeChoice } from '../../shared/contract/bridge.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';

/** What the person who starts the app may choose. Null: not said. */
export interface ShellArguments {
  /** Opens the practice workspace. */
  readonly demo: boolean;
  /** Absolute workspace folder. */
  readonly profileDir: string | null;
  /** Where to write a picture of the usable page; the app ends then. Absolute. */
  readonly screenshotFile: string | null;
  readonly host: 'utility' | 'child' | null;
  readonly language: Language | null;
  readonly theme: ThemeChoice | null;
}

const CHOICES = {
  host: ['utility', 'child'],
  lang: ['it', 'en'],
  theme: ['light', 'dark', 'system'],
} as const;

/**
 * Reads the arguments; `cwd` makes folders absolute. Words that are not ours are left alone: they
 * belong to Chromium or to whoever started it. Returns one sentence when a value is wrong.
 */
export function readArguments(
  argv: readonly string[],
  cwd: string,
): Result<ShellArguments, string> {
  const values = collect(argv);
  const problems: string[] = [];
  const choice = <K extends keyof typeof CHOICES>(name: K): (typeof CHOICES)[K][number] | null => {
    const value = values.get(name);
    if (value === undefined) return null;
    const found = CHOICES[name].find((candidate) => candidate === value);
    if (found === undefined) problems.push(`--${name} is one of: ${CHOICES[name].join(', ')}`);
    return found ?? null;
  };
  const path = (name: string): string | null => {
    const value = values.get(name);
    if (value === undefined) return null;
    if (value === '') problems.push(`--${name} needs a path`);
    return isAbsolute(value) ? value : resolve(cwd, value);
  };
  const read: ShellArguments = {
    demo: values.has('demo'),
    profileDir: path('profile'),
    screenshotFile: path('screenshot'),
    host: choice('host'),
    language: choice('lang'),
    theme: choice('theme'),
  };
  return problems.length === 0 ? ok(read) : err(problems.join('; '));
}

const FLAGS = new Set(['demo']);
const VALUED = new Set(['profile', 'screenshot', 'host', 'lang', 'theme']);

/** `--name value` and `--name=value` alike; a missing value is the empty string. */
function collect(argv: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [index, word] of argv.entries()) {
    if (!word.startsWith('--')) continue;
    const [name = '', inline] = word.slice(2).split(/=(.*)/s, 2);
    if (FLAGS.has(name)) values.set(name, '');
    if (!VALUED.has(name)) continue;
    const next = argv[index + 1];
    values.set(name, inline ?? (next === undefined || next.startsWith('--') ? '' : next));
  }
  return values;
}
