import { Option, type Command } from 'commander';
import type { View } from '../../../../shared/contract/schemas.ts';
import type { InboxRow, PageCursor } from '../../ports/store.ts';
import { explainConversation } from '../../usecases/explain.ts';
import type { Inbox } from '../../usecases/inbox.ts';
import { openConversation } from '../../usecases/open-conversation.ts';
import { iso, isoOrNull, need, print } from '../output.ts';
import { inWorkspace, type GlobalOptions } from '../session.ts';
import { conversationValue, explanationValue, messageValue } from '../values.ts';

const VIEWS = { pending: 'to_answer', due: 'due_soon', all: 'all' } as const satisfies Record<
  string,
  View
>;

interface ListOptions extends GlobalOptions {
  readonly view: keyof typeof VIEWS;
}

/** `list`, `show`, `explain`. */
export function addConversationCommands(program: Command): void {
  program
    .command('list')
    .description('conversations, the most urgent first; with `--view all` the newest first')
    .addOption(
      new Option('--view <view>', 'which ones').choices(Object.keys(VIEWS)).default('pending'),
    )
    .action((_options: object, command: Command) => {
      const options: ListOptions = command.optsWithGlobals();
      return inWorkspace(options, {}, ({ inbox }) => list(inbox, VIEWS[options.view]));
    });
  program
    .command('show')
    .description('one conversation with its messages')
    .argument('<id>', 'the id that `list` prints')
    .action((id: string, _options: object, command: Command) =>
      inWorkspace(command.optsWithGlobals(), {}, ({ inbox }) => show(inbox, id)),
    );
  program
    .command('explain')
    .description('why each deadline of a conversation is what it is')
    .argument('<id>', 'the id that `list` prints')
    .action((id: string, _options: object, command: Command) =>
      inWorkspace(command.optsWithGlobals(), {}, ({ inbox }) => {
        print({ obligations: need(explainConversation(inbox, id)).map(explanationValue) });
      }),
    );
}

function list(inbox: Inbox, view: View): void {
  const rows: InboxRow[] = [];
  let cursor: PageCursor | null = null;
  let total = 0;
  do {
    const nowMs = inbox.clock.now();
    const page = inbox.store.page({ view, filter: {}, cursor, limit: 200, nowMs });
    rows.push(...page.rows);
    ({ nextCursor: cursor, total } = page);
  } while (cursor !== null);
  print({ total, conversations: rows.map((row) => conversationValue(inbox, row)) });
}

function show(inbox: Inbox, id: string): void {
  const { row, projection, context, outbox } = need(openConversation(inbox, id));
  print({
    conversation: {
      ...conversationValue(inbox, row),
      externalId: projection.row.externalId,
      permalink: projection.row.permalink,
    },
    context:
      context === null
        ? null
        : {
            externalId: context.externalId,
            author: context.author.name,
            text: context.text,
            createdAt: iso(context.createdAtMs),
            permalink: context.permalink,
          },
    messages: projection.messages.map(messageValue),
    notes: projection.notes.map((note) => ({
      id: note.id,
      author: note.author,
      text: note.text,
      createdAt: iso(note.createdAtMs),
    })),
    outbox: outbox.map((item) => ({
      id: item.id,
      state: item.state,
      reason: item.reason,
      externalId: item.externalId,
      queuedAt: iso(item.queuedAtMs),
      sentAt: isoOrNull(item.sentAtMs),
    })),
  });
}
