import type { Person, Platform } from './items.ts';
import { hashShare } from './random.ts';

/** Digits that depend on `text` alone. */
const digits = (text: string, count: number): string =>
  String(Math.floor(hashShare(text) * 10 ** Math.min(count, 9)))
    .padStart(Math.min(count, 9), '0')
    .padEnd(count, '7');

/** The part of an id behind the underscore, or all of it. */
export const idTail = (id: string): string => id.slice(id.indexOf('_') + 1);

/**
 * A person as private messages of a platform know them: by an id for this page only, unlike the
 * one below comments.
 */
export function correspondentOf(pageId: string, { id, name }: Person, platform: Platform): Person {
  const seed = `${platform}/${pageId}/${id}`;
  return { id: `24${digits(seed, 9)}${digits(`${seed}/2`, 5)}`, name };
}

/** The conversation that a page has with somebody: always the same one. */
export const threadIdOf = (pageId: string, psid: string): string =>
  `t_12${digits(`thread/${pageId}/${psid}`, 9)}${digits(`thread2/${psid}`, 4)}`;

/** A message's id is long and says nothing. */
export const messageIdOf = (seed: string): string =>
  `m_${Buffer.from(`${digits(seed, 9)}${digits(`${seed}/2`, 9)}${digits(`${seed}/3`, 9)}`).toString('base64url')}`;

/** How somebody is called on Instagram. */
export const usernameOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '.')
    .replaceAll(/^\.|\.$/g, '') || 'utente';
