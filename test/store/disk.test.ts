import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { AppFailure, type ErrorCode } from '../../shared/kernel/app-error.ts';
import { accountAdded, someConversations, temporaryFolder, workspace } from '../support/store.ts';

/** Mounts a memory disk; skips the test where the system does not let us. */
function memoryDisk(test: TestContext, options: string): string {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  if (mounted.status !== 0) test.skip('needs the right to mount a memory disk');
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

/** A folder that cannot be written: by its mode, or for root (whom modes do not bind) by its mount. */
function makeReadOnly(test: TestContext, folder: string): void {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    return;
  }
  const bound =
    spawnSync('mount', ['--bind', folder, folder]).status === 0 &&
    spawnSync('mount', ['-o', 'remount,ro,bind', folder]).status === 0;
  if (!bound) test.skip('needs the right to remount a folder read-only');
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
}

/** The code that `work` fails with; null when it does not. */
function codeOf(work: () => unknown): ErrorCode | null {
  try {
    work();
    return null;
  } catch (cause) {
    if (cause instanceof AppFailure) return cause.error.code;
    throw cause;
  }
}

describe('a full disk', () => {
  it('refuses the append that does not fit and keeps everything before it', (test) => {
    const { open, raw, folder } = workspace(memoryDisk(test, 'size=3m'));
    const ballast = join(folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(1_000_000));
    const store = open();
    store.append([accountAdded()]);
    let appended = 0;
    let refused: ErrorCode | null = null;
    for (const facts of someConversations(3_000, 1)) {
      refused = codeOf(() => store.append(facts));
      if (refused !== null) break;
      appended += 1;
    }
    expect(refused).toBe('disk_full');
    expect(appended).toBeGreaterThan(10);
    expect(store.counts(0, 0).views.all).toBe(appended);
    expect(raw().prepare('SELECT count(*) FROM conversation').pluck().get()).toBe(appended);
    expect(codeOf(() => store.backup(join(folder, 'backup.db')))).toBe('disk_full');
    expect(existsSync(join(folder, 'backup.db.new'))).toBe(false);
    rmSync(ballast);
    expect(store.rebuildCheck()).toEqual({ ok: true, findings: [] });
    store.append(someConversations(1, 2).flat());
    store.close();
    expect(open().counts(0, 0).views.all).toBe(appended + 1);
  });
});

describe('a read-only folder', () => {
  it('is refused with its own code and left as it is', (test) => {
    const made = workspace();
    made.open().close();
    makeReadOnly(test, made.folder);
    expect(made.tryOpen()).toMatchObject({ ok: false, error: { code: 'workspace_read_only' } });
  });

  it('is refused as the place of a new workspace, too', (test) => {
    const made = workspace();
    makeReadOnly(test, made.folder);
    expect(made.tryOpen()).toMatchObject({ ok: false, error: { code: 'workspace_read_only' } });
  });
});
