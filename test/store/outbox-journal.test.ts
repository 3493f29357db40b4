import { appendFileSync, mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OutboxState } from '../../shared/domain/outbox/types.ts';
import { replyFacts } from '../support/reply-facts.ts';
import { ACCOUNT, accountAdded, NOW_MS, someConversations, workspace } from '../support/store.ts';

/** A workspace with a backup, then a reply in a conversation that the backup knows or not. */
function withReply(state: OutboxState, { conversationInBackup = true } = {}) {
  const made = workspace();
  const store = made.open();
  const [facts = [], later = []] = someConversations(2, 1);
  store.append([accountAdded(), ...facts]);
  if (conversationInBackup) store.append(later);
  mkdirSync(made.files.backups, { recursive: true });
  store.backup(join(made.files.backups, `workspace-${String(NOW_MS).padStart(15, '0')}.db`));
  if (!conversationInBackup) store.append(later);
  const opened = later[0];
  if (opened === undefined) throw new Error('no conversation');
  store.append(replyFacts(opened, 'o1', { state, atMs: NOW_MS }));
  return { ...made, store, conversationId: opened.conversationId ?? '' };
}

describe('outbox journal', () => {
  it.each(['queued', 'sending', 'unknown', 'deferred'] as const)(
    'a reply that stood at %s when the database was lost comes back for a person to decide',
    (state) => {
      const { store, files, open } = withReply(state);
      store.close();
      truncateSync(files.database, 0);
      const again = open();
      expect(again.recovered).toMatchObject({ damage: 'file_empty', repliesStopped: 1 });
      expect(again.outboxOpen()).toMatchObject([
        { id: 'o1', state: 'needs_human', text: 'Buongiorno, ci pensiamo noi.' },
      ]);
      expect(again.rebuildCheck()).toEqual({ ok: true, findings: [] });
    },
  );

  it('a reply that was sent stays sent: an old backup does not send it again', () => {
    const { store, files, open } = withReply('sent');
    store.close();
    truncateSync(files.database, 0);
    const again = open();
    expect(again.recovered).toMatchObject({ factsBack: 2, repliesStopped: 0 });
    expect(again.outboxItem('o1')).toMatchObject({ state: 'sent', externalId: 'r-o1' });
  });

  it('brings the conversation back with its reply when the backup does not know it', () => {
    const { store, files, open, conversationId } = withReply('queued', {
      conversationInBackup: false,
    });
    store.close();
    truncateSync(files.database, 0);
    const again = open();
    expect(again.conversation(conversationId)?.outbox).toMatchObject([
      { id: 'o1', state: 'needs_human' },
    ]);
  });

  it('comes back also when no backup is left', () => {
    const { store, files, open } = withReply('queued');
    store.close();
    rmSync(files.backups, { recursive: true });
    truncateSync(files.database, 0);
    expect(open().outboxOpen()).toMatchObject([{ id: 'o1', accountId: ACCOUNT }]);
  });

  it('stops every unsettled reply of a restored backup, the journal lost as well', () => {
    const made = workspace();
    const store = made.open();
    const [facts = []] = someConversations(1, 1);
    const opened = facts[0];
    if (opened === undefined) throw new Error('no conversation');
    store.append([accountAdded(), ...facts]);
    store.append(replyFacts(opened, 'o1', { state: 'queued', atMs: NOW_MS }));
    mkdirSync(made.files.backups, { recursive: true });
    store.backup(join(made.files.backups, `workspace-${String(NOW_MS).padStart(15, '0')}.db`));
    store.close();
    rmSync(made.files.journal);
    truncateSync(made.files.database, 0);
    expect(made.open().outboxOpen()).toMatchObject([{ id: 'o1', state: 'needs_human' }]);
  });

  it('drops on an ordinary opening what was never committed, a cut-off line included', () => {
    const { store, files, open } = withReply('queued');
    store.close();
    const whole = readFileSync(files.journal, 'utf8');
    const stranger = whole.replace(/"opId":"[^"]+","hlc"/, `"opId":"${'0'.repeat(36)}","hlc"`);
    appendFileSync(files.journal, `${stranger}{"event":{"opId":"half`);
    const again = open();
    expect(again.recovered).toBeNull();
    expect(again.outboxOpen()).toMatchObject([{ id: 'o1', state: 'queued' }]);
    expect(readFileSync(files.journal, 'utf8')).toBe(whole);
  });

  it('keeps nothing of a reply whose transaction failed', () => {
    const { store, files, raw, conversationId } = withReply('queued');
    const before = readFileSync(files.journal, 'utf8');
    raw().exec(`CREATE TRIGGER refuse BEFORE INSERT ON outbox WHEN new.id = 'o2'
      BEGIN SELECT RAISE(ABORT, 'refused'); END`);
    const opened = { accountId: ACCOUNT, conversationId };
    const reply = replyFacts(opened, 'o2', { state: 'queued', atMs: NOW_MS });
    expect(() => store.append(reply)).toThrow('refused');
    expect(readFileSync(files.journal, 'utf8')).toBe(before);
    expect(store.outboxOpen().map((item) => item.id)).toEqual(['o1']);
  });
});
