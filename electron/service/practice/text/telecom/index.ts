import type { Sector } from '../types.ts';
import { leave, move } from './changes.ts';
import { line } from './line.ts';
import { bill } from './money.ts';
import { offers } from './offers.ts';
import { outage } from './outage.ts';
import { posts } from './posts.ts';
import { service } from './service.ts';
import { modem, speed } from './speed.ts';

/** Ondalta, an invented telephone company. */
export const telecom: Sector = {
  name: 'Ondalta',
  category: 'Telecom Company',
  about: 'Fibra, telefono e mobile. Qui ti rispondono persone, dal lunedì al sabato.',
  topics: [line, bill, service, offers, speed, move, leave, modem],
  outage,
  posts,
  praise: [
    'Tecnico [puntuale|gentilissimo|bravo], in {minutes} minuti [tutto funzionante|ha risolto]. [Complimenti|Grazie|Bravi].',
    'Dopo {years} anni posso solo dire [bravi|che mi trovo bene|grazie].',
    'Fibra attivata in {days} giorni, [non ci credevo|vola|un altro mondo].',
    'Un grazie [a {agent} del servizio clienti|alla ragazza del negozio di {town}|a chi ha risposto oggi al telefono]: [pazienza infinita|molto competente|una gentilezza rara].',
    'Finalmente una compagnia che [risponde|mantiene la parola|non prende in giro].',
    'Ho risparmiato {small} euro al mese passando a voi, [consigliati a tutti|felice della scelta].',
    'Il 5G a {town} è una bomba.',
    'Bella iniziativa, [continuate così|bravi|era ora].',
    'Guasto segnalato {weekday} sera, riparato la mattina dopo. [Così si fa|Chapeau|Bravi davvero].',
    'Mai un problema in {years} anni, [lo scrivo perché qui si leggono solo lamentele|e lo dico a tutti].',
    'Complimenti [per la pazienza con cui rispondete|ai ragazzi che salgono sui pali|per il nuovo negozio].',
  ],
  english: [
    'Hello, no internet {sinceEnglish} in {town}, {street}. [When will it be fixed?|Can anybody help?|Please answer.]',
    'I am an exchange student in {town}. Which plan [works without an Italian bank account|is best for one year]?',
    'I was charged twice, {amount} euro. How do I get it back?',
    'Is there any support in English? The hotline [hangs up on me|only speaks Italian].',
    'My SIM stopped working after I changed phone. [Any idea|What should I do]?',
    'How can I return the modem? I am leaving Italy in {weeksEnglish}.',
    'Does {plan} work in [Switzerland|the UK|Norway]? I travel a lot for work.',
    'The technician never came on Monday. Can you book another visit to {street}, {town}?',
  ],
  slots: {
    plan: ['Onda Casa', 'Onda Zero Pensieri', 'Mobile 150', 'Onda Famiglia', 'Onda Giovane'],
    device: ['OndaBox', 'OndaBox Plus'],
    app: ['MyOndalta'],
    extra: ['Servizi Plus', 'Segreteria Più', 'Contenuti web', 'Assistenza Oro', 'Altri importi'],
    sinceEnglish: ['since yesterday', 'for three days', 'since Monday', 'for a week'],
    weeksEnglish: ['two weeks', 'ten days', 'a month'],
  },
};
