import { usernameOf } from '../world/ids.ts';
import type { Message, Platform } from '../world/items.ts';
import { graphTime } from '../world/items.ts';
import { heardAt, movedAt, unread, type Thread } from '../world/mailbox.ts';
import { answer, badParameter, noSuchObject, type Answer } from './answers.ts';
import { connectionOf } from './connection.ts';
import type { FieldRequest } from './fields.ts';
import type { Listing } from './listing.ts';
import { lacking } from './permissions.ts';
import type { GraphRequest, Query } from './query.ts';
import { fieldsFor, isAnswer, renderNode, unknownFieldOf, type NodeKind } from './render.ts';
import type { View } from './view.ts';
import { entriesOf } from './window.ts';

/** A person may be written to freely this long after they wrote: Meta, "Messenger Policy". */
export const WINDOW_MS = 24 * 3_600_000;

/** The two who talk, as this platform names them. */
function person({ platform, person: { id, name } }: Pick<Message, 'platform' | 'person'>): object {
  if (platform === 'instagram') return { username: usernameOf(name), id };
  return { name, email: `${id}@facebook.com`, id };
}

function pageParty({ state }: View, platform: Platform): object {
  const { id, name, instagram } = state.info;
  if (platform === 'instagram' && instagram !== null) return instagram;
  return { name, email: `${id}@facebook.com`, id };
}

function attachmentsOf({ id, photo }: Message): object | undefined {
  if (!photo) return undefined;
  const url = `https://scontent.invalid/${id}.jpg`;
  const image_data = { width: 720, height: 720, url, preview_url: url };
  const number = id.slice(-9);
  return { data: [{ id: number, mime_type: 'image/jpeg', name: `image-${number}`, image_data }] };
}

const MESSAGE: NodeKind<Message> = {
  name: 'Message',
  fields: {
    created_time: ({ createdAtMs }) => graphTime(createdAtMs),
    from: (one, view) => (one.byPage ? pageParty(view, one.platform) : person(one)),
    to: (one, view) => ({ data: [one.byPage ? person(one) : pageParty(view, one.platform)] }),
    message: ({ text }) => text,
    attachments: attachmentsOf,
    sticker: () => undefined,
    shares: () => undefined,
    reactions: () => undefined,
    tags: ({ byPage }) => ({ data: [{ name: byPage ? 'sent' : 'inbox' }] }),
    is_unsupported: () => undefined,
  },
  defaults: ['created_time'],
  idOf: ({ id }) => id,
};

const THREAD: NodeKind<Thread> = {
  name: 'Conversation',
  fields: {
    updated_time: (thread) => graphTime(movedAt(thread)),
    unread_count: unread,
    message_count: ({ messages }) => messages.length,
    participants: (thread, view) => ({
      data: [person(thread), pageParty(view, thread.platform)],
    }),
    senders: (thread, view) => ({ data: [person(thread), pageParty(view, thread.platform)] }),
    can_reply: (thread, { state }) => state.nowMs() - heardAt(thread) <= 7 * WINDOW_MS,
    snippet: ({ messages }) => messages[0]?.text.slice(0, 80),
    link: ({ id }, { state }) => `/${state.info.id}/inbox/${id.slice(2)}/`,
    messages: (thread, view, request) => {
      const at = { view, path: `${thread.id}/messages`, query: request.modifiers };
      return connectionOf(messageList(at, thread, request.fields));
    },
  },
  defaults: ['link', 'updated_time'],
  idOf: ({ id }) => id,
};

interface Edge {
  readonly view: View;
  readonly path: string;
  readonly query: Query;
}

/** A list whose items stand newest first already. */
function inOrder<T>(items: readonly T[], atMs: (item: T) => number): Listing<T> {
  const numbered = items.map((item, seq) => ({ item, seq }));
  const entries = entriesOf(numbered, ({ item }) => -atMs(item) / 1000);
  const order = 'reverse_chronological';
  return {
    entries: entries.map((one) => ({ ...one, item: one.item.item })),
    order,
    totalCount: items.length,
  };
}

function messageList(edge: Edge, thread: Thread, fields: readonly FieldRequest[]) {
  const listing = inOrder(thread.messages, (message) => message.createdAtMs);
  const render = (one: Message): unknown => renderNode(MESSAGE, one, { view: edge.view, fields });
  return { ...edge, listing, fields, render };
}

const listAnswer = (body: object | null): Answer =>
  body === null ? badParameter('A limit or cursor cannot be read.') : answer(body);

/** Answers `GET /{page}/conversations`. */
export function readConversations(edge: Edge): Answer {
  const { view, query } = edge;
  const platform = query.get('platform') ?? 'messenger';
  if (platform !== 'messenger' && platform !== 'instagram') {
    return badParameter('The platform is messenger or instagram.');
  }
  const scope = platform === 'messenger' ? 'pages_messaging' : 'instagram_manage_messages';
  const fields = lacking(view, scope) ?? fieldsFor(query, unknownFieldOf(THREAD), THREAD.name);
  if (isAnswer(fields)) return fields;
  const user = query.get('user_id');
  const threads = view.state.mailbox
    .threads(view.state.nowMs())
    .filter((one) => one.platform === platform && (user === undefined || one.person.id === user));
  const render = (one: Thread): unknown => renderNode(THREAD, one, { view, fields });
  return listAnswer(connectionOf({ ...edge, listing: inOrder(threads, movedAt), fields, render }));
}

/** Answers a GET of a conversation, its messages, or a message; null when it is none of these. */
export function readPrivate(view: View, { path, query }: GraphRequest): Answer | null {
  const [id = '', edge] = path;
  if (!/^[tm]_/.test(id)) return null;
  const refused = lacking(view, 'pages_messaging');
  if (refused !== null) return refused;
  const [now, { mailbox }] = [view.state.nowMs(), view.state];
  const kind = id.startsWith('m_') || edge === 'messages' ? MESSAGE : THREAD;
  const fields = fieldsFor(query, unknownFieldOf(kind), kind.name);
  if (isAnswer(fields)) return fields;
  const message = mailbox.find(id, now);
  if (message !== null) return answer(renderNode(MESSAGE, message, { view, fields }));
  const thread = mailbox.thread(id, now);
  if (thread === null) return noSuchObject(id);
  if (edge === undefined) return answer(renderNode(THREAD, thread, { view, fields }));
  if (edge !== 'messages') return badParameter(`Unsupported edge ${edge}.`);
  return listAnswer(
    connectionOf(messageList({ view, path: path.join('/'), query }, thread, fields)),
  );
}
