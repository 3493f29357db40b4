import type { Sector } from '../types.ts';
import { bill, offers, service } from './money.ts';
import { posts } from './posts.ts';
import { contract, meter, outage } from './supply.ts';

/** Fiammalba Energia, an invented supplier of electricity and gas. */
export const energy: Sector = {
  name: 'Fiammalba Energia',
  category: 'Energy Company',
  about: 'Luce e gas, a casa e al lavoro. Rispondiamo qui ogni giorno feriale.',
  topics: [bill, meter, contract, offers, service],
  outage,
  posts,
  praise: [
    'Voltura fatta in {days} giorni senza muovermi di casa. [Bravi|Complimenti|Così si lavora].',
    'Grazie a {agent} che mi ha spiegato la bolletta [riga per riga|con una pazienza infinita].',
    'Pannelli montati in due giorni, squadra [gentile|pulita|puntualissima].',
    'Da {years} anni con voi, mai un problema. Volevo dirlo.',
    'Luce tornata in un’ora sotto la pioggia: [un applauso ai tecnici|chapeau|grazie ragazzi].',
    'Prezzo bloccato e bolletta dimezzata, [scelta giusta|finalmente|felice].',
    'Lo sportello di {town} è un’eccellenza, [persone vere|gentilissime|brave].',
    'Bella iniziativa per le scuole, [continuate|ce ne vorrebbero].',
  ],
  english: [
    'Hello, no power {sinceEnglish} in {street}, {town}. [When is it coming back|Any news]?',
    'I rent a flat in {town}. How do I put the electricity in my name?',
    'My bill is {amount} euro for one month and I live alone. Can somebody check it?',
    'Is there an English version of {app}? I cannot find where to send the reading.',
  ],
  slots: {
    plan: ['Alba Fissa', 'Alba Verde', 'Casa Serena', 'Notte e Weekend'],
    app: ['MyFiammalba'],
    sinceEnglish: ['since this morning', 'for three hours', 'since yesterday evening'],
  },
};
