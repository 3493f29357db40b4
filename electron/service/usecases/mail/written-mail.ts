import type { ConversationProjection } from '../../../../shared/domain/conversation/projection.ts';
import { mailLanguageOf } from '../../../../shared/domain/mail/language.ts';
import { answerable } from '../../../../shared/domain/mail/reply.ts';
import type { MailDraft, MailLanguage } from '../../../../shared/domain/mail/types.ts';
import type { Inbox } from '../inbox.ts';
import type { NewMail } from './new-mail.ts';

/** The words of a mail, and what was read when they were written. */
export type WrittenWords = Pick<
  NewMail,
  'conversationId' | 'parentExternalId' | 'text' | 'seenThroughMs' | 'closeAfter'
>;

/**
 * Returns a mail as its writer left it in the composer: the signature is that of the conversation's
 * team, the line above a quote is in its language, else in that of the mail which is quoted. What was
 * left as usual is left out.
 */
export function writtenMail(
  { store }: Pick<Inbox, 'store'>,
  words: WrittenWords,
  draft: MailDraft,
): NewMail {
  const { kind, to, cc, subject, files, forwarded } = draft;
  const parentExternalId = words.parentExternalId ?? draft.targetExternalId ?? undefined;
  const conversation = store.conversation(words.conversationId);
  const signature = store
    .signatures()
    .find(
      ({ teamId, language }) => teamId === conversation?.row.teamId && language === draft.signature,
    );
  const language = draft.signature ?? languageOf(conversation, parentExternalId);
  const quotes = draft.quote || kind === 'forward';
  return {
    ...words,
    parentExternalId,
    kind,
    attachments: files.map(({ id }) => id),
    ...(to === null ? {} : { to }),
    ...(cc === null ? {} : { cc }),
    ...(subject === null ? {} : { subject }),
    ...(signature === undefined ? {} : { signature }),
    ...(quotes ? { quote: { language, timeZone: store.calendar().zone } } : {}),
    ...(forwarded === null ? {} : { forwarded }),
  };
}

function languageOf(
  conversation: ConversationProjection | null,
  targetExternalId: string | undefined,
): MailLanguage {
  const messages = conversation?.messages ?? [];
  const target =
    messages.find(({ externalId }) => externalId === targetExternalId) ?? answerable(messages);
  return mailLanguageOf(target?.text ?? '') ?? 'it';
}
