import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { importMails, type ImportProgress } from '../../usecases/mail/import-mails.ts';
import { need, print, progress, progressDone } from '../output.ts';
import { inWorkspace, type GlobalOptions, type Session } from '../session.ts';

interface ImportOptions extends GlobalOptions {
  readonly account: string;
  readonly keepOpenDays: number;
}

/** `mail import`. */
export function addMailCommand(program: Command): void {
  const mail = program.command('mail').description('mails in files');
  mail
    .command('import')
    .description('bring .eml files, folders of them, mbox files or a Maildir into a mailbox')
    .argument('<path...>', 'files and folders; none of them is changed')
    .requiredOption('--account <id>', 'the mailbox, by the id that `account list` prints')
    .option(
      '--keep-open-days <n>',
      'what has waited longer is kept as the past, closed without an answer',
      wholeNumber,
      14,
    )
    .action((paths: readonly string[], _options: object, command: Command) => {
      const options: ImportOptions = command.optsWithGlobals();
      return inWorkspace(options, {}, (session) => importFrom(session, paths, options));
    });
}

async function importFrom(
  { inbox, signal }: Session,
  paths: readonly string[],
  { account, keepOpenDays }: ImportOptions,
): Promise<void> {
  const done = await importMails(inbox, {
    accountId: account,
    paths: paths.map((path) => resolve(path)),
    keepOpenDays,
    signal,
    onProgress: tell,
  });
  progressDone();
  const { unreadable, ...report } = need(done);
  print({
    ...report,
    unreadable: unreadable.map(({ place, error }) => ({ place, reason: error.code })),
  });
}

const tell = ({ mails, doneBytes, totalBytes }: ImportProgress): void =>
  progress(`${mails} mails, ${Math.floor((100 * doneBytes) / Math.max(1, totalBytes))} %`);

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('Not a whole number.');
  return value;
}
