import { oneLine } from '../text.ts';

/** What programs put before a subject when they answer or forward, in the languages they speak. */
const MARKS = [
  'Re|R|Ri|Rif|AW|Antw|Antwort|WG|SV|VS|Vs|VB|Sv|RV|RES|Resp|Ynt|İlt|Odp|PD|BLS|Ats|Atb|Vast',
  'Fwd?|FW|I|Inoltro|TR|Réf|Rép|Ref|ENC|Doorst|Weitergeleitet|Továbbítás|Vá|НА|На|Отв|Ответ|FYI',
  '回复|答复|转发|回覆|轉寄|返信|転送|답장|전달|رد|إعادة توجيه|إعادة',
].join('|');
/** `Re:`, `RE[2]:`, `R :`, `Re^3:`, `回复：`; a bare `I:` or `R:` as Italian Outlook writes them. */
const MARK = new RegExp(`^\\s*(?:${MARKS})\\s?(?:[[(^]?\\d{1,3}[\\])]?)?\\s?[:：]\\s*`, 'iu');
const MAX_MARKS = 30;
const MAX_SUBJECT_UNITS = 300;

/** Our mark of a conversation: six signs of the alphabet that has no look-alikes (no I, L, O, U). */
const TAG = /\[#([0-9A-HJKMNP-TV-Z]{6})\]/i;

/** Returns a subject without the marks of answering and forwarding, as one line. */
export function bareSubject(subject: string): string {
  let bare = oneLine(subject, 1000);
  for (let count = 0; count < MAX_MARKS; count += 1) {
    const next = bare.replace(MARK, '');
    if (next === bare) break;
    bare = next;
  }
  return bare.trim();
}

/** Returns the subject of an answer: one `Re: ` before the bare subject, which nobody's program mistakes. */
export function replySubject(subject: string): string {
  const bare = bareSubject(subject);
  return bare === '' ? 'Re:' : `Re: ${oneLine(bare, MAX_SUBJECT_UNITS)}`;
}

/** Returns the subject of a mail that is passed on: one `Fwd: ` before the bare subject. */
export function forwardSubject(subject: string): string {
  const bare = bareSubject(subject);
  return bare === '' ? 'Fwd:' : `Fwd: ${oneLine(bare, MAX_SUBJECT_UNITS)}`;
}

/** Returns our tag in a subject, in capitals and without its brackets, or null. Anybody can write one. */
export const subjectTag = (subject: string): string | null =>
  TAG.exec(subject.slice(0, 1000))?.[1]?.toUpperCase() ?? null;

/** Returns a subject that ends in `[#tag]`, in the place of any other tag of ours. */
export function taggedSubject(subject: string, tag: string): string {
  const without = subject.replaceAll(new RegExp(TAG, 'gi'), ' ').replaceAll(/\s+/g, ' ').trim();
  return without === '' ? `[#${tag}]` : `${without} [#${tag}]`;
}
