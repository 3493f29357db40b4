/** Shortcuts as text (`Mod+Shift+Enter`, `G R`): read from a key press, written on a keycap. */

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Letters and named keys say Shift; a sign like `?` needs it on some keyboards and not on others. */
const saysShift = (key: string): boolean => key.length > 1 || /\p{L}/u.test(key);

/** Returns the chord of a key press in the notation of shortcuts: `Mod+K`, `Shift+A`, `?`. */
export function chordOf(press: KeyPress, mac: boolean): string {
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  return [
    mod ? 'Mod' : '',
    other ? 'Other' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey && saysShift(press.key) ? 'Shift' : '',
    key,
  ]
    .filter(Boolean)
    .join('+');
}

const NAMES: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Backspace: '⌫',
  Delete: 'Del',
};

const MODIFIERS = {
  mac: { Mod: '⌘', Shift: '⇧', Alt: '⌥' },
  other: { Mod: 'Ctrl', Shift: '⇧', Alt: 'Alt' },
} as const;

/** Returns a shortcut as keycaps, one per press: `Mod+Enter` → `['Ctrl ↵']`, `G R` → `['G', 'R']`. */
export function keycaps(shortcut: string | undefined, mac: boolean): readonly string[] {
  if (shortcut === undefined) return [];
  const modifiers: Readonly<Record<string, string>> = mac ? MODIFIERS.mac : MODIFIERS.other;
  return shortcut.split(' ').map((chord) =>
    chord
      .split('+')
      .map((part) => modifiers[part] ?? NAMES[part] ?? part)
      .join(mac ? '' : ' '),
  );
}
