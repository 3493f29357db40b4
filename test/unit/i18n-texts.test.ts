import { compileMessage } from '@lingui/message-utils/compileMessage';
import { expect, it } from 'vitest';
import { en } from '../../renderer/lib/i18n/en/index.ts';
import { it as italian } from '../../renderer/lib/i18n/it/index.ts';
import { isPlain } from '../../renderer/lib/i18n/plain-text.ts';

it('takes a text for plain only where parsing it would give the text itself', () => {
  const texts = [...Object.values(en), ...Object.values(italian), "l'ora", "''", '{n}', "'{x}'"];
  const plain = texts.filter(isPlain);
  expect(plain.map((text) => compileMessage(text))).toEqual(plain.map((text) => [text]));
  expect(texts.filter((text) => !isPlain(text)).length).toBeGreaterThan(0);
});
