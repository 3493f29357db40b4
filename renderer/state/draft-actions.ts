import type { ConversationDetail } from '../../shared/contract/schemas.ts';
import { EMPTY_DRAFT, isSaved, type Draft, type DraftMode, type WrittenReply } from './drafts.ts';
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
  summary.kind === 'direct_message' ? 'private' : 'public';

/**
 * Takes over the draft that the service has, unless something newer was typed here. What was typed
 * before the first answer goes on where the kept draft ends.
 */
export function seedDraft(id: string, detail: Pick<ConversationDetail, 'draft' | 'summary'>): void {
  const draft = draftOf(id);
  const first = !draft.seeded;
  if (draft.sending || (!first && !isSaved(draft))) return;
  const kept = detail.draft === null ? null : { text: detail.draft.text, mode: detail.draft.mode };
  const typed = first ? draft.text : '';
  putDraft(id, {
    text: `${kept?.text ?? ''}${typed}`,
    mode: draft.modeChosen ? draft.mode : (kept?.mode ?? usualMode(detail)),
    saved: kept,
    seeded: true,
  });
  if (typed !== '') saveSoon(id);
}

function saveSoon(id: string): void {
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
  if (draftOf(id).text !== '') saveSoon(id);
}

/** Says which message it answers; null: the conversation as a whole again. */
export const setReplyTo = (id: string, replyTo: string | null): void =>
  putDraft(id, { replyTo, error: null });

/** Saves one draft now. Unsaved text stays here and is tried again at the next pause or connection. */
export async function saveDraft(id: string): Promise<void> {
  window.clearTimeout(timers.get(id));
  const { text, mode, sending, seeded } = draftOf(id);
  if (sending || !seeded || isSaved(draftOf(id))) return;
  const answer = await ask((service) => service.conversation.saveDraft({ id, text, mode }));
  if (!answer.ok) return;
  putDraft(id, { saved: text === '' ? null : { text, mode } });
  if (!isSaved(draftOf(id))) saveSoon(id);
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
