import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AppFailure } from '../../shared/kernel/app-error.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { accountAdded, someConversations, temporaryFolder, workspace } from '../support/store.ts';

const COPIES = 60;

/** A workspace with a backup and newer facts, left as a crash leaves it. */
function original() {
  const made = workspace();
  const store = made.open();
  store.append([accountAdded(), ...someConversations(30, 1).flat()]);
  mkdirSync(made.files.backups, { recursive: true });
  store.backup(join(made.files.backups, `workspace-${'1'.padStart(15, '0')}.db`));
  store.append(someConversations(10, 2).flat());
  const opIds = made.raw().prepare('SELECT op_id FROM event').pluck().all() as string[];
  store.close();
  return { ...made, opIds };
}

it('60 seeded copies with a flipped byte open soundly, or are recovered and say so', () => {
  const made = original();
  const bytes = readFileSync(made.files.database);
  const random = seededRandom(2026);
  const folder = temporaryFolder();
  const outcomes = { sound: 0, recovered: 0 };
  for (let copy = 0; copy < COPIES; copy += 1) {
    const spoiled = workspace(join(folder, String(copy)), copy + 1);
    mkdirSync(spoiled.files.backups, { recursive: true });
    const backup = `workspace-${'1'.padStart(15, '0')}.db`;
    copyFileSync(join(made.files.backups, backup), join(spoiled.files.backups, backup));
    copyFileSync(made.files.marker, spoiled.files.marker);
    // The first page holds the header and the schema: every third flip goes there.
    const at = random.below(copy % 3 === 0 ? 4096 : bytes.length);
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << random.below(8)), at);
    writeFileSync(spoiled.files.database, flipped);
    writeFileSync(spoiled.files.inUse, '');
    // As a crash leaves it: with a WAL, here an empty one.
    writeFileSync(`${spoiled.files.database}-wal`, '');

    const opened = spoiled.tryOpen();
    if (!opened.ok) {
      // The version field is the one place where a flip looks like something else.
      expect(opened.error.code, `byte ${at}`).toBe('workspace_newer');
      continue;
    }
    const store = opened.value;
    const known = new Set(spoiled.raw().prepare('SELECT op_id FROM event').pluck().all());
    const lost = made.opIds.filter((opId) => !known.has(opId)).length;
    if (store.recovered === null) {
      outcomes.sound += 1;
      // A flipped letter in an id or a text cannot be told from a written one; a lost row can.
      expect(lost, `byte ${at}`).toBeLessThanOrEqual(1);
      expect(store.lastEventSeq()).toBe(made.opIds.length);
    } else {
      outcomes.recovered += 1;
      expect(store.rebuildCheck(), `byte ${at}`).toEqual({ ok: true, findings: [] });
    }
    try {
      store.close();
    } catch (cause) {
      expect(cause).toBeInstanceOf(AppFailure);
    }
  }
  expect(outcomes.sound).toBeGreaterThan(0);
  expect(outcomes.recovered).toBeGreaterThan(0);
}, 120_000);
