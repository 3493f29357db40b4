import type { ModelWorld } from './world.ts';
import type { Entry, Ledger, Sight, Stretch } from './ledger.ts';
import { owedIn, type Owed } from './oracle.ts';
import { sameText } from './texts.ts';
import { mustHold, rootOf, shownOf, type Watch } from './watch.ts';

/** What is compared with what. */
export interface Sides {
  readonly world: ModelWorld;
  readonly ledger: Ledger;
  readonly watch: Watch;
}

type Known = ReturnType<ReturnType<ModelWorld['store']>['knownMessages']>[number];

const isMessage = (entry: Entry): boolean => entry.kind !== 'own';

/** Returns what the store says of these entries, by the platform's id. */
function knownOf({ world }: Sides, entries: readonly Entry[]): ReadonlyMap<string, Known> {
  const ids = entries.map(({ id }) => id);
  const known = world.store().knownMessages(world.account().id, ids);
  return new Map(known.map((one) => [one.externalId, one]));
}

/** After a complete read everything stands here as it stood there at some instant of the read. */
export function standsAsRead(sides: Sides, during: Stretch, entries = sides.ledger.entries): void {
  const messages = entries.filter(isMessage);
  const known = knownOf(sides, messages);
  for (const entry of messages) {
    const here = known.get(entry.id);
    const fits = (sight: Sight): boolean =>
      here === undefined
        ? sight === null
        : here.presence === shownOf(sight) && (sight === null || sameText(sight.text, here.text));
    const details = { entry, here: here ?? null, during };
    mustHold(
      sides.ledger.everWas(entry, during, fits),
      'All is as it stood when it was read',
      details,
    );
  }
}

/** Of posts whose marks say that they moved, a read that looks at all posts finds everything. */
export function findsWhatMoved(sides: Sides, during: Stretch, moved: ReadonlySet<string>): void {
  const below = sides.ledger.entries.filter((entry) => moved.has(entry.postId));
  standsAsRead(sides, during, below);
}

/** At the very end: all that is stored, made from facts, equals what the page and the oracle say. */
export function equalsThePage(sides: Sides, during: Stretch): void {
  const { world, watch } = sides;
  standsAsRead(sides, during);
  contextsEqual(sides);
  for (const [conversationId, rootId] of watch.threads())
    threadEquals(sides, conversationId, rootId);
  const accountId = world.account().id;
  const open = world
    .store()
    .gaps(accountId, 0, during[1] + 1)
    .filter(({ toMs }) => toMs === null);
  mustHold(open.length === 0, 'No gap is open after a complete read', open);
  mustHold(world.store().setAside(accountId).length === 0, 'Nothing is set aside', {});
  const rebuilt = world.store().rebuildCheck();
  mustHold(rebuilt.ok, 'A rebuild gives the same rows', rebuilt.findings);
}

function contextsEqual({ world, ledger }: Sides): void {
  const nowMs = world.clock.now();
  for (const entry of ledger.entries) {
    const sight = entry.kind === 'own' ? ledger.sight(entry, nowMs) : null;
    if (sight === null) continue;
    const context = world.store().context(world.account().id, entry.id);
    const holds = context !== null && sameText(context.text, sight.text);
    mustHold(holds, 'A post of the page stands as it is', { entry, context });
  }
}

function threadEquals(
  { world, ledger, watch }: Sides,
  conversationId: string,
  rootId: string,
): void {
  const conversation = world.store().conversation(conversationId);
  const root = ledger.get(rootId);
  const told = watch.told(rootId);
  const details = { rootId, conversation, told };
  mustHold(conversation !== null, 'A thread is there', details);
  const { row, messages, obligations } = conversation;
  const kind = root.kind === 'visitor' ? 'visitor_post' : root.kind;
  mustHold(row.externalId === rootId && row.kind === kind, 'A thread is of its kind', details);
  const context = root.kind === 'comment' ? root.postId : null;
  mustHold(row.contextExternalId === context, 'A thread stands under its post', details);
  mustHold(messages.length === told.length, 'A thread has the messages that were seen', details);
  for (const message of messages) {
    const seen = watch.seen().get(message.externalId ?? '');
    mustHold(seen !== undefined, 'A message was seen', message);
    const versions = seen.texts.map(({ atMs }) => atMs);
    mustHold(
      same(
        message.versions.map(({ untilMs }) => untilMs),
        versions,
      ),
      'Each earlier text is kept',
      { message, seen },
    );
    mustHold(
      message.presence === (seen.turns.at(-1)?.shown ?? seen.first.payload.presence),
      'It stands as last seen',
      { message },
    );
  }
  const starter = rootOf(ledger, root).author.id;
  const owed = owedIn({ page: ledger.page.id, starter, messages: told });
  const external = new Map(messages.map((message) => [message.id, message.externalId]));
  const ours = obligations
    .map(({ person, startedAtMs, endedAtMs, ending, answeredBy }) => ({
      person,
      startedAtMs,
      endedAtMs,
      ending,
      answeredBy: answeredBy === null ? null : (external.get(answeredBy) ?? null),
    }))
    .toSorted(inOrder);
  mustHold(same(ours, owed.toSorted(inOrder)), 'What is owed equals what the oracle says', {
    ours,
    owed,
    told,
  });
  const open = owed.filter(({ endedAtMs }) => endedAtMs === null);
  mustHold((row.status === 'pending') === open.length > 0, 'Pending is who waits', { row, owed });
  const since = row.pendingSinceMs;
  mustHold(
    since === null ? open.length === 0 : open.some(({ startedAtMs }) => startedAtMs === since),
    'It waits since one began to wait',
    { row, owed },
  );
  mustHold(same([row.answeredAtMs, row.answeredInMs], latestAnswer(owed)), 'The latest answer', {
    row,
    owed,
  });
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const key = (one: Pick<Owed, 'startedAtMs' | 'person' | 'endedAtMs'>): string =>
  `${one.startedAtMs}/${one.person}/${String(one.endedAtMs)}`;

const inOrder = (a: Owed | Parameters<typeof key>[0], b: Parameters<typeof key>[0]): number =>
  key(a) < key(b) ? -1 : 1;

/** When the latest answer came, and what the first of those waited whom it answered. */
function latestAnswer(owed: readonly Owed[]): readonly [number | null, number | null] {
  const ends = owed.flatMap(({ ending, endedAtMs }) =>
    ending === 'answered' && endedAtMs !== null ? [endedAtMs] : [],
  );
  if (ends.length === 0) return [null, null];
  const last = Math.max(...ends);
  const waits = owed
    .filter(({ ending, endedAtMs }) => ending === 'answered' && endedAtMs === last)
    .map(({ startedAtMs }) => last - startedAtMs);
  return [last, Math.max(...waits)];
}
