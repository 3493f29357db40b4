import type { MessageView } from '../../../../shared/contract/schemas.ts';
import type { MailView } from '../../../../shared/contract/mail-schemas.ts';

/** Fewer letters than these, without addresses of pages, say little of a mail that has another form. */
const FEW_LETTERS = 12;
/** From this share on, the text is a list of links: what is left of a mail made to be looked at. */
const MANY_LINKS = 0.4;

const LINK = /https?:\/\/\S+/gu;

/** Whether a mail's text says so little that it is shown as it was sent at once. */
export function isTextPoor(
  text: string,
  mail: Pick<MailView, 'html' | 'folded' | 'whole'>,
): boolean {
  if (!mail.html || !mail.whole) return false;
  const begin = text.slice(0, 20_000);
  const words = begin.replaceAll(LINK, '');
  const letters = words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  // "Yes" above a quote is an answer.
  if (letters < FEW_LETTERS) return !mail.folded;
  return begin.length - words.length > begin.length * MANY_LINKS;
}

/** Which mails of a thread begin open: the newest, what came since our last one, what did not arrive. */
export function openAtFirst(messages: readonly MessageView[]): ReadonlySet<string> {
  const lastOurs = messages.findLastIndex(({ authorKind }) => authorKind === 'brand');
  const since = messages.filter(
    ({ mail }, index) => index > lastOurs || (mail?.bounced.length ?? 0) > 0,
  );
  const newest = messages.at(-1);
  return new Set([...since, ...(newest === undefined ? [] : [newest])].map(({ id }) => id));
}
