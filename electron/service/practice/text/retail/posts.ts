import type { OwnPosts } from '../types.ts';

/** What Passolieve publishes. */
export const posts: OwnPosts = {
  offer: [
    'Saldi al {percent}%: [da domani|da oggi] in tutti i negozi e online. [Le taglie volano|Fino {untilsoon}]. 🛍️',
    'Solo questo weekend: due {item} al prezzo di uno e mezzo. [Anche online|Fino a esaurimento].',
    'Tessera Passolieve: {percent}% sul primo acquisto e spedizione gratis fino {untilsoon}.',
    'Il {item} {colour} è tornato. A {small} euro, finché dura.',
    'Rottama il vecchio cappotto: {round} euro di buono e lo doniamo a chi ne ha bisogno. 🧥',
    'Codice AUTUNNO: spedizione gratis fino {untilsoon}, senza minimo.',
  ],
  tip: [
    'Come si lava la lana senza rovinarla? Acqua fredda, poco sapone, mai appesa. 🧶',
    'Tre modi di portare il {item} {colour}. Qual è il vostro?',
    'Che taglia sono? Un metro da sarta e due minuti: la guida è nel primo commento.',
    'Il reso si fa in trenta giorni, anche in saldo, anche senza scatola. Ecco come.',
    'Attenzione ai siti che copiano il nostro: l’unico indirizzo è quello in bio, i prezzi a un euro non esistono.',
    'Scarpe bagnate? Carta di giornale dentro, lontano dal termosifone. 👢',
    'Cambio armadio: piegare o appendere? La risposta, tessuto per tessuto.',
  ],
  life: [
    'Nuovo negozio a {town}, in {street}: vi aspettiamo sabato alle 10 con [la colazione|una sorpresa]. 🥐',
    'Dietro le quinte della nuova collezione: {days} giorni, {round} capi, un cane che dormiva sul set.',
    'Buon lunedì. Oggi ci si veste di [blu|coraggio|lana].',
    '{agent} ci scrive dalla vetrina di {town}: “stanotte l’abbiamo rifatta tre volte”. Vi piace?',
    'Cerchiamo addetti vendita a {town}. Se vi piace la gente più dei vestiti, candidatevi.',
    'Grazie! {round}00 cappotti donati con la raccolta di {lastmonth}. ❤️',
    'Mare o montagna? Il guardaroba lo sa già.',
    'Il laboratorio di {town} compie {years} anni. La foto è del primo giorno.',
  ],
  outage: [
    '⚠️ Il sito è molto affollato e alcuni pagamenti non passano. Ci stiamo lavorando: i prezzi valgono fino a domani sera.',
    '⚠️ Coda virtuale attiva: vi facciamo entrare un po’ alla volta. I carrelli restano salvati due ore.',
    '⚠️ App e sito rallentati. Se vedete un addebito senza conferma, i soldi tornano da soli.',
  ],
  solved: [
    '✅ Sito di nuovo in forma. Per scusarci, spedizione gratis su tutto fino a domani.',
    '✅ Risolto: pagamenti regolari. Se qualcosa non torna, scriveteci il numero dell’ordine in privato.',
  ],
};
