import type { Random } from '../world/random.ts';
import type { Slots } from './grammar.ts';
import type { Sector } from './types.ts';

/** Towns with the streets that everybody has. */
const TOWNS =
  'Bari|Bergamo|Bologna|Brescia|Cagliari|Catania|Cosenza|Cuneo|Ferrara|Firenze|Foggia|Forlì|Genova|Latina|Lecce|Livorno|Matera|Messina|Milano|Modena|Monza|Napoli|Novara|Olbia|Padova|Palermo|Parma|Perugia|Pesaro|Pescara|Piacenza|Pisa|Potenza|Prato|Ragusa|Reggio Emilia|Rimini|Roma|Salerno|Sassari|Savona|Siena|Siracusa|Taranto|Terni|Torino|Trento|Treviso|Trieste|Udine|Varese|Verona|Vicenza|Viterbo'.split(
    '|',
  );

const STREETS =
  'via Garibaldi|via Mazzini|via Dante|corso Italia|via Verdi|via Roma|viale della Libertà|via Marconi|via Cavour|via San Francesco|via dei Mille|viale Europa|via Leopardi|via Manzoni|via Gramsci|via Matteotti|via delle Rose|via del Mulino|largo Sauro|piazza Bovio|via Carducci|via Puccini|contrada Sant’Anna|via Torino|via XX Settembre|via IV Novembre|via Pascoli|vicolo Stretto|via della Stazione|via Po|via Adige|via Monte Grappa'.split(
    '|',
  );

const LISTS: Readonly<Record<string, readonly string[]>> = {
  town: TOWNS,
  street: STREETS,
  weekday: ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'],
  monthname: 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|settembre|ottobre|novembre'.split(
    '|',
  ),
  since: [
    'da ieri',
    'da stamattina',
    'da due giorni',
    'da lunedì',
    'da una settimana',
    'da 3 giorni',
    'dal 12',
    'da sabato',
    'da ieri sera',
    'da 5 giorni',
    'da stanotte',
    'da 48 ore',
    'da un mese',
    'da quasi due settimane',
  ],
  times: ['due', 'tre', '3', '4', 'quattro', 'cinque', '5', '6', 'almeno dieci'],
  relative: [
    'mia mamma',
    'mio papà',
    'mia nonna',
    'mia suocera',
    'mio figlio',
    'mia figlia',
    'mia zia',
    'mio marito',
    'mia moglie',
    'il mio coinquilino',
  ],
  agent: ['Giada', 'Marco', 'Elisa', 'Davide', 'Noemi', 'Sara'],
};

type Maker = (random: Random) => string;

const two = (value: number): string => String(value).padStart(2, '0');

const MADE: Readonly<Record<string, Maker>> = {
  number: (random) => String(random.int(1, 180)),
  days: (random) => String(random.int(3, 20)),
  weeks: (random) => random.pick(['due', 'tre', '2', '3', 'quattro']),
  months: (random) => String(random.int(2, 9)),
  years: (random) => random.pick(['due', 'tre', '4', '5', '6', '8', 'dieci', '12', 'quindici']),
  minutes: (random) => String(random.int(2, 9) * 5),
  hour: (random) => `${String(random.int(8, 21))}${random.pick(['', ':30', ''])}`,
  day: (random) => String(random.int(1, 28)),
  small: (random) => `${String(random.int(2, 19))},${random.pick(['90', '50', '99', '00'])}`,
  amount: (random) => `${String(random.int(21, 189))},${two(random.int(0, 99))}`,
  round: (random) => String(random.int(3, 30) * 10),
  speed: (random) => random.pick(['0,8', '2', '3', '4,5', '6', '7', '9', '11', '15', '18', '22']),
  ping: (random) => String(random.int(90, 480)),
  ticket: (random) => String(random.int(1_000_000, 9_999_999)),
  order: (random) => `${random.pick(['IT', 'WEB', 'PL'])}${String(random.int(100_000, 999_999))}`,
  cap: (random) => two(random.int(10, 98)) + two(random.int(0, 99)) + random.pick(['0', '1', '2']),
  size: (random) => random.pick(['S', 'M', 'L', 'XL', '38', '40', '42', '44', '46']),
  percent: (random) => String(random.int(2, 8) * 10),
  reading: (random) => String(random.int(1200, 39_000)),
};

/**
 * Returns the slots of one conversation: a value once drawn stays. A trailing digit (`amount2`)
 * asks for a value of its own. Throws for a slot that nobody knows: a slip in a text.
 */
export function createSlots(random: Random, sector: Sector, extra: Record<string, string>): Slots {
  const drawn = new Map(Object.entries(extra));
  const draw = (name: string): string => {
    const list = sector.slots[name] ?? LISTS[name];
    if (list !== undefined) return random.pick(list);
    const maker = MADE[name];
    if (maker === undefined) throw new Error(`No text slot is called ${name}`);
    return maker(random);
  };
  return (name) => {
    const known = drawn.get(name);
    if (known !== undefined) return known;
    const value = draw(name.replace(/\d+$/, ''));
    drawn.set(name, value);
    return value;
  };
}
