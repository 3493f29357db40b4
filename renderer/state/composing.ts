import type { ComposerMode } from '../../shared/contract/channel-schemas.ts';
import type { ConversationDetail, MessageView } from '../../shared/contract/schemas.ts';

import { PRIVATE_REPLY_WINDOW_MS } from '../../shared/domain/action/windows.ts';
import { answerable } from '../../shared/domain/mail/reply.ts';
import type { Draft, DraftMode } from './drafts.ts';
import type { MailNow } from './mail-now.ts';

/** How one writes in a mode of a conversation now. */
export interface Composing extends ComposerMode {
  /** The message that the words answer; null: the conversation as a whole. */
  readonly target: MessageView | null;
}

/** Counter and limit until the service has said how one can write here. */
const UNKNOWN: Omit<ComposerMode, 'mode'> = {
  ability: { allowed: true },
  maxLength: 8_000,
  image: false,
  untilMs: null,
  humanAgent: false,
};

/** The customer's newest that allows a private reply, else the newest: as the service chooses. */
function privateTarget(messages: readonly MessageView[]): MessageView | null {
  const theirs = messages.filter(
    ({ authorKind, presence }) => authorKind === 'customer' && presence !== 'gone',
  );
  return (
    theirs.findLast(({ abilities }) => abilities.private_reply.allowed) ?? theirs.at(-1) ?? null
  );
}

/** Of a comment that was chosen, the comment itself says whether it may be answered in private. */
function ofComment(usual: ComposerMode, message: MessageView): ComposerMode {
  const ability = message.abilities.private_reply;
  const untilMs = ability.allowed ? message.createdAtMs + PRIVATE_REPLY_WINDOW_MS : null;
  return { ...usual, ability, untilMs };
}

/** Returns how one writes in `mode`: whether it is possible, how long, until when, and to what. */
export function composingIn(
  detail: ConversationDetail | undefined,
  draft: Draft,
  mode: DraftMode,
): Composing {
  const usual = detail?.modes.find((entry) => entry.mode === mode) ?? { ...UNKNOWN, mode };
  if (detail === undefined || mode === 'note') return { ...usual, target: null };
  const chosen = detail.messages.find(({ id }) => id === draft.replyTo) ?? null;
  if (detail.summary.kind === 'email') {
    return { ...usual, target: chosen ?? answerable(detail.messages) ?? null };
  }
  // One private message answers one comment: there is always one that is meant.
  if (mode === 'private' && detail.summary.kind !== 'direct_message') {
    return chosen === null
      ? { ...usual, target: privateTarget(detail.messages) }
      : { ...ofComment(usual, chosen), target: chosen };
  }
  return { ...usual, target: chosen };
}

/**
 * Whether the words of a draft may go: there are some, they fit, and nothing stands in the way. A mail
 * that is passed on may do without words.
 */
export function isReady(composing: Composing, draft: Draft, mail: MailNow | null = null): boolean {
  const { text, sending } = draft;
  const isMail = mail !== null && composing.mode !== 'note';
  const needsWords = !isMail || mail.kind !== 'forward';
  return (
    composing.ability.allowed &&
    (!needsWords || text.trim() !== '') &&
    text.length <= composing.maxLength &&
    (isMail ? mail.obstacle === null : isPictureReady(composing, draft)) &&
    !sending
  );
}

/** A picture does not go with a note: it waits. */
const isPictureReady = ({ mode, image: taken }: Composing, { image }: Draft): boolean =>
  mode === 'note' || image === null || (taken && image.imageId !== null);
