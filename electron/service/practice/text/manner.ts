import type { Random } from '../world/random.ts';

/** How somebody writes, always. */
export interface Manner {
  readonly shouts: boolean;
  readonly lowerCase: boolean;
  readonly noStops: boolean;
  readonly shortens: boolean;
  /** Most slips in one message; longer ones have more. */
  readonly slips: number;
  readonly emoji: number;
  readonly exclaims: boolean;
  readonly dialect: 'none' | 'rome' | 'naples' | 'sicily' | 'milan' | 'veneto' | 'tuscany';
}

const DIALECTS = ['rome', 'naples', 'sicily', 'milan', 'veneto', 'tuscany'] as const;

/** Draws a manner: most people write plainly, some do not. */
export function drawManner(random: Random): Manner {
  return {
    shouts: random.chance(0.035),
    lowerCase: random.chance(0.3),
    noStops: random.chance(0.22),
    shortens: random.chance(0.12),
    slips: random.chance(0.3) ? random.int(1, 2) : 0,
    emoji: random.chance(0.3) ? 0.6 : 0.05,
    exclaims: random.chance(0.15),
    dialect: random.chance(0.09) ? random.pick(DIALECTS) : 'none',
  };
}

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bche\b/g, 'ke'],
  [/\bperché\b/gi, 'xke'],
  [/\bcomunque\b/gi, 'cmq'],
  [/\bnon\b/g, 'nn'],
  [/\bper\b/g, 'x'],
  [/\banche\b/g, 'anke'],
  [/\bqualcuno\b/gi, 'qlc1'],
  [/\bsono\b/g, 'sn'],
  [/\btutto\b/g, 'tt'],
  [/\bmessaggio\b/g, 'msg'],
  [/\bdove\b/g, 'dv'],
];

const SAYINGS: Readonly<Record<Manner['dialect'], readonly string[]>> = {
  none: [],
  rome: [
    'Ma che davero?',
    'Aò, fate qualcosa.',
    'Nun se po’ annà avanti così.',
    'Ammazza che servizio.',
  ],
  naples: ['Maronn’ e che pazienza.', 'Uà, nun ce sta criterio.', 'E ja, facite ambress.'],
  sicily: ['Mizzica, che servizio.', 'Ma chi schifìu è?', 'Amunì, sbrigatevi.'],
  milan: ['Uè, ma siamo seri?', 'Pota, io così non posso lavorare.', 'Dai, su, ghe pensi mi?'],
  veneto: ['Ostia, xe mai possibile?', 'Ma dai, sù, moveve.', 'No se pol ’ndar avanti cussì.'],
  tuscany: ['O che si scherza?', 'Maremma, che pazienza ci vole.', 'Icché si deve fare?'],
};

/** Adds what people of that region say when they lose patience; most of the time nothing. */
export function withSaying(text: string, manner: Manner, random: Random): string {
  const sayings = SAYINGS[manner.dialect];
  if (sayings.length === 0 || random.chance(0.45)) return text;
  return `${text} ${random.pick(sayings)}`;
}

/** Swaps or drops a letter inside a longer word. Links and numbers are left alone. */
function slip(text: string, random: Random): string {
  const places = [...text.matchAll(/\p{Ll}{5,}/gu)];
  if (places.length === 0) return text;
  const { 0: word, index } = random.pick(places);
  const at = random.int(1, word.length - 3);
  const [a = '', b = ''] = [word[at], word[at + 1]];
  const wrong = random.pick([b + a, a, a + a + b]);
  return text.slice(0, index + at) + wrong + text.slice(index + at + 2);
}

/** Returns `text` the way that person would type it. */
export function type(
  text: string,
  manner: Manner,
  random: Random,
  emoji: readonly string[],
): string {
  let typed = text;
  if (manner.shortens) for (const [from, to] of SHORT) typed = typed.replaceAll(from, to);
  const slips = Math.min(manner.slips, Math.round(text.length / 120));
  for (let count = 0; count < slips; count += 1) typed = slip(typed, random);
  if (manner.noStops) typed = typed.replaceAll(/[.,](?=\s)/g, '').replace(/\.$/, '');
  if (manner.lowerCase) typed = typed.toLowerCase();
  if (manner.shouts) typed = typed.toUpperCase();
  if (manner.exclaims)
    typed = typed.replace(/[.!?]$/, (end) =>
      end === '?' ? random.pick(['??', '?!', '???']) : random.pick(['!!', '!!!', '!']),
    );
  const signs = random.chance(manner.emoji) ? random.pick(emoji) : '';
  const often = signs !== '' && random.chance(0.3) ? signs.repeat(random.int(2, 3)) : signs;
  return `${typed} ${often}`.trim();
}
