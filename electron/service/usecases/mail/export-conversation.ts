import { safeFileName } from '../../../../shared/domain/mail/file-name.ts';
import { oneLine } from '../../../../shared/domain/text.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { SavedFile } from '../../ports/file-saver.ts';
import type { Inbox } from '../inbox.ts';
import { mboxEntry } from './mbox-entry.ts';
import { toldAtMs, writerOf, toldMail, type Surroundings, type Told } from './told-mail.ts';

/** What is to be written, and where. */
export interface ConversationToExport {
  readonly conversationId: string;
  /** An absolute path that is there. */
  readonly folder: string;
  /** `eml`: a folder of its own with a file for each mail · `mbox`: one file. */
  readonly format: 'eml' | 'mbox';
  /** Internal notes, too. */
  readonly notes: boolean;
  /** What a note is called, in the person's language. */
  readonly noteWord: string;
}

/** Where it was written; `mails`: how many there are. */
export interface ExportedConversation extends SavedFile {
  readonly mails: number;
}

/**
 * Writes a conversation as mails. A mail of which the bytes are kept is written byte by byte; what was
 * said elsewhere, and mails of ours whose bytes left with the server, are written anew: when, by whom,
 * below what. Nothing that is there is overwritten. Errors: `not_found`, `bad_input`, `disk_full`,
 * `folder_unwritable`.
 */
export async function exportConversation(
  inbox: Inbox,
  wanted: ConversationToExport,
): Promise<Result<ExportedConversation, AppError>> {
  const around = surroundingsOf(inbox, wanted);
  if (around === null) return err(appError('not_found'));
  const all = toldIn(around, wanted.notes);
  const name = nameOf(around);
  const saved =
    wanted.format === 'mbox'
      ? await inbox.files.save(wanted.folder, fileName(`${name}.mbox`), mboxOf(inbox, around, all))
      : await saveEach(inbox, around, { all, folder: wanted.folder, name });
  return saved.ok ? ok({ ...saved.value, mails: all.length }) : saved;
}

function surroundingsOf(
  { store }: Inbox,
  { conversationId, noteWord }: ConversationToExport,
): Surroundings | null {
  const conversation = store.conversation(conversationId);
  const account = conversation === null ? null : store.account(conversation.row.accountId);
  if (conversation === null || account === null) return null;
  const { contextExternalId } = conversation.row;
  const context = contextExternalId === null ? null : store.context(account.id, contextExternalId);
  return { conversation, context, account, noteWord };
}

/** What was said, the oldest first; what it stands below comes before all. */
function toldIn({ conversation, context }: Surroundings, withNotes: boolean): readonly Told[] {
  const said: Told[] = [
    ...conversation.messages.map((message): Told => ({ kind: 'message', message })),
    ...(withNotes ? conversation.notes.map((note): Told => ({ kind: 'note', note })) : []),
  ];
  const sorted = said.toSorted((a, b) => toldAtMs(a) - toldAtMs(b));
  return context === null ? sorted : [{ kind: 'context', context }, ...sorted];
}

async function bytesOf(inbox: Inbox, around: Surroundings, told: Told): Promise<Uint8Array> {
  const rawId = told.kind === 'message' ? (told.message.mail?.rawId ?? null) : null;
  const raw = rawId === null ? null : await inbox.rawMails.load(rawId);
  return raw ?? inbox.mail.compose(toldMail(told, around));
}

/** One mail after the other: together they may be larger than memory. */
async function* mboxOf(
  inbox: Inbox,
  around: Surroundings,
  all: readonly Told[],
): AsyncGenerator<Uint8Array> {
  for (const told of all) {
    const raw = await bytesOf(inbox, around, told);
    yield mboxEntry(raw, writerOf(told, around).address, toldAtMs(told));
  }
}

async function saveEach(
  inbox: Inbox,
  around: Surroundings,
  {
    all,
    folder,
    name,
  }: { readonly all: readonly Told[]; readonly folder: string; readonly name: string },
): Promise<Result<SavedFile, AppError>> {
  const own = await inbox.files.makeFolder(folder, fileName(name));
  if (!own.ok) return own;
  for (const [index, told] of all.entries()) {
    const { name: who, address } = writerOf(told, around);
    const number = String(index + 1).padStart(3, '0');
    const file = fileName(`${number} ${dayOf(toldAtMs(told))} ${who ?? address}.eml`);
    const saved = await inbox.files.save(own.value.path, file, await bytesOf(inbox, around, told));
    if (!saved.ok) return saved;
  }
  return own;
}

/** What people call themselves and their mails is no path. */
const fileName = (text: string): string => safeFileName(text.replaceAll(/[/\\]/g, '-'), '');

/** When it began, with whom, and about what. */
function nameOf({ conversation }: Surroundings): string {
  const { row, messages } = conversation;
  const about = messages[0]?.mail?.subject ?? '';
  return oneLine([dayOf(row.openedAtMs), row.starter.name ?? '', about].join(' '), 120);
}

/** `2026-11-23`, in UTC as the file's own head says. */
const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
