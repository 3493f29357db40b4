import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSecrets, type Keychain } from '../../electron/service/system/secrets.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const NAME = 'account/018f/token';

/** A keychain that turns words round; what it did not seal it cannot open. */
const keychain: Keychain = {
  seal: (value) => Promise.resolve(`k:${[...value].toReversed().join('')}`),
  open: (value) =>
    Promise.resolve(value.startsWith('k:') ? value.slice(2).split('').toReversed().join('') : null),
};
const lockedKeychain: Keychain = {
  seal: () => Promise.resolve(null),
  open: () => Promise.resolve(null),
};

function workspace() {
  const dir = mkdtempSync(join(tmpdir(), 'riscontro-secrets-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const file = join(dir, 'secrets.json');
  const open = (chain: Keychain | null) =>
    openSecrets({ file, keychain: chain, clock: { now: () => 1_234 }, logger: silent });
  return { dir, file, open };
}

describe('secrets', () => {
  it('come back as they were set, sealed on disk by the keychain', async () => {
    const { file, open } = workspace();
    await open(keychain).set(NAME, 'EAAB-secret');
    expect(await open(keychain).get(NAME)).toEqual({ ok: true, value: 'EAAB-secret' });
    expect(readFileSync(file, 'utf8')).not.toContain('EAAB-secret');
  });

  it('are readable by their owner only', async () => {
    const { file, open } = workspace();
    await open(null).set(NAME, 'one');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('tell of each whether a keychain holds it, and ask none for it', async () => {
    const { open } = workspace();
    await open(keychain).set(NAME, 'one');
    await open(lockedKeychain).set('other', 'two');
    const names = [NAME, 'other', 'nobody'];
    const told = await Promise.all(names.map((name) => open(null).isSealed(name)));
    expect(told).toEqual([true, false, null]);
  });

  it('say that they are sealed when they are opened without the keychain', async () => {
    const { open } = workspace();
    await open(keychain).set(NAME, 'one');
    const sealed = { ok: false, error: { code: 'secret_sealed' } };
    expect(await open(null).get(NAME)).toEqual(sealed);
    expect(await open(lockedKeychain).get(NAME)).toEqual(sealed);
  });

  it('rest on the mode of the file where no keychain works, and open everywhere', async () => {
    const { open } = workspace();
    await open(lockedKeychain).set(NAME, 'one');
    await open(null).set('other', 'two');
    expect(await open(keychain).get(NAME)).toEqual({ ok: true, value: 'one' });
    expect(await open(keychain).get('other')).toEqual({ ok: true, value: 'two' });
  });

  it('are missing when they were never set or are removed', async () => {
    const { open } = workspace();
    const secrets = open(keychain);
    const missing = { ok: false, error: { code: 'secret_missing' } };
    expect(await secrets.get(NAME)).toEqual(missing);
    await secrets.set(NAME, 'one');
    await secrets.remove(NAME);
    expect(await secrets.get(NAME)).toEqual(missing);
    expect(await secrets.get('toString')).toEqual(missing);
  });

  it('lose nothing when many are set at once', async () => {
    const { open } = workspace();
    const secrets = open(keychain);
    const names = Array.from({ length: 20 }, (_, number) => `account/${number}/token`);
    await Promise.all(names.map((name) => secrets.set(name, `value of ${name}`)));
    const values = await Promise.all(names.map((name) => open(keychain).get(name)));
    expect(values).toEqual(names.map((name) => ({ ok: true, value: `value of ${name}` })));
  });

  it.each(['', '{"version":1', '{"version":2,"entries":{}}', '[]'])(
    'are moved aside, not overwritten, when the file reads %j',
    async (text) => {
      const { dir, file, open } = workspace();
      writeFileSync(file, text);
      await open(keychain).set(NAME, 'new');
      expect(await open(keychain).get(NAME)).toEqual({ ok: true, value: 'new' });
      const aside = readdirSync(dir).filter((name) => name.includes('broken'));
      expect(aside.map((name) => readFileSync(join(dir, name), 'utf8'))).toEqual([text]);
    },
  );
});
