import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appError } from '../../shared/kernel/app-error.ts';
import { NEWEST_VERSION } from '../../electron/service/store/migrations/migrate.ts';
import { isSqliteNewEnough, openFile } from '../../electron/service/store/sqlite.ts';
import { diskErrorOf } from '../../electron/service/store/sqlite-errors.ts';
import {
  accountAdded,
  NOW_MS,
  someConversations,
  spoilIndex,
  temporaryFolder,
  workspace,
  type Workspace,
} from '../support/store.ts';

/** A closed workspace with ten conversations and, when wanted, a backup of all of them. */
function closedWorkspace({ backup = false } = {}): Workspace & { readonly events: number } {
  const made = workspace();
  const store = made.open();
  store.append([accountAdded(), ...someConversations(10, 1).flat()]);
  const events = store.lastEventSeq();
  mkdirSync(made.files.backups, { recursive: true });
  if (backup) store.backup(join(made.files.backups, backupFile));
  store.close();
  return { ...made, events };
}

const backupFile = `workspace-${String(NOW_MS).padStart(15, '0')}.db`;

const asideFiles = ({ files }: Workspace): readonly string[] =>
  existsSync(files.aside)
    ? readdirSync(files.aside).flatMap((folder) => readdirSync(join(files.aside, folder)))
    : [];

describe('opening', () => {
  it('makes a workspace, closes it into one file and opens it again without a word', () => {
    const { open, files, folder } = workspace();
    const first = open();
    expect([first.recovered, existsSync(files.inUse)]).toEqual([null, true]);
    first.append([accountAdded(), ...someConversations(3, 1).flat()]);
    const events = first.lastEventSeq();
    first.close();
    expect(readdirSync(folder).toSorted()).toEqual([
      'outbox.journal',
      'workspace.db',
      'workspace.json',
    ]);
    const second = open();
    expect([second.recovered, second.lastEventSeq()]).toEqual([null, events]);
    second.close();
  });

  it('sets every pragma and its application id', () => {
    const { open, raw } = closedWorkspace();
    const store = open();
    const db = raw();
    const pragma = (name: string) => db.pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('application_id'), pragma('user_version')]).toEqual([
      'wal',
      0x52495343,
      NEWEST_VERSION,
    ]);
    store.close();
  });

  it('refuses a workspace of a newer program and touches nothing', () => {
    const made = closedWorkspace({ backup: true });
    const db = made.raw();
    db.pragma('user_version = 990');
    db.close();
    const before = readFileSync(made.files.database);
    expect(made.tryOpen()).toEqual({
      ok: false,
      error: appError('workspace_newer', { version: 990 }),
    });
    expect(readFileSync(made.files.database).equals(before)).toBe(true);
    expect(asideFiles(made)).toEqual([]);
    expect(existsSync(made.files.inUse)).toBe(false);
  });

  it('refuses a newer workspace also when the version still lies in the WAL', () => {
    const made = closedWorkspace();
    const db = made.raw();
    const keeper = made.raw();
    keeper.prepare('SELECT 1 FROM event').get();
    db.pragma('user_version = 990');
    expect(made.tryOpen()).toMatchObject({ ok: false, error: { code: 'workspace_newer' } });
    writeFileSync(made.files.inUse, '');
    expect(made.tryOpen()).toMatchObject({ ok: false, error: { code: 'workspace_newer' } });
    expect(asideFiles(made)).toEqual([]);
  });

  it('takes no SQLite that could corrupt a shared WAL', () => {
    const versions = ['3.51.3', '3.54.1', '4.0.0', '3.51.2', '3.40.0'];
    const answers = versions.map(isSqliteNewEnough);
    expect(answers).toEqual([true, true, true, false, false]);
  });

  it('refuses a folder whose place is taken by a file', () => {
    const file = join(temporaryFolder(), 'taken');
    writeFileSync(file, 'x');
    expect(workspace(file).tryOpen()).toMatchObject({
      ok: false,
      error: { code: 'workspace_missing' },
    });
  });
});

describe('damage', () => {
  const spoilers: readonly (readonly [string, string, (made: Workspace) => void])[] = [
    ['a missing file', 'file_missing', ({ files }) => rmSync(files.database)],
    ['a zero-length file', 'file_empty', ({ files }) => truncateSync(files.database, 0)],
    [
      'a file that is no database',
      'not_a_database',
      ({ files }) => writeFileSync(files.database, 'Caro diario, '.repeat(1_000)),
    ],
    [
      "somebody else's database",
      'foreign_database',
      ({ files }) => {
        rmSync(files.database);
        const other = openFile(files.database);
        other.exec('CREATE TABLE bookmark (url)');
        other.close();
      },
    ],
    [
      'a truncated file',
      'pages_damaged',
      ({ files }) => {
        truncateSync(files.database, 4096 * 9);
        writeFileSync(files.inUse, '');
      },
    ],
  ];

  it.each(spoilers)(
    '%s: the newest good backup comes back, and it is told',
    (_w, damage, spoil) => {
      const made = closedWorkspace({ backup: true });
      spoil(made);
      const store = made.open();
      expect(store.recovered).toMatchObject({ damage, restoredFrom: backupFile });
      expect(store.lastEventSeq()).toBe(made.events);
      expect(store.rebuildCheck()).toEqual({ ok: true, findings: [] });
      expect(asideFiles(made).includes('workspace.db')).toBe(damage !== 'file_missing');
      store.close();
      const again = made.open();
      expect([again.recovered, again.lastEventSeq()]).toEqual([null, made.events]);
      again.close();
    },
  );

  it.each(spoilers.slice(1, 4))(
    '%s and no backup: the workspace begins anew, the file is kept aside',
    (_w, damage, spoil) => {
      const made = closedWorkspace();
      spoil(made);
      const store = made.open();
      expect(store.recovered).toMatchObject({ damage, restoredFrom: null, factsBack: 0 });
      expect([store.lastEventSeq(), asideFiles(made)]).toEqual([4, ['workspace.db']]);
    },
  );

  it('a missing file and no backup: refused, for the folder may not be mounted yet', () => {
    const made = closedWorkspace();
    rmSync(made.files.database);
    expect(made.tryOpen()).toEqual({ ok: false, error: appError('workspace_missing') });
    expect(existsSync(made.files.database)).toBe(false);
  });

  it('passes over a backup that is damaged itself', () => {
    const made = closedWorkspace({ backup: true });
    const newer = join(made.files.backups, `workspace-${String(NOW_MS + 1).padStart(15, '0')}.db`);
    copyFileSync(join(made.files.backups, backupFile), newer);
    truncateSync(newer, 4096 * 7);
    truncateSync(made.files.database, 0);
    expect(made.open().recovered?.restoredFrom).toBe(backupFile);
  });

  it('brings back from the damaged file what is newer than the backup', () => {
    const made = closedWorkspace({ backup: true });
    const store = made.open();
    store.append(someConversations(5, 2).flat());
    const events = store.lastEventSeq();
    store.close();
    spoilIndex(made);
    writeFileSync(made.files.inUse, '');
    const recovered = made.open();
    expect(recovered.recovered).toMatchObject({
      damage: 'pages_damaged',
      factsBack: events - made.events,
    });
    expect(recovered.lastEventSeq()).toBe(events);
    expect(recovered.rebuildCheck()).toEqual({ ok: true, findings: [] });
  });

  it('takes an interrupted recovery up again', () => {
    const made = closedWorkspace({ backup: true });
    mkdirSync(join(made.files.aside, '1'), { recursive: true });
    copyFileSync(made.files.database, join(made.files.aside, '1', 'workspace.db'));
    const loss = {
      damage: 'pages_damaged',
      movedTo: join(made.files.aside, '1'),
      restoredFrom: null,
    };
    writeFileSync(made.files.recovery, JSON.stringify(loss));
    rmSync(made.files.database);
    const store = made.open();
    expect(store.recovered).toMatchObject({ ...loss, restoredFrom: backupFile });
    expect(store.lastEventSeq()).toBe(made.events);
    expect(existsSync(made.files.recovery)).toBe(false);
  });

  it('a copy without its WAL: opened, and told that the newest changes are missing', () => {
    const live = workspace();
    const store = live.open();
    store.append([accountAdded(), ...someConversations(5, 1).flat()]);
    const copy = workspace();
    for (const file of ['workspace.db', 'workspace.json', 'workspace.in-use']) {
      copyFileSync(join(live.folder, file), join(copy.folder, file));
    }
    const opened = copy.open();
    expect(opened.lastEventSeq()).toBeLessThan(store.lastEventSeq());
    expect(opened.recovered).toMatchObject({ damage: 'changes_missing', movedTo: null });
  });

  it("another workspace's database: used, and told", () => {
    const made = closedWorkspace();
    const other = closedWorkspace();
    const id = other.raw();
    id.exec("UPDATE local_setting SET value = 'other' WHERE key = 'database_id'");
    id.close();
    copyFileSync(other.files.database, made.files.database);
    expect(made.open().recovered).toMatchObject({ damage: 'other_database', movedTo: null });
  });

  it('a database whose marker is lost: checked, used, and marked again', () => {
    const made = closedWorkspace();
    const marker = readFileSync(made.files.marker, 'utf8');
    rmSync(made.files.marker);
    expect(made.open().recovered).toBeNull();
    expect(readFileSync(made.files.marker, 'utf8')).toBe(marker);
  });
});

describe('disk errors', () => {
  it.each([
    ['SQLITE_FULL', 'disk_full'],
    ['SQLITE_READONLY_DIRECTORY', 'workspace_read_only'],
    ['SQLITE_CANTOPEN', 'workspace_read_only'],
    ['SQLITE_CORRUPT_VTAB', 'workspace_damaged'],
    ['SQLITE_NOTADB', 'workspace_damaged'],
    ['SQLITE_BUSY_SNAPSHOT', 'workspace_locked'],
    ['SQLITE_IOERR_WRITE', 'workspace_missing'],
    ['ENOSPC', 'disk_full'],
    ['EROFS', 'workspace_read_only'],
    ['EACCES', 'workspace_read_only'],
  ] as const)('%s is %s, by its code alone', (code, expected) => {
    expect(diskErrorOf(Object.assign(new Error('any words'), { code }))?.code).toBe(expected);
  });

  it('a broken rule of the schema is a bug, not the disk', () => {
    const cause = Object.assign(new Error('disk full'), { code: 'SQLITE_CONSTRAINT_NOTNULL' });
    expect(diskErrorOf(cause)).toBeNull();
  });
});
