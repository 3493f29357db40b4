import type { Random } from '../world/random.ts';
import type { Slots } from './grammar.ts';
import { MONTHS, STREETS, TOWNS } from './places.ts';
import type { Sector } from './types.ts';

const DAY_MS = 24 * 3_600_000;
const lines = (list: string): readonly string[] => list.split('|');

const LISTS: Readonly<Record<string, readonly string[]>> = {
  town: TOWNS,
  street: STREETS,
  weekday: lines('lunedì|martedì|mercoledì|giovedì|venerdì|sabato'),
  since: lines(
    'da ieri|da stamattina|da due giorni|da lunedì|da una settimana|da 3 giorni|da sabato|da ieri sera|da 5 giorni|da stanotte|da 48 ore|da dieci giorni|da quasi due settimane',
  ),
  today: lines(
    'da stamattina|da ieri sera|da un’ora|da stanotte|da due ore|da mezza giornata|dalle sei|da prima di cena|da ore|da stamattina presto',
  ),
  times: lines('due|tre|3|4|quattro|cinque|5|6|almeno dieci'),
  weeks: lines('due|tre|2|3|quattro'),
  years: lines('due|tre|4|5|6|8|dieci|12|quindici'),
  elder: lines('mia mamma|mio papà|mia nonna|mia suocera|mio suocero|mia zia'),
  elderwoman: lines('mia mamma|mia nonna|mia zia|mia suocera'),
  relative: lines('mia mamma|mio papà|mia suocera|mio figlio|mia figlia|mio marito|mia moglie'),
  agent: lines('Giada|Marco|Elisa|Davide|Noemi|Sara'),
  speed: lines('0,8|2|3|4,5|6|7|9|11|15|18|22'),
  size: lines('S|M|L|XL|38|40|42|44|46'),
};

const two = (value: number): string => String(value).padStart(2, '0');
const between = (low: number, high: number) => (random: Random) => String(random.int(low, high));

const MADE: Readonly<Record<string, (random: Random) => string>> = {
  number: between(1, 180),
  age: between(71, 94),
  days: between(4, 20),
  months: between(2, 9),
  ping: between(90, 480),
  ticket: between(1_000_000, 9_999_999),
  reading: between(1200, 39_000),
  nighthour: between(2, 5),
  minutes: (random) => String(random.int(3, 9) * 5),
  hour: (random) => `${String(random.int(8, 20))}${random.chance(0.3) ? ':30' : ''}`,
  small: (random) => `${String(random.int(3, 29))},${random.pick(['90', '50', '99', '95'])}`,
  amount: (random) => `${String(random.int(31, 189))},${two(random.int(0, 99))}`,
  round: (random) => String(random.int(3, 30) * 10),
  percent: (random) => String(random.int(2, 6) * 10),
  order: (random) => `${random.pick(['IT', 'WEB', 'PL'])}${String(random.int(100_000, 999_999))}`,
};

/** The article melts with a day that begins with a vowel: l’8, all’11. */
function dayOf(instantMs: number, article: string, melted: string): string {
  const date = new Date(instantMs);
  const day = date.getUTCDate();
  const month = MONTHS[date.getUTCMonth()] ?? '';
  return `${day === 8 || day === 11 ? melted : `${article} `}${String(day)} ${month}`;
}

function monthOf(instantMs: number, shift: number): string {
  return MONTHS[(new Date(instantMs).getUTCMonth() + shift + 12) % 12] ?? '';
}

/** Words that depend on when somebody writes. */
const DATED: Readonly<Record<string, (atMs: number, random: Random) => string>> = {
  lastmonth: (atMs) => monthOf(atMs, -1),
  thismonth: (atMs) => monthOf(atMs, 0),
  nextmonth: (atMs) => monthOf(atMs, 1),
  onpast: (atMs, random) => dayOf(atMs - random.int(5, 24) * DAY_MS, 'il', 'l’'),
  untilsoon: (atMs, random) => dayOf(atMs + random.int(3, 12) * DAY_MS, 'al', 'all’'),
};

/** What the words of a conversation depend on besides chance. */
export interface SlotSource {
  readonly random: Random;
  readonly sector: Sector;
  readonly atMs: number;
  /** Values that are settled already. */
  readonly known?: Readonly<Record<string, string>>;
}

/**
 * Returns the slots of one conversation: a value once drawn stays. A trailing number (`amount2`)
 * asks for a value of its own. Throws for a slot that nobody knows: a slip in a text.
 */
export function createSlots({ random, sector, atMs, known = {} }: SlotSource): Slots {
  const drawn = new Map([['brand', sector.name], ...Object.entries(known)]);
  const draw = (name: string): string => {
    const list = sector.slots[name] ?? LISTS[name];
    if (list !== undefined) return random.pick(list);
    const value = MADE[name]?.(random) ?? DATED[name]?.(atMs, random);
    if (value === undefined) throw new Error(`No text slot is called ${name}`);
    return value;
  };
  return (name) => {
    const before = drawn.get(name);
    if (before !== undefined) return before;
    const value = draw(name.replace(/\d+$/, ''));
    drawn.set(name, value);
    return value;
  };
}
