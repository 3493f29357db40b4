import type { Topic } from '../types.ts';

/** Moving house and changing the name on the contract. */
export const move: Topic = {
  key: 'move',
  weight: 9,
  tone: 'trouble',
  angles: [
    {
      says: [
        'Ho chiesto il trasloco della linea da {street} a {street2} {days} giorni fa: [tutto fermo|nessuna notizia|mi dicono “in lavorazione”].',
        'Sono entrat{o} nella casa nuova a {town} e [la linea non c’è|il tecnico non si è presentato|hanno allacciato l’interno sbagliato].',
        'Trasloco pagato {small} euro e [ancora niente|linea attiva nella casa vecchia|mi fate pagare due canoni].',
        'Il tecnico per il trasloco [ha spostato l’appuntamento {times} volte|dice che manca il permesso del condominio|non trova la borchia].',
      ],
      facts: [
        'Ho due bambini e la scuola online.',
        'La pratica è la {ticket}.',
        'In negozio dicono di chiamare, al telefono dicono di andare in negozio.',
        'Il vecchio contratto è ancora attivo e pago.',
      ],
      answers: [
        'la pratica era in attesa del numero di borchia: ora c’è. Il tecnico passa {weekday}, riceverai un SMS di conferma.',
        'il doppio canone non è dovuto: lo togliamo dalla prossima fattura e ti rimborsiamo.',
        'abbiamo sbloccato il trasloco, pratica {ticket}: intanto ti attiviamo 100 GB sul cellulare.',
      ],
      next: [
        [
          'Se {weekday} non ci sono? Posso delegare [il vicino|l’amministratore|mia sorella]?',
          'va bene chiunque sia maggiorenne, non serve la delega.',
        ],
        ['Il numero cambia o resta?', 'resta lo stesso, cambia solo se vai in un altro distretto.'],
      ],
      joins: [
        'Noi abbiamo aspettato {weeks} settimane, prepàrati.',
        'Io dall’app, in 10 giorni tutto a posto.',
        'Fate presto, anche io trasloco a {nextmonth} 😬',
      ],
    },
    {
      tone: 'question',
      says: [
        'Trasloco a {nextmonth}: [quanto prima devo avvisare|posso tenere il numero|come si fa]?',
        'Cambio casa tra {weeks} settimane, [la linea la porto con me|conviene il trasloco o una linea nuova|quanto costa spostarla]?',
      ],
      facts: ['Vorrei evitare di restare senza.', 'Resto a {town}.'],
      answers: [
        'bastano 15 giorni di anticipo: dall’app, voce “Trasloca”. Il numero resta lo stesso se rimani nel distretto.',
        'il trasloco è gratis una volta l’anno e di solito conviene. Dicci in privato il nuovo indirizzo e verifichiamo la copertura.',
      ],
      next: [
        [
          'E se nella casa nuova la fibra non c’è?',
          'puoi recedere gratis, oppure ti diamo la linea via radio.',
        ],
      ],
      joins: [
        'Io l’ho fatto a {lastmonth}, dieci giorni.',
        'Attenti ai doppi canoni.',
        'Anche noi, {nextmonth}!',
      ],
    },
    {
      tone: 'question',
      says: [
        'Nella casa nuova c’era già un vostro contratto [di chi ci abitava prima|del vecchio inquilino], [come si fa il cambio|si può subentrare]?',
        'Devo intestare la linea di {relative} a me: [quali documenti servono|si paga|si può fare online]?',
      ],
      facts: ['Preferirei non andare in negozio.', 'È la prima volta che lo faccio.'],
      answers: [
        'per il subentro servono documento e codice fiscale di chi entra, e il codice cliente di chi esce. Tra parenti è gratis e si fa online.',
      ],
      next: [
        [
          'Il codice cliente di chi esce non ce l’ho.',
          'basta l’indirizzo preciso e il cognome sul citofono, in privato.',
        ],
      ],
      joins: ['L’ho fatto l’anno scorso, basta una mail.', 'Utile anche per me.'],
    },
    {
      tone: 'question',
      says: [
        'Si può sospendere la linea della casa al mare [d’inverno|fino a {nextmonth}|senza disdire]?',
        'Ho la fibra in montagna e la uso tre mesi. [C’è un modo per pagare solo quelli|Si mette in pausa]?',
      ],
      facts: ['La casa resta chiusa.', 'Il numero vorrei tenerlo.'],
      answers: [
        'la sospensione stagionale c’è: fino a 6 mesi l’anno, 2 euro al mese, il numero resta. La attiviamo noi se ci scrivi in privato.',
      ],
      next: [['E per riaccenderla?', 'un tocco nell’app, torna su in giornata.']],
      joins: ['Non lo sapevo!', 'Comodissima, la uso da anni.'],
    },
  ],
};

/** Leaving. */
export const leave: Topic = {
  key: 'leave',
  weight: 9,
  tone: 'trouble',
  angles: [
    {
      says: [
        'Come si [disdice|chiude il contratto|recede]? [Sul sito la pagina non c’è|Ho perso un’ora a cercarlo|Al telefono fanno finta di niente].',
        'Ultima goccia. Me ne vado dopo {years} anni: ditemi solo [dove scrivere|cosa firmare].',
        'Penale di {amount} euro per andare via? [Davvero|State scherzando|Ma dove sta scritto]?',
        'Per favore qualcuno mi chiuda la linea. [Al negozio non possono|Al telefono cade|Ho chiesto {times} volte].',
      ],
      facts: [
        'Non voglio offerte, voglio [chiudere|una conferma scritta].',
        'Al decimo tentativo mi è caduta la linea.',
        'Nel contratto di vincoli non ce n’erano.',
      ],
      answers: [
        'ci dispiace che tu voglia lasciarci. Si fa dall’app (“Profilo”, “Chiudi contratto”), in negozio o via PEC: la conferma arriva entro 48 ore e non ci sono penali.',
        'possiamo chiudere noi da qui: mandaci in privato documento e codice cliente, la conferma arriva in giornata. Penali zero.',
      ],
      next: [
        [
          'La conferma scritta [quando arriva|me la mandate per mail]?',
          'per mail, entro domani sera.',
        ],
        ['E il modem [lo tengo|dove lo riporto]?', 'in qualunque negozio, senza scatola.'],
      ],
      joins: [
        'Mandate tutto via PEC, fidatevi.',
        'Io ho fatto dall’app, chiuso in due giorni.',
        'Poi ti chiamano per tenerti, preparati 😄',
      ],
    },
    {
      says: [
        'Voglio il codice di migrazione, [in app non lo vedo|me lo negate|la fattura è illeggibile].',
        'Il nuovo operatore dice che il codice di migrazione [è sbagliato|è scaduto|non risulta]. [Me ne date uno buono|E ora]?',
      ],
      facts: ['È un mio diritto.', 'Aspettano solo quello.'],
      answers: [
        'è in prima pagina della fattura, in alto a destra, con la lettera finale. Te lo mandiamo anche in privato, ora.',
      ],
      next: [
        [
          'La lettera finale quale sarebbe?',
          'l’ultimo carattere dopo il trattino: senza quello viene respinto.',
        ],
      ],
      joins: ['La lettera finale frega tutti.', 'A me l’hanno dato subito.'],
    },
    {
      tone: 'question',
      says: [
        'Ho cambiato idea entro i 14 giorni, [il recesso come si manda|il modem dove lo riporto|mi ridate l’attivazione]?',
        'Contratto firmato {weekday}, ci ho ripensato. [Sono ancora in tempo|Come annullo]?',
      ],
      facts: ['Il modem è ancora nella scatola.', 'L’ho fatto al telefono.'],
      answers: [
        'entro 14 giorni non paghi niente: il modulo è nella mail di benvenuto, il modem si riporta in negozio e l’attivazione torna indietro.',
      ],
      next: [['La mail di benvenuto non c’è.', 'te la rimandiamo ora, guarda anche nello spam.']],
      joins: ['14 giorni da quando arriva il modem, no?', 'Fatto anch’io, tutto ok.'],
    },
    {
      says: [
        'Ho mandato la raccomandata di disdetta {onpast} e [risulto ancora attivo|dite che non è arrivata|mi avete chiamato {times} volte per farmi restare].',
        'Disdetta via PEC {days} giorni fa, [nessuna conferma|silenzio totale|ricevuta sì, risposta no].',
        'Sono passat{o} ad altro operatore e [mi fatturate ancora|la linea è rimasta in mezzo da {days} giorni|bloccate il numero].',
        'Disdetto a {lastmonth}, addebito di {amount} euro oggi. [Come la mettiamo?|Ridatemeli.|Non ho parole.]',
      ],
      facts: [
        'Ho la ricevuta di ritorno.',
        'Vado dal giudice di pace.',
        'La banca ha già stornato.',
      ],
      answers: [
        'la disdetta è registrata: la linea è chiusa {onpast}. Quello che hai pagato dopo torna sul conto in 10 giorni.',
        'gli addebiti dopo il passaggio non sono dovuti: stiamo chiudendo la posizione e ti restituiamo {amount} euro.',
        'la raccomandata era al vecchio indirizzo, è arrivata tardi: vale la data in cui l’hai spedita, sistemiamo noi.',
      ],
      next: [
        ['Me lo mettete per iscritto?', 'certo, mail in partenza ora.'],
        [
          'E per il disturbo?',
          'ti riconosciamo l’indennizzo previsto dalla carta dei servizi, nello stesso bonifico.',
        ],
      ],
      joins: [
        'A me hanno addebitato per {months} mesi dopo.',
        'Segnala all’autorità, si muovono.',
        'Storno in banca e via.',
      ],
    },
    {
      says: [
        'È mancata {elderwoman} e [non riesco a chiudere la linea|mi chiedono di farla venire in negozio|continuate a scriverle]. [Un po’ di umanità|Vi prego].',
        'Devo chiudere la linea di una persona che non c’è più. [A chi mando il certificato|Come si fa|Possibile che sia così difficile]?',
      ],
      facts: ['È la terza volta che lo spiego.', 'Ho il certificato.'],
      answers: [
        'condoglianze. Basta una foto del certificato in privato: chiudiamo noi, senza costi, e non ricevi altre lettere.',
        'ci dispiace molto, non doveva succedere. Ti scriviamo noi in privato e ce ne occupiamo dall’inizio alla fine.',
      ],
      next: [['Grazie. Mandato.', 'ricevuto. È tutto chiuso da ora, un abbraccio.']],
      joins: ['Condoglianze.', 'Un abbraccio.', 'Ci sono passata, poi hanno risolto.'],
    },
  ],
};
