import type { Sector } from '../types.ts';
import { delivery, outage, returns } from './orders.ts';
import { posts } from './posts.ts';
import { goods, promos, service } from './shop.ts';

/** Passolieve, an invented fashion retailer. */
export const retail: Sector = {
  name: 'Passolieve',
  category: 'Clothing Store',
  about: 'Abbigliamento e scarpe, nei negozi e online. Ti rispondiamo tutti i giorni.',
  topics: [delivery, returns, goods, promos, service],
  outage,
  posts,
  praise: [
    'Arrivato in un giorno, [confezione bellissima|perfetto|proprio come in foto]. Grazie!',
    'Le ragazze di {town} sono [un tesoro|gentilissime|bravissime], mi hanno vestita per il matrimonio di mia figlia.',
    'Il {item} più comodo che abbia mai avuto, [preso in due colori|lo metto sempre|brave].',
    'Cambio fatto in due minuti senza scontrino. [Così si fidelizza|Bravi|Complimenti].',
    'Collezione stupenda quest’anno.',
    'Dopo {years} anni le mie {item} reggono ancora, [qualità|che roba|complimenti].',
    'Grazie {agent} per la pazienza con mia nonna online 😊',
    'Bellissima iniziativa, [brave|continuate|ci piace].',
  ],
  english: [
    'Hi, my order {order} is stuck {sinceEnglish}. Can you check?',
    'Do you ship to [Ireland|Germany|the Netherlands]? And how much is it?',
    'I returned a pair of shoes three weeks ago, still no refund. {order}.',
    'Is the {colour} one available in {size} in {town}? I am visiting this weekend.',
  ],
  slots: {
    item: [
      'cappotto',
      'maglione',
      'trench',
      'giubbotto',
      'vestito',
      'blazer',
      'pantalone',
      'gilet',
    ],
    colour: ['blu', 'verde', 'cammello', 'bordeaux', 'nero', 'panna', 'ruggine'],
    app: ['Passolieve Club'],
    sinceEnglish: ['since Monday', 'for a week', 'for four days'],
  },
};
