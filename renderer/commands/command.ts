import type { MessageId } from '../lib/i18n/i18n.ts';
import type { IconName } from '../ui/icon/icon.tsx';

/** Where the cheat sheet and the palette list a command. */
export type CommandGroup = 'conversation' | 'message' | 'list' | 'go' | 'app';

/** Something a person can do. Keys, buttons, tooltips, menus, palette and cheat sheet all use it. */
export interface Command {
  readonly id: string;
  readonly label: MessageId;
  readonly group: CommandGroup;
  readonly icon: IconName;
  /**
   * Its shortcuts; the first one is shown. `Mod` is Ctrl, or Command on macOS; two keys with a
   * space between are pressed one after the other: `G R`.
   */
  readonly keys: readonly string[];
  /** Its keys work while one types, too. Only for keys that type nothing. */
  readonly whileTyping?: boolean;
  /** Left out of the palette: it makes sense as a key alone. */
  readonly keyOnly?: boolean;
  /** Whether it makes sense now. */
  readonly canRun: () => boolean;
  /** What it concerns now, in words beside its name in the palette. */
  readonly aside?: () => string | null;
  /** It belongs here but cannot be done now: why, in words. Shown in its place all the same. */
  readonly blocked?: () => string | null;
  readonly run: () => void | Promise<void>;
}

/** Declares a command; its id stays known to the compiler. */
export const command = <const Id extends string>(
  declared: Command & { readonly id: Id },
): Command & { readonly id: Id } => declared;

/** For commands that always make sense. */
export const always = (): boolean => true;
