import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { birthMark } from '../../electron/service/system/process-life.ts';
import { systemClock } from '../../electron/service/system/system-clock.ts';
import { uuidIds } from '../../electron/service/system/uuid-ids.ts';
import { lockWorkspace } from '../../electron/service/system/workspace-lock.ts';

function workspace() {
  const dir = mkdtempSync(join(tmpdir(), 'riscontro-lock-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const take = (program: 'app' | 'cli' = 'cli') => {
    const taken = lockWorkspace({ dir, program, clock: systemClock, ids: uuidIds });
    if (taken.ok) onTestFinished(() => taken.value.release());
    return taken;
  };
  const file = join(dir, 'workspace.lock');
  const leave = (owner: object): void => writeFileSync(file, JSON.stringify(owner));
  return { dir, file, take, leave };
}

/** A living process that is not this one. */
async function otherProcess(): Promise<number> {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  onTestFinished(() => void other.kill('SIGKILL'));
  await once(other, 'spawn');
  return other.pid ?? 0;
}

/** The id of a process that has ended. */
async function deadProcess(): Promise<number> {
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  return gone.pid ?? 0;
}

describe('the lock of a workspace', () => {
  it('lets nobody else in while it is held, and says who holds it', () => {
    const { take } = workspace();
    expect(take('app').ok).toBe(true);
    expect(take('cli')).toEqual({
      ok: false,
      error: { code: 'workspace_locked', details: { pid: process.pid, program: 'app' } },
    });
  });

  it('is free again once it is released, and leaves nothing behind', () => {
    const { take, dir } = workspace();
    const first = take();
    if (first.ok) first.value.release();
    expect(readdirSync(dir)).toEqual([]);
    expect(take().ok).toBe(true);
  });

  it('is refused while another living process holds it', async () => {
    const { take, leave } = workspace();
    const pid = await otherProcess();
    leave({ pid, birth: birthMark(pid), program: 'app', atMs: Date.now() });
    expect(take()).toEqual({
      ok: false,
      error: { code: 'workspace_locked', details: { pid, program: 'app' } },
    });
  });

  it('is taken over from a process that died', async () => {
    const { take, leave, dir } = workspace();
    leave({ pid: await deadProcess(), birth: '1', program: 'app', atMs: Date.now() });
    expect(take().ok).toBe(true);
    expect(readdirSync(dir)).toEqual(['workspace.lock']);
  });

  it.runIf(process.platform === 'linux')(
    'is taken over when the id belongs to another process by now',
    async () => {
      const { take, leave } = workspace();
      leave({ pid: await otherProcess(), birth: '1', program: 'app', atMs: Date.now() });
      expect(take().ok).toBe(true);
    },
  );

  it('is taken over from before the last start of the machine where no birth is told', async () => {
    const { take, leave } = workspace();
    leave({ pid: await otherProcess(), birth: null, program: 'app', atMs: 1_000 });
    expect(take().ok).toBe(true);
  });

  it.each(['', '{', '{"pid":"x"}', '\0\0\0\0'])(
    'is taken over when it says nothing: %j',
    (text) => {
      const { take, file } = workspace();
      writeFileSync(file, text);
      expect(take().ok).toBe(true);
    },
  );

  it('is given back when its process ends', async () => {
    const { dir, take } = workspace();
    const modulePath = new URL('../../electron/service/system/workspace-lock.ts', import.meta.url)
      .href;
    const script = `
      const { lockWorkspace } = await import(${JSON.stringify(modulePath)});
      const taken = lockWorkspace({ dir: ${JSON.stringify(dir)}, program: 'cli',
        clock: { now: () => Date.now() }, ids: { next: () => 'one' } });
      process.exit(taken.ok ? 0 : 1);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(readdirSync(dir)).toEqual([]);
    expect(take().ok).toBe(true);
  });

  it('never removes a lock that is not its own any more', () => {
    const { take, leave, file } = workspace();
    const mine = take();
    leave({ pid: 1, birth: null, program: 'app', atMs: 5 });
    if (mine.ok) mine.value.release();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: 1 });
  });
});
