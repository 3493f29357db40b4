import type { MailDraftView } from '../../shared/contract/mail-schemas.ts';
import type { ConversationDetail } from '../../shared/contract/schemas.ts';
import {
  EMPTY_DRAFT,
  isSaved,
  isWorthKeeping,
  savedAs,
  type Draft,
  type DraftMode,
  type WrittenReply,
} from './drafts.ts';
import { language } from '../lib/i18n/i18n.ts';
import { mailDraftOf, mailNow } from './mail-now.ts';
import { USUAL_MAIL, writingOf, type MailWriting } from './mail-writing.ts';
import { ask } from './service.ts';
import { appState, update } from './store.ts';

/** A pause this long while writing saves the draft. */
const PAUSE_MS = 600;

const timers = new Map<string, number>();

/** Returns what is being written in a conversation; an empty sheet when nothing is. */
export const draftOf = (id: string): Draft => appState().drafts.byId[id] ?? EMPTY_DRAFT;

/** Changes what is known of one draft. */
export const putDraft = (id: string, change: Partial<Draft>): void =>
  update.drafts(({ byId }) => ({
    byId: { ...byId, [id]: { ...(byId[id] ?? EMPTY_DRAFT), ...change } },
  }));

/** Where words go when nobody has said it: among two people in private, everywhere else in public. */
export const usualMode = ({ summary }: Pick<ConversationDetail, 'summary'>): DraftMode =>
  summary.kind === 'direct_message' || summary.kind === 'email' ? 'private' : 'public';

/**
 * Takes over the draft that the service has, unless something newer was typed here. What was typed
 * before the first answer goes on where the kept draft ends.
 */
export function seedDraft(
  id: string,
  detail: Pick<ConversationDetail, 'draft' | 'summary' | 'messages'>,
): void {
  const draft = draftOf(id);
  const first = !draft.seeded;
  if (draft.sending || (!first && !isSaved(draft))) return;
  const kept = detail.draft;
  if (!first && kept?.savedAtMs === draft.saved?.atMs) return;
  const typed = first ? draft.text : '';
  const seed: Draft = {
    ...draft,
    text: `${kept?.text ?? ''}${typed}`,
    mode: draft.modeChosen ? draft.mode : (kept?.mode ?? usualMode(detail)),
    mail: seededMail(draft, kept),
    replyTo: targetOf(detail) ?? draft.replyTo,
    seeded: true,
  };
  const saved =
    kept === null ? null : savedAs({ ...seed, ...kept, mail: seed.mail }, kept.savedAtMs);
  putDraft(id, { ...seed, saved });
  if (!isSaved(draftOf(id))) saveSoon(id);
}

/** What was chosen before the kept draft was known counts; files on their way go on. */
function seededMail({ mail, seeded }: Draft, kept: ConversationDetail['draft']): MailWriting {
  const keptMail = kept?.mail ?? null;
  if (keptMail === null) return mail;
  const written = writingOf(keptMail);
  const chosen = !seeded && mail.kind !== USUAL_MAIL.kind;
  return {
    ...written,
    kind: chosen ? mail.kind : written.kind,
    files: [...written.files, ...mail.files.filter(({ id }) => id === null)],
  };
}

function targetOf({
  draft,
  messages,
}: Pick<ConversationDetail, 'draft' | 'messages'>): string | null {
  const wanted = draft?.mail?.targetExternalId ?? null;
  if (wanted === null) return null;
  return messages.find(({ externalId }) => externalId === wanted)?.id ?? null;
}

/** A pause from now on saves it. */
export function saveSoon(id: string): void {
  window.clearTimeout(timers.get(id));
  timers.set(
    id,
    window.setTimeout(() => void saveDraft(id), PAUSE_MS),
  );
}

/** Takes each change of the text; a pause saves it. */
export function writeDraft(id: string, text: string): void {
  putDraft(id, { text, error: null });
  saveSoon(id);
}

/** Says where the text will go. */
export function setDraftMode(id: string, mode: DraftMode): void {
  putDraft(id, { mode, modeChosen: true, error: null });
  if (isWorthKeeping(draftOf(id))) saveSoon(id);
}

/** Says which message it answers; null: the conversation as a whole again. */
export const setReplyTo = (id: string, replyTo: string | null): void =>
  putDraft(id, { replyTo, error: null });

/** Saves one draft now. Unsaved text stays here and is tried again at the next pause or connection. */
export async function saveDraft(id: string): Promise<void> {
  window.clearTimeout(timers.get(id));
  const draft = draftOf(id);
  const { text, mode, sending, seeded } = draft;
  if (sending || !seeded || isSaved(draft)) return;
  const mail = await mailToKeep(id, draft);
  if (mail === null) return;
  const answer = await ask((service) =>
    service.conversation.saveDraft({ id, text, mode, ...mail }),
  );
  if (!answer.ok) return;
  putDraft(id, { saved: savedAs(draft, answer.value.savedAtMs) });
  if (!isSaved(draftOf(id))) saveSoon(id);
}

/** What is kept of a mail; null: what it answers is not known this moment. */
async function mailToKeep(id: string, draft: Draft): Promise<{ mail?: MailDraftView } | null> {
  const { records, drafts } = appState();
  if (records.conversations[id]?.kind !== 'email') return {};
  const known = records.details[id];
  const answer =
    known === undefined ? await ask((service) => service.conversation.get({ id })) : null;
  const detail = known ?? (answer?.ok === true ? answer.value : undefined);
  const now = mailNow(detail, draft, { ...drafts.habits, language: language() });
  if (now !== null) return { mail: mailDraftOf(now, draft) };
  return detail === undefined ? null : {};
}

/** Saves every draft that the service does not have: before closing, after a reconnection. */
export async function saveAllDrafts(): Promise<void> {
  await Promise.all(Object.keys(appState().drafts.byId).map(saveDraft));
}

/** Empties the sheet after its text was handed over; where words go begins anew, too. */
export function clearDraft(id: string): void {
  window.clearTimeout(timers.get(id));
  const { seeded } = draftOf(id);
  const detail = appState().records.details[id];
  putDraft(id, {
    ...EMPTY_DRAFT,
    seeded,
    mode: detail === undefined ? 'public' : usualMode(detail),
  });
}

/** Puts the words of a reply back that returned (undone or dropped); nothing typed meanwhile is lost. */
export function returnReply(id: string, { text, mode, replyTo }: WrittenReply): void {
  const current = draftOf(id);
  const both = current.text === '' || current.text === text ? text : `${text}\n\n${current.text}`;
  putDraft(id, {
    text: both,
    mode,
    modeChosen: true,
    replyTo,
    error: null,
  });
  saveSoon(id);
}
