import { dayOf, formatDay } from './days.ts';

/** A public holiday; `date` is `YYYY-MM-DD`. */
export interface Holiday {
  readonly date: string;
  readonly name: string;
}

/** Fixed days of law 260/1949 as it stands: month, day, name. */
const FIXED: readonly (readonly [number, number, string])[] = [
  [1, 1, 'Capodanno'],
  [1, 6, 'Epifania'],
  [4, 25, 'Festa della Liberazione'],
  [5, 1, 'Festa del Lavoro'],
  [6, 2, 'Festa della Repubblica'],
  [8, 15, 'Ferragosto'],
  [11, 1, 'Ognissanti'],
  [12, 8, 'Immacolata Concezione'],
  [12, 25, 'Natale'],
  [12, 26, 'Santo Stefano'],
];

/** Law 151/2025: Saint Francis is a public holiday from 2026 on. */
const SAINT_FRANCIS_FROM = 2026;

/** Returns the Italian public holidays of a year in the order of their dates; no patron saints. */
export function italianHolidays(year: number): readonly Holiday[] {
  const easter = easterDay(year);
  const days: [number, string][] = FIXED.map(([month, day, name]) => [
    dayOf(year, month, day),
    name,
  ]);
  days.push([easter, 'Pasqua'], [easter + 1, 'Lunedì dell’Angelo']);
  if (year >= SAINT_FRANCIS_FROM) days.push([dayOf(year, 10, 4), 'San Francesco d’Assisi']);
  return days.sort((a, b) => a[0] - b[0]).map(([day, name]) => ({ date: formatDay(day), name }));
}

/** Gregorian Easter by the anonymous computus (Nature, 1876); returns the Sunday's day number. */
function easterDay(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const count = epact + sunday - 7 * late + 114;
  return dayOf(year, Math.floor(count / 31), (count % 31) + 1);
}
