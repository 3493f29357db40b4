import { Command } from 'commander';
import { addAccountCommand } from './commands/accounts.ts';
import { addActCommand } from './commands/act.ts';
import { addConversationCommands } from './commands/conversations.ts';
import { addMailCommand } from './commands/mail.ts';
import { addMaintenanceCommands } from './commands/maintenance.ts';
import { addPracticeCommand } from './commands/practice.ts';
import { addReplyCommand } from './commands/reply.ts';
import { addStatsCommand } from './commands/stats.ts';
import { addSyncCommand } from './commands/sync.ts';

/** Returns the whole command line. Parsing throws a CommanderError instead of ending the process. */
export function createProgram(): Command {
  const program = new Command('riscontro')
    .description(
      'Riscontro on the command line. Prints JSON on stdout, progress and errors on stderr. ' +
        'Exit code: 0 done, 1 failed, 2 bad usage.',
    )
    .option('--profile <dir>', 'the workspace folder; default: the one of the desktop app')
    .option('--practice', 'the practice workspace of the desktop app')
    .option('--json', 'JSON on stdout; always so, accepted for scripts')
    .exitOverride();
  addPracticeCommand(program);
  addAccountCommand(program);
  addSyncCommand(program);
  addConversationCommands(program);
  addReplyCommand(program);
  addActCommand(program);
  addMailCommand(program);
  addStatsCommand(program);
  addMaintenanceCommands(program);
  inherit(program);
  return program;
}

/** Subcommands behave as the program does. */
function inherit(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inherit(child);
  }
}
