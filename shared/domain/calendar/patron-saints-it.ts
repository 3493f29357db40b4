import type { Holiday } from './holidays-it.ts';

/** A city's day: month, day, name. Fixed days as the cities keep them; every team can change them. */
const PATRONS = {
  Ancona: [5, 4, 'San Ciriaco'],
  Aosta: [9, 7, 'San Grato'],
  Bari: [12, 6, 'San Nicola'],
  Bergamo: [8, 26, 'Sant’Alessandro'],
  Bologna: [10, 4, 'San Petronio'],
  Brescia: [2, 15, 'Santi Faustino e Giovita'],
  Cagliari: [10, 30, 'San Saturnino'],
  Campobasso: [4, 23, 'San Giorgio'],
  Catania: [2, 5, 'Sant’Agata'],
  Catanzaro: [7, 16, 'San Vitaliano'],
  Como: [8, 31, 'Sant’Abbondio'],
  Cremona: [11, 13, 'Sant’Omobono'],
  Ferrara: [4, 23, 'San Giorgio'],
  Firenze: [6, 24, 'San Giovanni Battista'],
  Genova: [6, 24, 'San Giovanni Battista'],
  'L’Aquila': [6, 10, 'San Massimo'],
  Lecce: [8, 26, 'Sant’Oronzo'],
  Livorno: [5, 22, 'Santa Giulia'],
  Lucca: [7, 12, 'San Paolino'],
  Mantova: [3, 18, 'Sant’Anselmo'],
  Messina: [6, 3, 'Madonna della Lettera'],
  Milano: [12, 7, 'Sant’Ambrogio'],
  Modena: [1, 31, 'San Geminiano'],
  Monza: [6, 24, 'San Giovanni Battista'],
  Napoli: [9, 19, 'San Gennaro'],
  Novara: [1, 22, 'San Gaudenzio'],
  Padova: [6, 13, 'Sant’Antonio'],
  Palermo: [7, 15, 'Santa Rosalia'],
  Parma: [1, 13, 'Sant’Ilario'],
  Pavia: [12, 9, 'San Siro'],
  Perugia: [1, 29, 'San Costanzo'],
  Piacenza: [7, 4, 'Sant’Antonino'],
  Pisa: [6, 17, 'San Ranieri'],
  Potenza: [5, 30, 'San Gerardo'],
  Ravenna: [7, 23, 'Sant’Apollinare'],
  'Reggio Calabria': [4, 23, 'San Giorgio'],
  'Reggio Emilia': [11, 24, 'San Prospero'],
  Rimini: [10, 14, 'San Gaudenzo'],
  Roma: [6, 29, 'Santi Pietro e Paolo'],
  Salerno: [9, 21, 'San Matteo'],
  Siena: [12, 1, 'Sant’Ansano'],
  Siracusa: [12, 13, 'Santa Lucia'],
  Taranto: [5, 10, 'San Cataldo'],
  Torino: [6, 24, 'San Giovanni Battista'],
  Trento: [6, 26, 'San Vigilio'],
  Treviso: [4, 27, 'San Liberale'],
  Trieste: [11, 3, 'San Giusto'],
  Udine: [7, 12, 'Santi Ermacora e Fortunato'],
  Venezia: [4, 25, 'San Marco'],
  Verona: [5, 21, 'San Zeno'],
  Vicenza: [9, 8, 'Madonna di Monte Berico'],
} as const satisfies Readonly<Record<string, readonly [number, number, string]>>;

/** A city whose day is known. */
export type PatronCity = keyof typeof PATRONS;

/** Every city whose day is known, in the order of the alphabet. */
export const PATRON_CITIES: readonly PatronCity[] = Object.keys(PATRONS) as PatronCity[];

const two = (part: number): string => String(part).padStart(2, '0');

/** Returns the day on which a city's offices are closed for its patron saint in a year. */
export function patronDay(city: PatronCity, year: number): Holiday {
  const [month, day, name] = PATRONS[city];
  return { date: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`, name };
}
