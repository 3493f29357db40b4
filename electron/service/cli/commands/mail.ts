import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { exportConversation } from '../../usecases/mail/export-conversation.ts';
import { importMails, type ImportProgress } from '../../usecases/mail/import-mails.ts';
import { need, print, progress, progressDone } from '../output.ts';
import { inWorkspace, type GlobalOptions, type Session } from '../session.ts';
import { addMailboxCommands } from './mailboxes.ts';

interface ImportOptions extends GlobalOptions {
  readonly account: string;
  readonly keepOpenDays: number;
}

interface ExportOptions extends GlobalOptions {
  readonly out: string;
  readonly format: 'eml' | 'mbox';
  readonly notes?: boolean;
}

/** `mail import`, `mail export`, and connecting mailboxes. */
export function addMailCommand(program: Command): void {
  const mail = program.command('mail').description('mailboxes, and mails in files');
  addMailboxCommands(mail);
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
  mail
    .command('export')
    .description('write a conversation as mails; nothing that is there is overwritten')
    .argument('<id>', 'the id that `list` prints')
    .requiredOption('--out <dir>', 'where to; made when it is not there')
    .addOption(
      new Option('--format <format>', 'a folder of .eml files, or one mbox')
        .choices(['eml', 'mbox'])
        .default('eml'),
    )
    .option('--notes', 'internal notes, too')
    .action((id: string, _options: object, command: Command) => {
      const options: ExportOptions = command.optsWithGlobals();
      return inWorkspace(options, {}, (session) => exportTo(session, id, options));
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

async function exportTo(
  { inbox }: Session,
  conversationId: string,
  { out, format, notes = false }: ExportOptions,
): Promise<void> {
  const folder = resolve(out);
  // What cannot be made is told by what is written into it.
  await mkdir(folder, { recursive: true }).catch(() => {});
  const noteWord = 'Internal note';
  print(need(await exportConversation(inbox, { conversationId, folder, format, notes, noteWord })));
}

const tell = ({ mails, doneBytes, totalBytes }: ImportProgress): void =>
  progress(`${mails} mails, ${Math.floor((100 * doneBytes) / Math.max(1, totalBytes))} %`);

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('Not a whole number.');
  return value;
}
