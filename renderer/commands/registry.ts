import { appCommands } from './app-commands.ts';
import type { Command } from './command.ts';
import { conversationCommands } from './conversation-commands.ts';
import { goCommands } from './go-commands.ts';
import { messageCommands } from './message-commands.ts';
import { listCommands } from './list-commands.ts';
import { settingsCommands } from './settings-commands.ts';

const declared = [
  ...conversationCommands,
  ...messageCommands,
  ...listCommands,
  ...goCommands,
  ...settingsCommands,
  ...appCommands,
] as const;

/** The id of a command that exists. */
export type CommandId = (typeof declared)[number]['id'];

/** All commands, in the order of palette and cheat sheet. */
export const COMMANDS: readonly Command[] = declared;

const byId = new Map(COMMANDS.map((entry) => [entry.id, entry]));

/** Returns the command with this id. Throws when there is none: ids are known to the compiler. */
export function commandOf(id: CommandId): Command {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`No command ${id}`);
  return found;
}

/** Runs a command when it makes sense now. False when it does not, or is not known. */
export function runCommand(id: string): boolean {
  const found = byId.get(id);
  if (found === undefined || !found.canRun()) return false;
  void found.run();
  return true;
}
