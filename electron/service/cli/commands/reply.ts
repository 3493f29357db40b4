import type { Command } from 'commander';
import type { OutboxItem, OutboxState } from '../../../../shared/domain/outbox/types.ts';
import { queueReply } from '../../usecases/queue-reply.ts';
import { EXIT, need, print, printError, progress, progressDone } from '../output.ts';
import { inWorkspace, type GlobalOptions, type Session } from '../session.ts';
import { errorCode } from '../../../../shared/contract/schemas.ts';
import { appError } from '../../../../shared/kernel/app-error.ts';

interface ReplyOptions extends GlobalOptions {
  readonly text: string;
  readonly close?: boolean;
}

/** `reply`: queues, sends, waits. */
export function addReplyCommand(program: Command): void {
  program
    .command('reply')
    .description('answer a conversation; waits until it is known what became of the reply')
    .argument('<id>', 'the id that `list` prints')
    .requiredOption('--text <text>', 'what to say')
    .option('--close', 'close the conversation once it was sent')
    .action((id: string, _options: object, command: Command) => {
      const options: ReplyOptions = command.optsWithGlobals();
      return inWorkspace(options, { online: true, outbox: true }, (session) =>
        reply(session, id, options),
      );
    });
}

async function reply(session: Session, id: string, options: ReplyOptions): Promise<void> {
  const { inbox } = session;
  // What the operator can have read is what is stored; anything newer stops the reply.
  const messages = inbox.store.conversation(id)?.messages ?? [];
  const seenThroughMs = Math.max(0, ...messages.map((message) => message.createdAtMs));
  const queued = queueReply(inbox, {
    conversationId: id,
    text: options.text,
    seenThroughMs,
    closeAfter: options.close ?? false,
  });
  const item = await settled(session, need(queued));
  const { state, externalId, reason } = item;
  print({ outboxId: item.id, state, externalId, reason });
  if (state === 'sent') return;
  process.exitCode = EXIT.failed;
  printError(appError(errorCode.catch('conflict').parse(reason)));
}

/** In these something more will become of it without a person, and soon. */
const MOVING: readonly OutboxState[] = ['queued', 'sending', 'unknown', 'reconciling'];

/** Resolves once the reply rests, or the person stops waiting: it then stays in the outbox. */
async function settled({ inbox, signal }: Session, item: OutboxItem): Promise<OutboxItem> {
  const current = (): OutboxItem => inbox.store.outboxItem(item.id) ?? item;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      progress(current().state);
      if (!MOVING.includes(current().state) || signal.aborted) resolve();
    };
    inbox.changes.listen(look);
    signal.addEventListener('abort', look);
    look();
  });
  progressDone();
  return current();
}
