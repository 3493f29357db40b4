import type {
  MailAddressView,
  MailKind,
  MailLanguage,
} from '../../shared/contract/mail-schemas.ts';
import { language } from '../lib/i18n/i18n.ts';
import { focusPane } from '../lib/panes.ts';
import { draftOf, putDraft, saveSoon, setDraftMode } from './draft-actions.ts';
import { mailNow, type MailNow } from './mail-now.ts';
import { asKind, type MailHabits, type MailWriting } from './mail-writing.ts';
import { ask } from './service.ts';
import { appState, update } from './store.ts';

const QUOTE = 'mail-quote';

/** Returns what mails are written with on this computer now. */
export const mailHabits = (): MailHabits => ({ ...appState().drafts.habits, language: language() });

/** Returns the mail that is being written in a conversation; null where it holds none. */
export const mailIn = (id: string): MailNow | null =>
  mailNow(appState().records.details[id], draftOf(id), mailHabits());

/** Reads what stands below the answers of each team, and what was chosen on this computer. */
export async function loadMailHabits(): Promise<void> {
  const quote = localStorage.getItem(QUOTE) === 'on';
  update.drafts(({ habits }) => ({ habits: { ...habits, quote } }));
  const answer = await ask((service) => service.mail.signatures());
  if (!answer.ok) return;
  update.drafts(({ habits }) => ({ habits: { ...habits, signatures: answer.value } }));
}

/** Changes what is written into a mail; a pause saves it. */
export function putMail(id: string, change: Partial<MailWriting>): void {
  putDraft(id, { mail: { ...draftOf(id).mail, ...change }, error: null });
  saveSoon(id);
}

/** Says whether it answers, answers all or passes on. */
export function setMailKind(id: string, kind: MailKind): void {
  setDraftMode(id, 'private');
  putMail(id, asKind(draftOf(id).mail, kind));
}

/** Begins a mail of this kind in the composer: about one message, or the one that waits. */
export function writeMail(id: string, kind: MailKind, messageId: string | null = null): void {
  if (messageId !== null && messageId !== draftOf(id).replyTo) {
    // Its files are others, and so are the people in it.
    putDraft(id, { replyTo: messageId });
    putMail(id, { forwarded: null });
  }
  setMailKind(id, kind);
  focusPane('composer');
}

/** Says to whom it goes. */
export const setRecipients = (
  id: string,
  field: 'to' | 'cc',
  people: readonly MailAddressView[],
): void => putMail(id, { [field]: people.slice(0, 500) });

/** Says what it is called. */
export const setSubject = (id: string, subject: string): void =>
  putMail(id, { subject: subject.slice(0, 998) });

/** Says what stands below it. */
export const setSignature = (id: string, signature: MailLanguage | 'none'): void =>
  putMail(id, { signature });

/** Says whether the mail that is answered stands below; the next answer does the same. */
export function setQuote(id: string, quote: boolean): void {
  localStorage.setItem(QUOTE, quote ? 'on' : 'off');
  update.drafts(({ habits }) => ({ habits: { ...habits, quote } }));
  putMail(id, { quote });
}

/** Says whether one file of a mail that is passed on goes along. */
export function setGoesAlong(id: string, index: number, goes: boolean): void {
  const now = mailIn(id);
  if (now === null) return;
  const kept = now.passedOn
    .filter(({ file, goes: went }) => (file.index === index ? goes : went))
    .map(({ file }) => file.index);
  putMail(id, { forwarded: kept.length === now.passedOn.length ? null : kept });
}
