import { describe, expect, test } from 'vitest';
import { needsAnswer, tagOf } from '../../shared/domain/triage/triage.ts';

const afterAnswer = (text: string, more: { readonly attachment?: boolean } = {}) =>
  needsAnswer({ text, byStarter: true, afterAnswer: true, ...more });

describe('what a message seems to be', () => {
  test.each([
    ['Quando arriva il tecnico?', 'question'],
    ['Buongiorno, vorrei sapere se la promozione vale anche per me', 'question'],
    ['come faccio a cambiare piano', 'question'],
    ['Qual è il numero verde', 'question'],
    ['Ho un problema con la bolletta, a chi posso scrivere?', 'question'],
    ['How do I change my plan', 'question'],
    ['Can you check my order', 'question'],
    ['Internet non funziona da tre giorni', 'complaint'],
    ['VERGOGNA!!! Due mesi senza linea', 'complaint'],
    ['Perché non rispondete mai? Pessimo servizio', 'complaint'],
    ['Ho un problema con la bolletta', 'complaint'],
    ['Still waiting for my refund', 'complaint'],
    ['😡😡😡', 'complaint'],
    ['Complimenti, servizio ottimo', 'praise'],
    ['Siete bravissimi ❤️', 'praise'],
    ['Great service, thank you so much', 'praise'],
    ['Domani vado al mare', null],
    ['', null],
    ['https://example.test/?a=1', null],
  ])('%j is %s', (text, expected) => expect(tagOf(text)).toBe(expected));
});

describe('after an answer, nothing is owed for', () => {
  test.each([
    'Grazie!',
    'Grazie mille, gentilissimi',
    'ok perfetto',
    'Ok, grazie. Buona giornata!',
    '👍',
    '❤️🇮🇹👨‍👩‍👧',
    'ahahahah 😂',
    'hahaha',
    '@Mario Rossi 😂',
    'Grazie per la vostra disponibilità',
    'Ricevuto, grazie ancora',
    'Tutto risolto, grazie',
    'Va bene, d’accordo',
    'Thanks for the quick reply!',
    'ok thank you',
    'Perfect, have a nice day',
    'Finalmente una risposta utile, grazie 💪',
    'grazie mille siete stati utili',
    'Ottimo, mi avete tolto un pensiero.',
    'va bene, aspetto allora. 👏',
    '',
    '   ',
    '.',
  ])('%j', (text) => expect(afterAnswer(text).needs).toBe(false));
});

describe('after an answer, an answer is owed for', () => {
  test.each([
    'Grazie, ma ancora non funziona',
    'Grazie?',
    'Grazie per la risposta, però il modem lampeggia',
    'grazie ma aspetto almeno una data',
    'ok aspetto, se non arriva vi riscrivo',
    'Sì',
    'No',
    'ancora niente',
    'Grazie per niente',
    'ok, il mio numero è 333 1234567',
    'e quindi',
    '😡',
    '👎',
    '@Mario Rossi guarda che fanno',
    'Grazie. '.repeat(60),
  ])('%j', (text) => expect(afterAnswer(text).needs).toBe(true));

  test('a photo, but no sticker', () => {
    expect([afterAnswer('', { attachment: true }), afterAnswer('')]).toEqual([
      { needs: true, why: 'attachment' },
      { needs: false, why: 'no_words' },
    ]);
  });
});

test.each(['', 'Grazie!', '👍', 'Ciao'])(
  'before any answer the starter is owed one for %j',
  (text) => {
    expect(needsAnswer({ text, byStarter: true, afterAnswer: false })).toEqual({
      needs: true,
      why: 'opens',
    });
  },
);

test.each([
  ['Anche a me, quando risolvete?', true, 'question'],
  ['Non funziona neanche qui', true, 'complaint'],
  ['Che bello', false, 'third_person'],
  ['', false, 'third_person'],
])('a third person is owed one for %j: %s', (text, needs, why) => {
  expect(needsAnswer({ text, byStarter: false, afterAnswer: false })).toEqual({ needs, why });
});

test('only the beginning of a text is read, however long it is', () => {
  const long = `Grazie ${'a b '.repeat(2_500_000)}?`;
  expect([tagOf(long), afterAnswer(long).needs]).toEqual([null, true]);
});
