import type { ConversationSummary } from '../../../shared/contract/schemas.ts';
import type { Command } from '../../commands/command.ts';
import { COMMANDS } from '../../commands/registry.ts';
import type { Translate } from '../../lib/i18n/i18n.ts';
import { matchWord, type Match } from './match.ts';

/** One line of the palette. */
export type PaletteItem =
  | {
      readonly type: 'command';
      readonly key: string;
      readonly command: Command;
      readonly match: Match;
      /** Why it cannot be done now; null where it can. */
      readonly blocked: string | null;
    }
  | { readonly type: 'conversation'; readonly key: string; readonly row: ConversationSummary }
  | { readonly type: 'search'; readonly key: string; readonly text: string };

export interface PaletteGroup {
  readonly key: 'scope' | 'message' | 'go' | 'app' | 'conversations';
  readonly items: readonly PaletteItem[];
}

function commandItems(
  t: Translate,
  text: string,
  fits: (command: Command) => boolean,
): readonly PaletteItem[] {
  return COMMANDS.flatMap((command): PaletteItem[] => {
    if (command.keyOnly === true || !fits(command)) return [];
    const blocked = command.blocked?.() ?? null;
    if (blocked === null && !command.canRun()) return [];
    const match = matchWord(t(command.label), text);
    return match === null ? [] : [{ type: 'command', key: command.id, command, match, blocked }];
  });
}

/** Returns what the palette offers for a text: the open conversation's commands first. */
export function paletteGroups(
  t: Translate,
  input: {
    readonly text: string;
    /** The open conversation's own commands are offered. */
    readonly scoped: boolean;
    readonly found: readonly ConversationSummary[];
  },
): readonly PaletteGroup[] {
  const text = input.text.trim();
  const found = input.found.map((row): PaletteItem => ({
    type: 'conversation',
    key: `conversation ${row.id}`,
    row,
  }));
  const search: readonly PaletteItem[] =
    text === '' ? [] : [{ type: 'search', key: 'search', text }];
  const groups: readonly PaletteGroup[] = [
    {
      key: 'scope',
      items: input.scoped ? commandItems(t, text, ({ group }) => group === 'conversation') : [],
    },
    {
      key: 'message',
      items: input.scoped ? commandItems(t, text, ({ group }) => group === 'message') : [],
    },
    { key: 'go', items: commandItems(t, text, ({ group }) => group === 'go') },
    {
      key: 'app',
      items: commandItems(t, text, ({ group }) => group === 'app' || group === 'list'),
    },
    // Last: they come a moment later than the rest, and nothing chosen may move.
    { key: 'conversations', items: [...found, ...search] },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
