import { sendMessage } from '../world/deeds.ts';
import { correspondentOf } from '../world/ids.ts';
import type { Item, Person, Platform } from '../world/items.ts';
import { heardAt, type Thread } from '../world/mailbox.ts';
import { answer, badParameter, graphError, type Answer } from './answers.ts';
import { WINDOW_MS } from './messenger.ts';
import { isByPage, PRIVATE_REPLY_MS } from './node-fields.ts';
import { lacking } from './permissions.ts';
import type { Query } from './query.ts';
import { isObject, type Json } from './render.ts';
import type { View } from './view.ts';

/** The longest private text, in UTF-16 units: Meta, "Send API". */
const MAX_TEXT = 2000;

/** `recipient` and `message` are objects; in a form they come as JSON. */
function objectIn(query: Query, name: string): Json | null {
  try {
    const value: unknown = JSON.parse(query.get(name) ?? '');
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** What is said, taken apart. */
interface Said {
  readonly text: string;
  readonly photo: boolean;
}

function saidIn(query: Query): Said | Answer {
  const message = objectIn(query, 'message');
  const text = typeof message?.['text'] === 'string' ? message['text'] : '';
  const photo = isObject(message?.['attachment']);
  if (text.trim() === '' && !photo) return badParameter('The parameter message is required.');
  return text.length > MAX_TEXT
    ? badParameter('Length of param message[text] must be less than or equal to 2000.')
    : { text, photo };
}

/**
 * Why a private reply is refused, or null. 10900 "Activity already replied to" is recorded by
 * several clients, 10902 "This is not a Replyable activity" in php-graph-sdk#568; for one that is
 * too old 10901 is told without a recording.
 */
function replyTrouble(view: View, item: Item): Answer | null {
  if (isByPage(view, item)) {
    return graphError({ code: 10902, message: 'This is not a Replyable activity' });
  }
  if (view.state.marks(item).answeredIn !== undefined) {
    return graphError({ code: 10900, message: 'Activity already replied to' });
  }
  if (view.state.nowMs() - item.createdAtMs < PRIVATE_REPLY_MS) return null;
  return graphError({ code: 10901, message: 'Activity is too old to be replied to' });
}

/** Outside the window nothing goes but what a person writes under HUMAN_AGENT within seven days. */
function windowTrouble(view: View, thread: Thread, query: Query): Answer | null {
  const silence = view.state.nowMs() - heardAt(thread);
  if (silence <= WINDOW_MS) return null;
  if (query.get('tag') === 'HUMAN_AGENT' && silence <= 7 * WINDOW_MS) return null;
  const message = 'This message is sent outside of allowed window.';
  return graphError({ code: 10, subcode: 2018278, message });
}

function send(
  view: View,
  to: { person: Person; platform: Platform; answersId?: string },
  said: Said,
) {
  const sent = sendMessage(view.state, { ...to, ...said, byPage: true, skewMs: view.skewMs });
  return answer({ recipient_id: to.person.id, message_id: sent.id });
}

function replyPrivately(view: View, id: string, said: Said): Answer {
  const item = view.state.find(id);
  // restfb#1165 records this subcode for a comment that is not one.
  if (item === null || item.from === null) {
    return graphError({ code: 100, subcode: 2018292, message: 'Invalid comment_id parameter' });
  }
  const platform = view.state.postOf(item)?.kind === 'media' ? 'instagram' : 'messenger';
  const person = correspondentOf(view.state.info.id, item.from, platform);
  return replyTrouble(view, item) ?? send(view, { person, platform, answersId: id }, said);
}

/** Answers `POST /{page}/messages`. */
export function sendPrivately(view: View, query: Query): Answer {
  const refused = lacking(view, 'pages_messaging');
  if (refused !== null) return refused;
  const recipient = objectIn(query, 'recipient');
  const answered = recipient?.['comment_id'] ?? recipient?.['post_id'];
  const psid = recipient?.['id'];
  if (query.has('sender_action')) return answer({ recipient_id: psid });
  const said = saidIn(query);
  if ('status' in said) return said;
  if (typeof answered === 'string') return replyPrivately(view, answered, said);
  const thread = view.state.mailbox
    .threads(view.state.nowMs())
    .find((one) => one.person.id === psid);
  if (thread === undefined) {
    return graphError({ code: 100, subcode: 2018001, message: 'No matching user found' });
  }
  const { person, platform } = thread;
  return windowTrouble(view, thread, query) ?? send(view, { person, platform }, said);
}
