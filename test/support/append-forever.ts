/** Appends conversations to the workspace named on the command line and prints what is committed. */
import { writeSync } from 'node:fs';
import { openStore } from '../../electron/service/store/open-store.ts';
import { systemClock } from '../../electron/service/system/system-clock.ts';
import { uuidIds } from '../../electron/service/system/uuid-ids.ts';
import { conversationFacts } from './store-facts.ts';
import { replyFacts } from './reply-facts.ts';
import { seededRandom } from './seeded-random.ts';

const opened = openStore({
  profileDir: process.argv[2] ?? '',
  ids: uuidIds,
  clock: systemClock,
  node: 'child',
});
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
const random = seededRandom(store.lastEventSeq());

for (;;) {
  const openedAtMs = systemClock.now();
  const conversationId = uuidIds.next();
  const facts = conversationFacts({
    random,
    accountId: 'account-1',
    conversationId,
    openedAtMs,
    answered: 0.5,
  });
  const reply = replyFacts({ accountId: 'account-1', conversationId }, uuidIds.next(), {
    state: 'queued',
    atMs: openedAtMs,
  });
  for (const part of [facts, reply]) {
    const { events } = store.append(part);
    writeSync(1, events.map((event) => `${event.opId}\n`).join(''));
  }
}
