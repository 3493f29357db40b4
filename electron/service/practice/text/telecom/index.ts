import type { Sector } from '../types.ts';
import { leave, move, service } from './changes.ts';
import { lineDown, modem, speed } from './faults.ts';
import { bill, offer } from './money.ts';
import { telecomPosts } from './posts.ts';

/** Ondalta, an invented telephone company. */
export const telecom: Sector = {
  key: 'telecom',
  name: 'Ondalta',
  category: 'Telecom Company',
  about: 'Fibra, telefono e mobile. Qui ti rispondono persone, dal lunedì al sabato.',
  topics: [lineDown, bill, service, offer, speed, move, leave, modem],
  outageTopic: 'line_down',
  posts: telecomPosts,
  praise: [
    'Tecnico [puntuale|gentilissimo|bravo], in {minutes} minuti [tutto funzionante|ha risolto]. [Complimenti|Grazie|Bravi].',
    'Dopo {years} anni posso solo dire [bravi|che mi trovo bene|grazie].',
    'Fibra attivata in {days} giorni, [non ci credevo|vola|un altro mondo].',
    'Un grazie a [{agent} del servizio clienti|la ragazza del negozio di {town}|chi ha risposto oggi al telefono]: [pazienza infinita|competente|gentile].',
    'Finalmente una compagnia che [risponde|mantiene la parola|non prende in giro].',
    'Ho risparmiato {small} euro al mese passando a voi, [consigliati a tutti|felice della scelta].',
    'Il 5G a {town} è una bomba.',
    'Bella iniziativa, [continuate così|bravi|era ora].',
  ],
  english: [
    'Hello, no internet {sinceEnglish} in {town}, {street}. [When will it be fixed|Can anybody help|Please answer]?',
    'I am an exchange student in {town}. Which plan [works without an Italian bank account|is best for one year]?',
    'I was charged twice, {amount} euro. How do I get it back?',
    'Is there any support in English? The hotline [hangs up on me|only speaks Italian].',
    'My SIM stopped working after I changed phone. [Help|What should I do]?',
    'How can I return the modem? I am leaving Italy in {weeksEnglish}.',
  ],
  slots: {
    plan: ['Onda Casa', 'Onda Zero Pensieri', 'Mobile 150', 'Onda Famiglia', 'Onda Giovane'],
    device: ['OndaBox', 'modem', 'OndaBox Plus', 'router'],
    app: ['MyOndalta'],
    extra: ['Servizi Plus', 'Segreteria Più', 'Contenuti web', 'Assistenza Oro', 'Altri importi'],
    sinceEnglish: ['since yesterday', 'for three days', 'since Monday', 'for a week'],
    weeksEnglish: ['two weeks', 'ten days', 'a month'],
  },
};
