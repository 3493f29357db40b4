import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_IMAGE_BYTES } from '../../shared/domain/action/limits.ts';
import { imageTypeOf } from '../../shared/domain/action/image.ts';
import { outboxImages } from '../../electron/service/system/outbox-images.ts';
import { uuidIds } from '../../electron/service/system/uuid-ids.ts';
import { temporaryFolder } from '../support/store.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

function staging() {
  const folder = join(temporaryFolder(), 'outbox-images');
  return { folder, images: outboxImages(folder, uuidIds) };
}

describe('a picture', () => {
  test('lies ready whole, readable by its owner alone, under a name made here', async () => {
    const { folder, images } = staging();
    const staged = await images.stage({ name: '../../etc/passwd\n.png', bytes: PNG });
    if (!staged.ok) throw new Error(staged.error.code);
    expect(staged.value).toMatchObject({ mediaType: 'image/png', bytes: PNG.length });
    expect(readdirSync(folder).toSorted()).toEqual([staged.value.id, `${staged.value.id}.name`]);
    expect(statSync(join(folder, staged.value.id)).mode & 0o777).toBe(0o600);
    expect(await images.find(staged.value.id)).toEqual(staged.value);
    expect(await images.load(staged.value)).toMatchObject({ name: staged.value.name });
  });

  test.each<[string, number[], string | null]>([
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    ['a PNG', [...PNG], 'image/png'],
    ['a GIF', [...Buffer.from('GIF89a')], 'image/gif'],
    ['a WebP', [...Buffer.from('RIFF1234WEBPVP8 ')], 'image/webp'],
    ['a RIFF that is a sound', [...Buffer.from('RIFF1234WAVEfmt ')], null],
    ['a page with a picture’s name', [...Buffer.from('<html>')], null],
    ['nothing', [], null],
  ])('is known by its first bytes: %s', (_what, bytes, type) => {
    expect(imageTypeOf(Uint8Array.from(bytes))).toBe(type);
  });

  test('of another type or too large is refused, and nothing is left behind', async () => {
    const { folder, images } = staging();
    const text = { name: 'foto.png', bytes: Buffer.from('hello') };
    expect(await images.stage(text)).toMatchObject({ error: { code: 'image_bad_type' } });
    const large = { name: 'foto.png', bytes: Buffer.concat([PNG, Buffer.alloc(MAX_IMAGE_BYTES)]) };
    expect(await images.stage(large)).toMatchObject({ error: { code: 'image_too_large' } });
    expect(existsSync(folder)).toBe(false);
  });

  test('that was changed or taken away is not there', async () => {
    const { folder, images } = staging();
    const staged = await images.stage({ name: 'foto.png', bytes: PNG });
    if (!staged.ok) throw new Error(staged.error.code);
    writeFileSync(join(folder, staged.value.id), 'something else');
    expect(await images.load(staged.value)).toBeNull();
    await images.remove(staged.value.id);
    expect(await images.find(staged.value.id)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each(['../workspace.db', '', 'a'.repeat(36), '..'])(
    'is never looked for outside its folder (%j)',
    async (id) => {
      const { folder, images } = staging();
      await images.stage({ name: 'foto.png', bytes: PNG });
      writeFileSync(join(folder, '..', 'workspace.db'), PNG);
      expect(await images.find(id)).toBeNull();
      await images.remove(id);
      expect(existsSync(join(folder, '..', 'workspace.db'))).toBe(true);
    },
  );
});
