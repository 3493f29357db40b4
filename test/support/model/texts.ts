/** What a text wants of us, known because it was written for it. */
export type Want =
  /** Asks or complains: anybody who writes it is owed an answer. */
  | 'asks'
  /** Says something: its thread's starter is owed an answer, a third person is not. */
  | 'tells'
  /** Thanks, greets, laughs: owed to the starter as a first word, to nobody after an answer. */
  | 'closes';

/** What people write, by what it wants. Accents come composed and decomposed, ends with blanks. */
export const TEXTS: Readonly<Record<Want, readonly string[]>> = {
  asks: [
    'Quando arriva il mio pacco?',
    'Avete posto per domani sera?',
    'Da tre giorni non funziona niente!',
    'Vergognoso, due ore al telefono.',
    'Vorrei sapere gli orari di apertura',
    'Perché la bolletta è doppia?',
    'Perche\u0301 la bolletta e\u0300 doppia?',
    '  Quando arriva il mio pacco?  ',
  ],
  tells: [
    'Ho comprato il modello rosso sabato scorso',
    'Il mio numero cliente è 4471',
    'Oggi passo in negozio con mio fratello',
    'Abito vicino alla stazione',
    'Il corriere ha suonato al vicino',
    'Domani porto il modulo firmato',
  ],
  closes: [
    'Grazie mille!',
    'Ok grazie',
    'Grazie 😊',
    'Perfetto, grazie',
    'ahahah',
    'Buona giornata',
  ],
};

/** What the page writes. */
export const PAGE_TEXTS: readonly string[] = [
  'Buongiorno, ci mandi il codice cliente in privato.',
  'Ci scusiamo, il guasto è risolto da stamattina.',
  'Siamo aperti fino alle 19.',
  'Grazie a voi!',
];

const WANTS = new Map(
  (Object.entries(TEXTS) as [Want, readonly string[]][]).flatMap(([want, texts]) =>
    texts.map((text): [string, Want] => [text, want]),
  ),
);

/** Returns what a text of the table wants; throws for any other. */
export function wantOf(text: string): Want {
  const want = WANTS.get(text);
  if (want === undefined) throw new Error(`No such text in the table: ${text}`);
  return want;
}

/** Whether two texts are the same to a reader: composed alike, without blanks around. */
export const sameText = (a: string, b: string): boolean =>
  a.normalize('NFC').trim() === b.normalize('NFC').trim();
