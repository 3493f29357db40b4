import type { Command } from 'commander';
import { personIdOf } from '../../../../shared/domain/mail/identity.ts';
import type {
  MailAddress,
  MailboxSettings,
  MailSecret,
  MailServer,
} from '../../../../shared/domain/mail/types.ts';
import { appError, AppFailure } from '../../../../shared/kernel/app-error.ts';
import type { MailTest } from '../../ports/mail.ts';
import type { AccountRow } from '../../ports/store.ts';
import { teamNamed } from '../../usecases/accounts.ts';
import type { Inbox } from '../../usecases/inbox.ts';
import { connectMailbox, testMailbox } from '../../usecases/mail/connect-mailbox.ts';
import { readPassword, serverOption, several, type ServerOption } from '../mailbox-options.ts';
import { print } from '../output.ts';
import { inWorkspace, type GlobalOptions, type Session } from '../session.ts';
import { accountValue } from '../values.ts';

interface ServerOptions extends GlobalOptions {
  readonly imap?: ServerOption;
  readonly smtp?: ServerOption;
  readonly user?: string;
  readonly passwordFile?: string;
}

interface AddOptions extends ServerOptions {
  readonly name?: string;
  readonly team?: string;
  readonly folder?: readonly string[];
}

/** `mail discover`, `mail test`, `mail add`: below `mail`. */
export function addMailboxCommands(mail: Command): void {
  mail
    .command('discover')
    .description(
      'where the mailbox of an address may be, the likeliest first; asks name servers only',
    )
    .argument('<address>', 'the e-mail address')
    .action((address: string, _options: object, command: Command) =>
      inWorkspace(command.optsWithGlobals(), {}, async ({ inbox }) => {
        print({ servers: await inbox.mailSetup.discover(address) });
      }),
    );
  withServers(mail.command('test'))
    .description('go through both servers of a mailbox and name the step that fails; keeps nothing')
    .action((address: string, _options: object, command: Command) => {
      const options: ServerOptions = command.optsWithGlobals();
      return inWorkspace(options, { online: true }, async (session) => {
        print({ ...(await tested(session, address, options)).test });
      });
    });
  withServers(mail.command('add'))
    .description('connect a mailbox; both servers are tried before anything is kept')
    .option('--name <name>', 'the sender name that customers see')
    .option('--team <name>', 'the team that answers it; made when there is none of that name')
    .option('--folder <path>', 'a folder to read; may be given several times', several)
    .action((address: string, _options: object, command: Command) => {
      const options: AddOptions = command.optsWithGlobals();
      return inWorkspace(options, { online: true }, (session) => add(session, address, options));
    });
}

const withServers = (command: Command): Command =>
  command
    .argument('<address>', 'the e-mail address')
    .option(
      '--imap <host:port[/security]>',
      'the server for reading; else it is looked for',
      serverOption,
    )
    .option(
      '--smtp <host:port[/security]>',
      'the server for sending; else it is looked for',
      serverOption,
    )
    .option('--user <name>', 'the user at both servers; default: as found, or the address')
    .option('--password-file <file>', 'its first line is the password; default: standard input');

interface Servers {
  readonly imap: MailServer;
  readonly smtp: MailServer;
}

/** Named servers as they are named; else those that are found, but for hosts that nobody vouches for. */
async function serversFor(
  { mailSetup }: Inbox,
  address: string,
  { imap, smtp, user }: ServerOptions,
): Promise<readonly Servers[]> {
  const named = (server: ServerOption): MailServer => ({ ...server, user: user ?? address });
  if (imap !== undefined && smtp !== undefined) return [{ imap: named(imap), smtp: named(smtp) }];
  const found = (await mailSetup.discover(address)).filter(({ foreign }) => !foreign);
  return found.map((one) => ({
    imap: imap === undefined ? { ...one.imap, user: user ?? one.imap.user } : named(imap),
    smtp: smtp === undefined ? { ...one.smtp, user: user ?? one.smtp.user } : named(smtp),
  }));
}

interface Tested {
  readonly test: Extract<MailTest, { ok: true }>;
  readonly settings: MailboxSettings;
  readonly secret: MailSecret;
}

/** Tries the servers in turn while nobody is there; fails with the step at which the last one did. */
async function tested(
  { inbox, signal }: Session,
  address: string,
  options: ServerOptions,
): Promise<Tested> {
  const servers = await serversFor(inbox, address, options);
  const password = await passwordOf(options);
  const secret: MailSecret = { kind: 'password', password };
  let failure = appError('not_found', { hint: 'name the servers with --imap and --smtp' });
  for (const pair of servers) {
    const settings = bareSettings(address, pair);
    const test = await testMailbox(inbox, { settings, secret }, signal);
    if (test.ok) return { test, settings, secret };
    const host = (test.step.startsWith('smtp_') ? pair.smtp : pair.imap).host;
    failure = { ...test.error, details: { ...test.error.details, step: test.step, host } };
    if (!/_(reach|secure)$/.test(test.step)) break;
  }
  throw new AppFailure(failure);
}

async function passwordOf({ passwordFile }: ServerOptions): Promise<string> {
  const password = await readPassword(passwordFile);
  if (password === null) throw new AppFailure(appError('bad_input', { field: 'password' }));
  return password;
}

const bareSettings = (address: string, servers: Servers): MailboxSettings => ({
  ...servers,
  addresses: [{ name: null, address }],
  folders: ['INBOX'],
  sentFolder: null,
  filesSent: false,
});

/** What arrives, and what was sent from elsewhere. */
const usualFolders = ({ folders }: Tested['test']): readonly string[] =>
  folders
    .filter(({ path, use }) => path.toUpperCase() === 'INBOX' || use === '\\Sent')
    .map(({ path }) => path);

/** One that is connected already keeps its other addresses, and where its copies go. */
function kept(
  known: AccountRow | undefined,
  own: MailAddress,
): Pick<MailboxSettings, 'addresses' | 'sentFolder'> {
  const before = known?.mailbox?.addresses ?? [];
  const same = before.find((one) => personIdOf(one) === personIdOf(own));
  const others = before.filter((one) => one !== same);
  return {
    addresses: [{ ...own, name: own.name ?? same?.name ?? null }, ...others],
    sentFolder: known?.mailbox?.sentFolder ?? null,
  };
}

async function add(session: Session, address: string, options: AddOptions): Promise<void> {
  const { inbox, signal } = session;
  const { test, settings, secret } = await tested(session, address, options);
  const own = { name: options.name ?? null, address: address.trim() };
  const known = inbox.store
    .accounts()
    .find(({ channel, externalId }) => channel === 'email' && externalId === personIdOf(own));
  const wanted = {
    accountId: known?.id,
    settings: { ...settings, ...kept(known, own), folders: options.folder ?? usualFolders(test) },
    secret,
    teamId: options.team === undefined ? undefined : teamNamed(inbox, options.team),
  };
  const connected = await connectMailbox(inbox, wanted, signal);
  if (!connected.ok) {
    const { step, error } = connected.error;
    const at = step === null ? {} : { step };
    throw new AppFailure({ ...error, details: { ...error.details, ...at } });
  }
  print(accountValue(inbox, connected.value.id));
}
