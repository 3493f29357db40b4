import type { Command } from 'commander';
import { queueReply } from '../../usecases/queue-reply.ts';
import { need } from '../output.ts';
import { inWorkspace, type GlobalOptions, type Session } from '../session.ts';
import { waitAndPrint } from '../settled.ts';

interface ReplyOptions extends GlobalOptions {
  readonly text: string;
  readonly close?: boolean;
  readonly private?: boolean;
}

/** `reply`: queues, sends, waits. */
export function addReplyCommand(program: Command): void {
  program
    .command('reply')
    .description('answer a conversation; waits until it is known what became of the reply')
    .argument('<id>', 'the id that `list` prints')
    .requiredOption('--text <text>', 'what to say')
    .option('--close', 'close the conversation once it was sent')
    .option('--private', 'to the customer alone: one private message per comment, within 7 days')
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
    visibility: (options.private ?? false) ? 'private' : 'public',
  });
  await waitAndPrint(session, need(queued));
}
