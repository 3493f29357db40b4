import type { Command } from 'commander';
import { addAccount, removeAccount, teamNamed } from '../../usecases/accounts.ts';
import { need, print } from '../output.ts';
import { inWorkspace, type GlobalOptions } from '../session.ts';
import { accountValue } from '../values.ts';

interface AddOptions extends GlobalOptions {
  readonly page: string;
  readonly token: string;
  readonly graphUrl: string;
  readonly team?: string;
}

/** `account add facebook`, `account list`, `account remove`. */
export function addAccountCommand(program: Command): void {
  const account = program.command('account').description('the connected sources');
  account
    .command('add')
    .description('connect a source')
    .command('facebook')
    .description('connect a Facebook page; it is asked who it is before anything is kept')
    .requiredOption('--page <id>', 'the id of the page')
    .requiredOption('--token <token>', 'a page access token')
    .requiredOption('--graph-url <url>', 'where its Graph interface is')
    .option('--team <name>', 'the team that answers it; made when there is none of that name')
    .action((_options: object, command: Command) => addFacebook(command.optsWithGlobals()));
  account
    .command('list')
    .description('all connected sources with their health')
    .action((_options: object, command: Command) =>
      inWorkspace(command.optsWithGlobals(), {}, ({ inbox }) => {
        print({ accounts: inbox.store.accounts().map(({ id }) => accountValue(inbox, id)) });
      }),
    );
  account
    .command('remove')
    .description('disconnect a source and forget its token')
    .argument('<id>', 'the id that `account list` prints')
    .action((id: string, _options: object, command: Command) =>
      inWorkspace(command.optsWithGlobals(), {}, async ({ inbox }) => {
        need(await removeAccount(inbox, id));
        print({ removed: id });
      }),
    );
}

async function addFacebook(options: AddOptions): Promise<void> {
  await inWorkspace(options, { online: true }, async ({ inbox }) => {
    const added = await addAccount(inbox, {
      channel: 'facebook',
      externalId: options.page,
      token: options.token,
      baseUrl: options.graphUrl,
      teamId: options.team === undefined ? undefined : teamNamed(inbox, options.team),
      practice: false,
    });
    print(accountValue(inbox, need(added).id));
  });
}
