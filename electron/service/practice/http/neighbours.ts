import { createRandom } from '../world/random.ts';

/** Another page of the same person: a name and nothing on it. */
export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly category: string;
}

const KINDS = [
  ['Bar', 'Cafe'],
  ['Libreria', 'Bookstore'],
  ['Ferramenta', 'Hardware Store'],
  ['Palestra', 'Gym/Physical Fitness Center'],
  ['Panificio', 'Bakery'],
  ['Studio', 'Professional Service'],
] as const;
const NAMES = ['Aurora', 'Belvedere', 'Corallo', 'Dolomiti', 'Elba', 'Faro', 'Ginestra'] as const;
/** More than one page of `me/accounts` holds: clients that read only the first 25 fail here. */
const COUNT = 31;

/** Returns the invented pages that the person behind `pageId` looks after too, always the same. */
export function neighboursOf(pageId: string): readonly Neighbour[] {
  const random = createRandom(`neighbours/${pageId}`);
  return Array.from({ length: COUNT }, (_, index) => {
    const [kind, category] = KINDS[index % KINDS.length] ?? KINDS[0];
    const name = `${kind} ${NAMES[index % NAMES.length] ?? ''}`;
    const number = String(index * 7919 + random.int(0, 7000)).padStart(11, '0');
    return { id: `1001${number}`, name, category };
  });
}
