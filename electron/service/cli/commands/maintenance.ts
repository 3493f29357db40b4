import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { appError, AppFailure } from '../../../../shared/kernel/app-error.ts';
import { backupInto } from '../../usecases/backup.ts';
import { diagnose } from '../../usecases/doctor.ts';
import type { Inbox } from '../../usecases/inbox.ts';
import { EXIT, print, progress, progressDone } from '../output.ts';
import { inWorkspace, type GlobalOptions } from '../session.ts';

interface RebuildOptions extends GlobalOptions {
  readonly check?: boolean;
}

/** `rebuild`, `backup`, `doctor`. */
export function addMaintenanceCommands(program: Command): void {
  program
    .command('rebuild')
    .description('make everything that is derived anew from the events')
    .option('--check', 'make it beside what is there and compare; changes nothing')
    .action((_options: object, command: Command) => {
      const options: RebuildOptions = command.optsWithGlobals();
      return inWorkspace(options, {}, ({ inbox }) =>
        options.check === true ? check(inbox) : rebuild(inbox),
      );
    });
  program
    .command('backup')
    .description('copy the workspace into one file; an existing file is not overwritten')
    .argument('<file>', 'where to')
    .action((file: string, _options: object, command: Command) => {
      const target = resolve(file);
      if (existsSync(target)) throw new AppFailure(appError('conflict', { file: target }));
      return inWorkspace(command.optsWithGlobals(), {}, ({ inbox }) => {
        print(backupInto(inbox, target));
      });
    });
  program
    .command('doctor')
    .description('check the file, the accounts, their tokens and the outbox')
    .action((_options: object, command: Command) =>
      inWorkspace(command.optsWithGlobals(), {}, async ({ inbox }) => {
        const diagnosis = await diagnose(inbox);
        const { node, napi } = process.versions;
        print({ ...diagnosis, runtime: { node, napi } });
        if (!diagnosis.ok) process.exitCode = EXIT.failed;
      }),
    );
}

const told = (done: number, total: number): void => progress(`${done} of ${total}`);

function rebuild(inbox: Inbox): void {
  inbox.store.rebuild(told);
  progressDone();
  print({ rebuilt: true, events: inbox.store.lastEventSeq() });
}

function check(inbox: Inbox): void {
  const { ok, findings } = inbox.store.rebuildCheck(told);
  progressDone();
  print({ identical: ok, findings });
  if (!ok) process.exitCode = EXIT.failed;
}
