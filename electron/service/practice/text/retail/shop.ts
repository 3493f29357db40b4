import type { Topic } from '../types.ts';

/** Sizes, fabrics, faults. */
export const goods: Topic = {
  key: 'goods',
  weight: 18,
  tone: 'question',
  angles: [
    {
      says: [
        'Il {item} in foto [c’è in {colour}|arriva anche in {size}|quanto costa|è già in negozio a {town}]?',
        [
          'Quando tornano [le taglie del {item}|i {item2} della foto|i colori dell’anno scorso]?',
          'tornano [{weekday}|a metà {nextmonth}] in tutte le taglie: se ci scrivi in privato te lo mettiamo da parte.',
        ],
        [
          'Come veste il {item}? [Porto la {size}|Di solito sono tra due taglie|Sono bassa].',
          'veste regolare: se sei tra due taglie prendi la più piccola, se sei bassa l’orlo è facile da rifare.',
        ],
        [
          'Il tessuto è [lana vera|lavabile in lavatrice|trasparente]? Parlo del {item} {colour}.',
          'la composizione è nell’etichetta in terza foto. Si lava a 30 gradi, a rovescio, e non è trasparente 😊',
        ],
        [
          'Mi dite il codice del {item}? [Sul sito non lo trovo|Cercato ovunque].',
          'il codice è {ticket}: con quello lo trovi online e in cassa.',
        ],
      ],
      facts: ['Bellissimo!', 'Mi serve per una cerimonia.', 'Il negozio non risponde.'],
      answers: [
        'il codice è {ticket}: a {town} ce ne sono ancora, oppure online con consegna in due giorni.',
        'veste regolare: se sei tra due taglie prendi la più piccola. Si lava a 30 gradi, a rovescio.',
        'torna [{weekday}|a metà {nextmonth}] in tutti i colori: se ci scrivi in privato te lo mettiamo da parte.',
      ],
      next: [['Sì, me ne tenete una {size}?', 'fatto: {town}, cassa, a tuo nome fino a sabato.']],
      joins: [
        'Lo voglio anch’io 😍',
        'Preso, veste piccolo.',
        'Visto ieri a {town}, dal vivo è più bello.',
        'Prezzo?',
      ],
    },
    {
      tone: 'trouble',
      says: [
        'Dopo due lavaggi il {item} [ha perso il colore|si è ristretto|ha i pallini]. [{amount} euro buttati|Qualità dove sei|Sostituitelo].',
        'Cucitura aperta la prima volta che [lo metto|lo lavo]: {item}, comprato a {lastmonth}.',
        'La zip del {item} [si è rotta|si blocca|è partita] dopo {days} giorni. [In negozio “usura”.|Chi lo ripara?|Mai più.]',
        'Suola staccata, scarpe di {months} mesi. [Pioggia, mica alluvione.|Vergognoso per {amount} euro.|Garanzia?]',
      ],
      facts: ['Lavato come da etichetta.', 'Ho lo scontrino.', 'Vi mando le foto.'],
      answers: [
        'non è normale: la garanzia copre due anni. Con una foto e lo scontrino in privato lo cambiamo o ti rimborsiamo.',
        'portalo in qualunque negozio con lo scontrino, anche dell’app: sostituzione immediata. Avvisiamo noi {town}.',
      ],
      next: [
        [
          'In negozio mi hanno detto di no.',
          'ci scusiamo: abbiamo appena parlato con loro, torna quando vuoi.',
        ],
        ['Lo scontrino l’ho perso.', 'se hai pagato con carta o tessera lo ritroviamo noi.'],
      ],
      joins: [
        'I vecchi duravano anni.',
        'Il mio perfetto dopo dieci lavaggi, boh.',
        'A me sostituito subito.',
      ],
    },
  ],
};

/** Vouchers, points, prices. */
export const promos: Topic = {
  key: 'promos',
  weight: 18,
  tone: 'question',
  angles: [
    {
      says: [
        [
          'Il codice sconto [non funziona|dice “scaduto”|vale anche sui saldi|si può sommare]?',
          'va scritto tutto maiuscolo e vale una volta per ordine, anche sui saldi. Se fa ancora i capricci mandaci in privato la schermata.',
        ],
        [
          'I saldi [iniziano quando|anche online|fino a che giorno] a {town}?',
          'a {town} e online insieme, fino {untilsoon}. Chi ha la tessera entra due giorni prima.',
        ],
        [
          'Il {percent}% [vale su tutto|solo in negozio|anche sul {item}]?',
          'vale su tutto tranne la nuova collezione, fino {untilsoon}, online e in negozio.',
        ],
        [
          'Per chi ha la tessera [c’è qualcosa|anticipo sui saldi|sconto compleanno]? [Sono cliente da {years} anni|Mai ricevuto].',
          'per chi ha la tessera i saldi aprono due giorni prima, e a ogni compleanno 10 euro: sono nell’app, sezione “Per te”.',
        ],
      ],
      facts: ['Provato {times} volte.', 'In negozio dicono un’altra cosa.', 'Spesa minima quale?'],
      answers: [
        'vale su tutto tranne la nuova collezione, fino {untilsoon}, online e in negozio. Un codice per ordine.',
        'per chi ha la tessera i saldi aprono due giorni prima: il codice è nell’app, sezione “Per te”.',
        'il codice andava scritto tutto maiuscolo: abbiamo sistemato, ora lo prende comunque.',
      ],
      next: [
        [
          'Ho già ordinato senza sconto. Si recupera?',
          'sì: mandaci il numero in privato e rimborsiamo la differenza.',
        ],
      ],
      joins: ['A me l’ha preso.', 'Maiuscolo!', 'Domani sono lì alle 9 😄', 'Grazie della dritta.'],
    },
    {
      tone: 'trouble',
      says: [
        [
          'Punti della tessera spariti: ne avevo {round}. [Dove sono?|Scaduti senza avviso.|Ridatemeli.]',
          'i punti scadono dopo un anno senza acquisti, ma andava scritto meglio: te li rimettiamo tutti.',
        ],
        [
          'Buono da {small} euro [non accettato in cassa|scaduto il giorno prima|vale solo online, scoperto ora].',
          'il buono lo rifacciamo nuovo: ci mandi in privato il codice? Vale ovunque, promesso.',
        ],
        [
          'Prezzo sul cartellino {small}, in cassa {amount}. A {town}, {weekday}. [Tre persone davanti a me uguale.|E pure scocciati.|È legale?]',
          'vale sempre il prezzo esposto: mandaci lo scontrino in privato, la differenza torna oggi.',
        ],
        [
          'Comprato {weekday} a prezzo pieno, oggi [metà prezzo|è in saldo]. [Che tempismo.|Mi rimborsate la differenza?|Presa in giro.]',
          'entro sette giorni riconosciamo la differenza: basta il numero dell’ordine o dello scontrino, in privato.',
        ],
      ],
      facts: ['Tessera da {years} anni.', 'Ho la foto.', 'Per pochi euro, ma è il modo.'],
      answers: [
        'i punti scadono dopo un anno senza acquisti, ma andava scritto meglio: te li rimettiamo tutti.',
        'vale sempre il prezzo esposto: mandaci lo scontrino in privato, la differenza torna oggi.',
        'entro sette giorni riconosciamo la differenza: basta il numero dell’ordine.',
      ],
      next: [['Scontrino mandato.', 'visto, differenza restituita. Grazie!']],
      joins: [
        'Anche i miei punti spariti.',
        'Successo a {town} anche a me.',
        'Controllate sempre lo scontrino.',
      ],
    },
  ],
};

/** Shops, staff, gift cards and the app. */
export const service: Topic = {
  key: 'service',
  weight: 14,
  tone: 'trouble',
  angles: [
    {
      tone: 'question',
      says: [
        [
          'Il negozio di {town} [è aperto domenica|dove si è spostato|ha i bambini|che orari fa a {thismonth}]?',
          'aperto tutti i giorni 10–20, domenica compresa, in {street}. Il reparto bambini è al piano di sopra.',
        ],
        [
          'Aprite a {town}? [Il più vicino è a {town2}|Ce n’è bisogno|Si dice da mesi].',
          'ci stiamo pensando davvero: quando sarà ufficiale lo leggerai qui per prima cosa.',
        ],
        [
          'La carta regalo [si usa online|scade|si può comprare in negozio]?',
          'la carta regalo vale due anni, in negozio e online, anche in più volte.',
        ],
      ],
      facts: ['Vengo apposta.', 'È per {relative}.'],
      answers: [
        'aperto tutti i giorni 10–20, domenica compresa, in {street}. Il reparto bambini è al piano di sopra.',
        'la carta regalo vale due anni, in negozio e online, anche in più volte.',
        'ci stiamo pensando davvero: quando sarà ufficiale lo leggerai qui per prima cosa.',
      ],
      next: [['Parcheggio?', 'dietro al negozio, la prima ora è gratis.']],
      joins: [
        'Anche a {town} vi vogliamo!',
        'Chiusi il lunedì mattina, occhio.',
        'Sono carinissime lì.',
      ],
    },
    {
      says: [
        'A {town} {weekday}: [una cassa su cinque|camerini chiusi|commesse al telefono]. [Mezz’ora di fila|Ho lasciato tutto lì|Organizzazione zero].',
        'Trattat{o} malissimo nel negozio di {street} a {town}. [Davanti a mia figlia|Per un cambio|Mai più lì].',
        'Chat, mail, telefono: {times} tentativi per l’ordine {order}. [Nessuno|Solo risposte automatiche|Un muro].',
        [
          'Accesso a {app} [impossibile|“utente inesistente”|con i punti di un’altra] {since}.',
          'rifacciamo noi l’accesso: mandaci in privato la mail della tessera e in cinque minuti sei dentro.',
        ],
      ],
      facts: ['Cliente da {years} anni.', 'Non è da voi.', 'Ho anche il nome.'],
      answers: [
        'ci dispiace, non è come vogliamo accogliere le persone. In privato ci dici giorno e ora? Ne parliamo con il negozio.',
        'eccoci, scusa il giro: scrivici in privato il numero dell’ordine e lo chiudiamo noi oggi.',
      ],
      next: [['Scritto. Spero serva.', 'serve: il responsabile ti chiama entro {weekday}.']],
      joins: [
        'In quel negozio sempre così.',
        'Io trovata benissimo, giorno no?',
        'Sabato pomeriggio mai.',
      ],
    },
  ],
};
