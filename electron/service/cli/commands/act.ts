import { Argument, type Command } from 'commander';
import { appError } from '../../../../shared/kernel/app-error.ts';
import { err } from '../../../../shared/kernel/result.ts';
import { actOnMessage, type WantedAction } from '../../usecases/act-on-message.ts';
import { need } from '../output.ts';
import { inWorkspace, type GlobalOptions, type Session } from '../session.ts';
import { waitAndPrint } from '../settled.ts';

const ACTIONS: readonly WantedAction['action'][] = [
  'hide',
  'unhide',
  'like',
  'unlike',
  'edit',
  'delete',
  'block',
  'unblock',
];

interface ActOptions extends GlobalOptions {
  readonly text?: string;
  readonly yes?: boolean;
}

/** `act`: queues an action on a message, carries it out, waits. */
export function addActCommand(program: Command): void {
  program
    .command('act')
    .description('do something with a message; waits until it is known what became of it')
    .argument('<message>', 'the id that `show` prints beside it')
    .addArgument(new Argument('<action>', 'what to do').choices(ACTIONS))
    .option('--text <text>', 'the new words of an edit')
    .option('--yes', 'needed to delete what a customer wrote, and to block')
    .action((messageId: string, action: WantedAction['action'], _given, command: Command) => {
      const options: ActOptions = command.optsWithGlobals();
      return inWorkspace(options, { online: true, outbox: true }, (session) =>
        act(session, { messageId, action, text: options.text, confirmed: options.yes }),
      );
    });
}

async function act(session: Session, wanted: Omit<WantedAction, 'conversationId'>): Promise<void> {
  const { inbox } = session;
  const conversationId = inbox.store.conversationOfMessage(wanted.messageId);
  const queued =
    conversationId === null
      ? err(appError('not_found'))
      : actOnMessage(inbox, { conversationId, ...wanted });
  await waitAndPrint(session, need(queued));
}
