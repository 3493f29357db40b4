import { describe, expect, test } from 'vitest';
import { findCommand } from '../../renderer/commands/keyboard.ts';
import { COMMANDS } from '../../renderer/commands/registry.ts';
import { chordOf, keycaps } from '../../renderer/commands/shortcut.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift', boolean>> = {},
) => ({
  key,
  ctrlKey: held.ctrl === true,
  metaKey: held.meta === true,
  altKey: held.alt === true,
  shiftKey: held.shift === true,
});
const usual = { before: null, typing: false, singleKeys: true };

describe('a key press in the notation of shortcuts', () => {
  test.each([
    ['a letter', press('j'), false, 'J'],
    ['a capital says Shift', press('E', { shift: true }), false, 'Shift+E'],
    [
      'a sign does not, whatever the keyboard needs for it',
      press('?', { shift: true }),
      false,
      '?',
    ],
    ['Ctrl is Mod', press('k', { ctrl: true }), false, 'Mod+K'],
    ['Command is Mod on macOS', press('k', { meta: true }), true, 'Mod+K'],
    ['Ctrl is not Mod on macOS', press('k', { ctrl: true }), true, 'Other+K'],
    ['all of them', press('Enter', { ctrl: true, shift: true }), false, 'Mod+Shift+Enter'],
  ] as const)('%s', (_name, pressed, mac, chord) => {
    expect(chordOf(pressed, mac)).toBe(chord);
  });
});

describe('the command of a key', () => {
  test('letters are commands outside text fields only', () => {
    expect(findCommand({ ...usual, chord: 'N' })?.id).toBe('noAnswerNeeded');
    expect(findCommand({ ...usual, chord: 'N', typing: true })).toBeNull();
  });

  test('keys that type nothing work everywhere', () => {
    expect(findCommand({ ...usual, chord: 'Mod+Enter', typing: true })?.id).toBe('send');
    expect(findCommand({ ...usual, chord: 'F6', typing: true })?.id).toBe('nextPane');
  });

  test('a second key completes a sequence and does not run its own command', () => {
    expect(findCommand({ ...usual, chord: 'R', before: 'G' })?.id).toBe('go.to_answer');
    expect(findCommand({ ...usual, chord: 'R' })?.id).toBe('reply');
  });

  test('single letters can be turned off; the others stay', () => {
    expect(findCommand({ ...usual, chord: 'E', singleKeys: false })).toBeNull();
    expect(findCommand({ ...usual, chord: 'Mod+K', singleKeys: false })?.id).toBe('palette');
  });
});

test('every shortcut belongs to one command, and no id is given twice', () => {
  const keys = COMMANDS.flatMap((command) => command.keys);
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
  const ids = COMMANDS.map((command) => command.id);
  expect(ids).toEqual([...new Set(ids)]);
});

test.each([
  ['Mod+Enter', false, ['Ctrl ↵']],
  ['Mod+Shift+Enter', true, ['⌘⇧↵']],
  ['G R', false, ['G', 'R']],
] as const)('%s is drawn as keys', (shortcut, mac, drawn) => {
  expect(keycaps(shortcut, mac)).toEqual(drawn);
});
