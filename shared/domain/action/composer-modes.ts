import { spokenAction } from '../conversation/outbox.ts';
import type { Message } from '../conversation/types.ts';
import { abilityOf, type Circumstances } from './abilities.ts';
import { textLimit } from './limits.ts';
import type { Ability } from './types.ts';
import { messageWindow, PRIVATE_REPLY_WINDOW_MS } from './windows.ts';

/** How one can write in a conversation: to everybody, to one person, to colleagues. */
export interface ComposerMode {
  readonly mode: 'public' | 'private' | 'note';
  readonly ability: Ability;
  /** Longest text in UTF-16 units. */
  readonly maxLength: number;
  /** A picture may go with it. */
  readonly image: boolean;
  /** The window in which it is possible ends here; null: no window. */
  readonly untilMs: number | null;
  /** Beyond the ordinary window: it goes out as the answer of a person. */
  readonly humanAgent: boolean;
}

/** Longest internal note, as the contract takes it. */
export const MAX_NOTE_LENGTH = 20_000;

const NOTE: ComposerMode = {
  mode: 'note',
  ability: { allowed: true },
  maxLength: MAX_NOTE_LENGTH,
  image: false,
  untilMs: null,
  humanAgent: false,
};

/** Returns the ways of writing that a conversation knows; those not possible now say why. */
export function composerModes(around: Circumstances): readonly ComposerMode[] {
  const { conversation } = around;
  if (conversation.kind === 'email') return [mailMode(around), NOTE];
  if (conversation.kind === 'direct_message') return [messengerMode(around), NOTE];
  return conversation.channel === 'facebook'
    ? [publicMode(around), privateMode(around), NOTE]
    : [publicMode(around), NOTE];
}

function publicMode(around: Circumstances): ComposerMode {
  const { conversation, messages } = around;
  const root = messages.find((message) => message.externalId === conversation.externalId);
  return {
    ...NOTE,
    mode: 'public',
    // A thread whose first message was never read can be answered all the same.
    ability: root === undefined ? NOTE.ability : abilityOf('reply', root, around),
    maxLength: textLimit(conversation.channel, 'reply'),
    image: conversation.channel === 'facebook',
  };
}

/** A mail goes to whom it is written to, at any time. */
const mailMode = ({ conversation }: Circumstances): ComposerMode => ({
  ...NOTE,
  mode: 'private',
  maxLength: textLimit(conversation.channel, spokenAction(conversation.kind, 'private')),
});

function messengerMode(around: Circumstances): ComposerMode {
  const { conversation, messages, nowMs } = around;
  const window = messageWindow(messages, nowMs);
  const last = messages.at(-1);
  return {
    ...NOTE,
    mode: 'private',
    ability:
      last === undefined
        ? { allowed: false, reason: 'message_window_over' }
        : abilityOf('reply', last, around),
    maxLength: textLimit(conversation.channel, spokenAction(conversation.kind, 'private')),
    image: true,
    untilMs: window?.untilMs ?? null,
    humanAgent: window?.humanAgent ?? false,
  };
}

function privateMode(around: Circumstances): ComposerMode {
  const target = privateTarget(around);
  const ability: Ability =
    target === undefined
      ? { allowed: false, reason: 'gone' }
      : abilityOf('private_reply', target, around);
  return {
    ...NOTE,
    mode: 'private',
    ability,
    maxLength: textLimit(around.conversation.channel, 'private_reply'),
    untilMs:
      target === undefined || !ability.allowed
        ? null
        : target.createdAtMs + PRIVATE_REPLY_WINDOW_MS,
  };
}

/**
 * Returns the message that a private reply goes to when nobody names one: the customer's newest one
 * that allows it, else their newest one; undefined when there is none to be seen.
 */
export function privateTarget(around: Circumstances): Message | undefined {
  const theirs = around.messages.filter(
    (message) => message.authorKind === 'customer' && message.presence !== 'gone',
  );
  return (
    theirs.findLast((message) => abilityOf('private_reply', message, around).allowed) ??
    theirs.at(-1)
  );
}
