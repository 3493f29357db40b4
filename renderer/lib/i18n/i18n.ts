import { setupI18n } from '@lingui/core';
import { compileMessage, type CompiledMessage } from '@lingui/message-utils/compileMessage';
import { useSyncExternalStore } from 'react';
import type { Language } from '../../../shared/contract/bridge.ts';
import { en } from './en/index.ts';
import { it } from './it/index.ts';
import { isPlain } from './plain-text.ts';

/** Every text of the interface by its id. A key that one language lacks does not compile. */
export type MessageId = keyof typeof it;

/** What a text's placeholders are filled with. Numbers that are shown come already formatted. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Returns the words of `id` in the language of the moment. */
export type Translate = (id: MessageId, values?: MessageValues) => string;

const compiled = new Map<string, CompiledMessage>();
const engine = setupI18n({ locale: 'it', messages: { it, en } });
engine.setMessagesCompiler((message) => {
  // Most texts are plain, and parsing them all is felt at the first picture.
  if (isPlain(message)) return [message];
  const known = compiled.get(message);
  if (known !== undefined) return known;
  const fresh = compileMessage(message);
  compiled.set(message, fresh);
  return fresh;
});

const makeTranslate = (): Translate => (id, values) => engine._(id, { ...values });
let current = makeTranslate();

/** The words of `id`, for code outside components; a component uses {@link useT}. */
export const t: Translate = (id, values) => current(id, values);

/** Returns the language of the moment. */
export const language = (): Language => (engine.locale === 'en' ? 'en' : 'it');

/** Changes the language of the whole page at once. */
export function setLanguage(next: Language): void {
  engine.activate(next);
}

engine.on('change', () => {
  current = makeTranslate();
});

/** Calls `listener` after each change of language; returns the way to stop. */
export const onLanguage = (listener: () => void): (() => void) => engine.on('change', listener);

/** Returns the translate function; it is a new one after each change of language. */
export const useT = (): Translate => useSyncExternalStore(onLanguage, () => current);

/** Returns the language of the moment and renders again when it changes. */
export const useLanguage = (): Language => useSyncExternalStore(onLanguage, language);
