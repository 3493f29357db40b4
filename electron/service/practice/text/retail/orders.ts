import type { Topic } from '../types.ts';

/** The shop's site on the first day of the sales: many write at once. */
export const outage: Topic = {
  key: 'outage',
  weight: 0,
  tone: 'trouble',
  angles: [
    {
      says: [
        'Il sito [non si apre|è lentissimo|mi butta fuori al pagamento] {today}. [Proprio oggi che ci sono i saldi.|Risolvete.|Capita solo a me?]',
        'Carrello pieno, clicco “paga” e [torna vuoto|errore 500|gira all’infinito] {today}.',
        'Ho provato {times} volte a pagare e [mi dice “sessione scaduta”|mi ha preso i soldi senza ordine|la carta viene rifiutata].',
        'Coda virtuale: {minutes}000 persone davanti a me. [Ma dai.|Ci vediamo a Natale.|È uno scherzo?]',
        'L’app {app} [chiusa|bianca|in crash] {today}, e i pezzi finiscono.',
      ],
      facts: [
        'Da computer e da telefono.',
        'La taglia che cerco è l’ultima.',
        'Con il codice sconto o senza, uguale.',
        'Ho lo screenshot.',
      ],
      answers: [
        'tante visite insieme, stiamo aggiungendo forza al sito: riprova tra [mezz’ora|un’ora]. I prezzi restano validi fino a domani sera.',
        'se la carta è stata addebitata senza conferma i soldi tornano da soli in 3 giorni. Mandaci in privato la mail, controlliamo.',
        'il carrello è salvato: appena rientri lo ritrovi, e i pezzi dentro restano tuoi per due ore.',
      ],
      next: [
        [
          'Riprovato, ora è entrato. Ma la mia taglia è sparita.',
          'scrivici il codice in privato: se un negozio ce l’ha te lo spediamo noi allo stesso prezzo.',
        ],
        ['Il doppio addebito c’è. E adesso?', 'visto: storno partito ora, pratica {ticket}.'],
      ],
      joins: [
        'Anche a me, da un’ora.',
        'A me è andato ora, insistete!',
        'Con il wifi no, coi dati sì.',
        'Persa la borsa 😭',
      ],
    },
  ],
};

/** Parcels on their way, or not. */
export const delivery: Topic = {
  key: 'delivery',
  weight: 24,
  tone: 'trouble',
  angles: [
    {
      says: [
        'Ordine {order} fermo {since}: [“in preparazione”|“affidato al corriere”|nessun aggiornamento]. [Quando arriva?|Me lo annullate?|Era un regalo.]',
        'Pacco “consegnato” {onpast} ma [io ero a casa e non è venuto nessuno|nella foto c’è un portone che non è il mio|la firma non è mia].',
        'Il corriere a {town} [segna “assente” senza suonare|lo lascia dal tabaccaio a 5 km|non trova {street}]. Ordine {order}.',
        'Spedizione in 24 ore pagata {small} euro: [sono passati {days} giorni|ridatemi la differenza|bella express].',
        [
          'Mi è arrivato [mezzo ordine|il pacco di un’altra|una scatola aperta]. {order}.',
          'ci mandi in privato una foto dell’etichetta? Quello che manca parte oggi, e quello sbagliato lo ritiriamo noi.',
        ],
      ],
      facts: [
        'Era un regalo di compleanno.',
        'Il numero del corriere non risponde.',
        'La chat automatica mi ripete il tracking.',
        'Pagato subito, eh.',
      ],
      answers: [
        'abbiamo sentito il corriere: il pacco {order} è [al deposito di {town}|in consegna domani mattina]. Se salta anche domani te lo rispediamo noi.',
        'apriamo la ricerca e intanto ti rimandiamo tutto con la consegna veloce, senza attendere l’esito.',
        'ci mandi in privato una foto [dell’etichetta|della scatola]? Il pezzo mancante parte oggi.',
      ],
      next: [
        [
          'E se nella spedizione nuova la taglia è finita?',
          'allora rimborso completo più un buono da 10 euro: scegli tu.',
        ],
        ['Foto mandata.', 'grazie: spedizione {order2} in partenza, ti arriva il link.'],
      ],
      joins: [
        'Stesso corriere, stessa storia.',
        'A me in due giorni, dipende dalla zona.',
        'Fatelo arrivare in negozio, più sicuro.',
        'Anche il mio fermo a {town}.',
      ],
    },
    {
      tone: 'question',
      says: [
        [
          'Quanto ci mette a {town}? [Mi serve per {weekday}|È un regalo|Ordino oggi].',
          'a {town} due giorni lavorativi; con il ritiro in negozio di solito uno, ed è gratis.',
        ],
        [
          'Si può [ritirare in negozio a {town}|cambiare indirizzo dopo l’ordine|far consegnare in ufficio]?',
          'sì: finché l’ordine non è partito lo cambi dall’app, dopo ci pensa il link del corriere. Il ritiro in negozio è gratis.',
        ],
        [
          'Spedite [in Svizzera|all’estero|alle isole]? [Quanto costa|Ci sono dazi]?',
          'spediamo in tutta l’Unione a 6,90 euro, in Svizzera a 12 con i dazi già pagati. Alle isole come sul continente, un giorno in più.',
        ],
      ],
      facts: ['Di giorno non sono in casa.', 'Il portiere c’è solo al mattino.'],
      answers: [
        'a {town} due giorni lavorativi; con il ritiro in negozio di solito uno, ed è gratis.',
        'finché l’ordine non è partito l’indirizzo si cambia dall’app; dopo, ci pensa il link del corriere.',
      ],
      next: [['E se ordino stasera?', 'entro le 15 parte in giornata, stasera parte domani.']],
      joins: ['A me puntuali.', 'In negozio comodissimo.', 'Per le isole un giorno in più.'],
    },
  ],
};

/** Sending things back, and the money for them. */
export const returns: Topic = {
  key: 'returns',
  weight: 20,
  tone: 'trouble',
  angles: [
    {
      says: [
        'Reso consegnato {onpast}, [rimborso mai visto|“in verifica” da {days} giorni|per voi non è arrivato]. {amount} euro non sono noccioline.',
        'Mi avete rimborsato {small} euro invece di {amount}. [E il resto?|Mancano le scarpe.|Rifate i conti.]',
        'Rimborso in buono e non sulla carta: [io i soldi li voglio indietro.|chi l’ha deciso?|non me l’ha chiesto nessuno.]',
        'Reso rifiutato perché [“manca l’etichetta”|“indossato”|fuori tempo di un giorno]. [Mai messo.|Era nella scatola.|Siete seri?]',
      ],
      facts: [
        'Ho la ricevuta del corriere.',
        'Pagato con PayPal.',
        'Ordine {order}.',
        'È il terzo sollecito.',
      ],
      answers: [
        'il reso è in magazzino da {weekday}: il rimborso parte [oggi|domani] e con le carte arriva in 5 giorni.',
        'hai ragione, mancava un articolo nel conteggio: integriamo subito la differenza.',
        'lo rivediamo con chi l’ha controllato: in privato ci mandi una foto e il numero dell’ordine? Risposta entro domani.',
      ],
      next: [
        ['Sulla carta, non in buono, giusto?', 'sulla carta, confermato.'],
        [
          '5 giorni passati.',
          'il bonifico è partito {onpast}: ti mandiamo il numero dell’operazione in privato.',
        ],
      ],
      joins: [
        'A me un mese.',
        'Io in negozio: rimborso in due minuti.',
        'Contesta con PayPal.',
        'Stessa cosa, ordine grande.',
      ],
    },
    {
      tone: 'question',
      says: [
        'Il reso [si fa anche in negozio|quanto costa|entro quanto]? [Comprato online|È un regalo|Ho buttato la scatola].',
        [
          'Posso cambiare [la taglia|il colore] senza rifare l’ordine? [Una {size} mi basta|È l’ultima in sconto].',
          'il cambio si fa in negozio sul momento, oppure dall’app: il nuovo parte prima che arrivi il vecchio.',
        ],
        'Comprato in saldo: [si può rendere|vale il cambio|tengo lo scontrino]?',
      ],
      facts: ['Ho lo scontrino.', 'Comprato {weekday}.'],
      answers: [
        'trenta giorni, anche in saldo: in negozio gratis, da casa 3,90 euro. La scatola non serve, l’etichetta sì.',
        'il cambio taglia si fa in negozio sul momento, oppure dall’app: la nuova parte prima che arrivi la vecchia.',
      ],
      next: [
        ['E con lo scontrino regalo?', 'va benissimo: cambio o buono, senza prezzo in vista.'],
      ],
      joins: [
        'In negozio gentilissimi.',
        'Grazie, serviva anche a me.',
        'La scatola tenetela comunque.',
      ],
    },
  ],
};
