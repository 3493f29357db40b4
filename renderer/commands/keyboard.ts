import { isMac } from '../lib/shell.ts';
import { appState } from '../state/store.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './registry.ts';
import { chordOf } from './shortcut.ts';

/** The second key of a sequence must follow within this time. */
const SEQUENCE_MS = 1_200;

const byShortcut = new Map<string, Command>(
  COMMANDS.flatMap((entry) => entry.keys.map((keys) => [keys, entry] as const)),
);
const prefixes = new Set(
  [...byShortcut.keys()].filter((keys) => keys.includes(' ')).map((keys) => keys.split(' ')[0]),
);

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select'));

/** Returns the command that a press asks for, given the key pressed before; null for none. */
export function findCommand(press: {
  readonly chord: string;
  readonly before: string | null;
  readonly typing: boolean;
  /** Keys that type something are no shortcuts, when the person said so. */
  readonly singleKeys: boolean;
}): Command | null {
  const { chord, before, typing, singleKeys } = press;
  const sequence = before === null ? undefined : byShortcut.get(`${before} ${chord}`);
  const found = sequence ?? byShortcut.get(chord);
  if (found === undefined || found.whileTyping === true) return found ?? null;
  if (typing || !singleKeys) return null;
  return found;
}

/** Listens for shortcuts anywhere in the window; returns the way to stop. */
export function listenForKeys(): () => void {
  let before: string | null = null;
  let beforeAtMs = 0;
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.key === 'Shift') return;
    const chord = chordOf(event, isMac());
    const inTime = event.timeStamp - beforeAtMs < SEQUENCE_MS;
    const typing = isTextField(event.target);
    const { singleKeys, overlay } = appState().layout;
    const found = findCommand({ chord, before: inTime ? before : null, typing, singleKeys });
    before = !typing && prefixes.has(chord) ? chord : null;
    beforeAtMs = event.timeStamp;
    // Under something that lies over the page only its own keys count.
    const covered = overlay !== null && found?.id !== 'palette';
    if (found === null || covered || !found.canRun()) return;
    event.preventDefault();
    before = null;
    void found.run();
  };
  window.addEventListener('keydown', press);
  return () => window.removeEventListener('keydown', press);
}
