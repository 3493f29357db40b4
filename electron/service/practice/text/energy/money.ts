import type { Topic } from '../types.ts';

/** Bills and how to pay them. */
export const bill: Topic = {
  key: 'bill',
  weight: 24,
  tone: 'trouble',
  angles: [
    {
      says: [
        'Conguaglio di {amount} euro. [Ma da dove esce?|Dopo un anno di letture mandate!|State scherzando?]',
        'Bolletta del gas da {amount} euro [a {thismonth}|con la caldaia spenta|per una persona sola]. [Spiegatemela|Controllate].',
        'Da {small} a {amount} euro in due mesi. [È cambiato il prezzo|È un errore|Cosa è successo]?',
        'Consumi stimati, sempre stimati. [Io la lettura la mando|Il contatore manda da solo, dite|Pago per indovinello].',
        'Più tasse e oneri che luce: {small} di energia e {amount} totale. [Mi spiegate?|È regolare?|Roba da matti.]',
      ],
      facts: [
        'La lettura la mando ogni mese.',
        'Siamo in due e fuori tutto il giorno.',
        'Ho qui tutte le bollette.',
        'Il prezzo non doveva essere bloccato?',
      ],
      answers: [
        'dentro ci sono [quattro|sei] mesi di stime sistemati in una volta: i consumi sono giusti ma capiamo il colpo. Puoi dividerla in rate senza interessi.',
        'hai ragione tu: la lettura di {lastmonth} era entrata con una cifra in più. Annulliamo e rifacciamo, la nuova arriva in tre giorni.',
        'il prezzo è lo stesso, sono saliti i consumi rispetto a {lastmonth}: in privato ti mandiamo il confronto mese per mese.',
      ],
      next: [
        [
          'In quante rate si può?',
          'fino a dieci, la prima tra un mese. La chiediamo noi se ci dici di sì.',
        ],
        ['E io intanto pago quella sbagliata?', 'no, è annullata: non risulterà nessun ritardo.'],
      ],
      joins: [
        'Anche a me un conguaglio assurdo.',
        'Controllate il prezzo al kWh, conviene.',
        'Fatti fare le rate.',
        'Io ho chiesto la rettifica e me l’hanno data.',
      ],
    },
    {
      says: [
        'Pagata due volte la bolletta di {lastmonth}: {amount} euro [dalla banca e a mano|più altri {amount}].',
        'Addebito di {amount} in anticipo di dieci giorni, [conto in rosso|la pensione arriva il primo].',
        'Sollecito per una bolletta [pagata {onpast}|mai ricevuta|di {small} euro]. [Controllate prima di scrivere.|Pure dell’avvocato.]',
        'Rimborso di {amount} euro [promesso a {lastmonth}|per chiusura contratto] [mai arrivato|disperso].',
      ],
      facts: ['Ho la ricevuta.', 'Cliente da {years} anni.', 'La mail l’ho mandata {times} volte.'],
      answers: [
        'vista: il pagamento c’è, con un codice sbagliato. Ora è abbinato e quello in più torna sul conto in 5 giorni.',
        'il rimborso aspettava l’IBAN aggiornato: mandacelo in privato e parte [oggi|domani].',
      ],
      next: [
        ['Mandato. Posso stare tranquill{o}?', 'sì, ti scriviamo quando parte.'],
        ['La banca mi ha preso le spese.', 'mandaci la ricevuta in privato: le mettiamo noi.'],
      ],
      joins: [
        'Doppia anche a me.',
        'Con la domiciliazione mai problemi.',
        'A me rimborsata in una settimana.',
      ],
    },
    {
      tone: 'question',
      says: [
        [
          'Si può [avere la bolletta via mail|pagare ogni mese invece che ogni due|cambiare il giorno dell’addebito]?',
          'dall’app, “Bollette”: in alto trovi mail, frequenza e giorno di addebito. Se preferisci lo impostiamo noi.',
        ],
        [
          'Cosa vuol dire [“quota potenza”|“spesa per oneri”|“PCS”] in bolletta?',
          'è una delle voci fisse: ti mandiamo in privato la guida alla bolletta, due pagine chiare con un esempio.',
        ],
        [
          'Il bonus sociale [arriva da solo|come si chiede|quando si vede in bolletta]? [Ho l’ISEE nuovo|Siamo in cinque].',
          'arriva da solo con l’ISEE sotto soglia: di solito si vede in bolletta dopo due mesi.',
        ],
        [
          'La bolletta di {lastmonth} [non si scarica|non è arrivata]: [dove la trovo|scade {weekday}].',
          'te l’abbiamo mandata ora alla mail del contratto; nell’app è sotto “Bollette”, in alto.',
        ],
      ],
      facts: ['Nell’app non lo vedo.', 'Chiedo per {elder}.'],
      answers: [
        'dall’app, “Bollette”: in alto trovi il PDF, la mail e il giorno di addebito. Se preferisci lo impostiamo noi.',
        'ti mandiamo in privato la guida alla bolletta, due pagine chiare; per la tua in particolare dacci il codice cliente.',
        'il bonus arriva da solo con l’ISEE sotto soglia: di solito si vede in bolletta dopo due mesi.',
      ],
      next: [['Trovato, era nascosto bene 😅', 'lo diciamo a chi disegna l’app, promesso.']],
      joins: ['Servirebbe anche a me.', 'Sul sito è più facile.', 'Mai capito nemmeno io.'],
    },
  ],
};

/** Prices, solar panels and those who call at dinner. */
export const offers: Topic = {
  key: 'offers',
  weight: 16,
  tone: 'question',
  angles: [
    {
      says: [
        [
          '{plan}: il prezzo è [fisso davvero|bloccato per quanto|uguale di notte]?',
          'il prezzo di {plan} è bloccato 24 mesi, giorno e notte.',
        ],
        [
          'Conviene [il fisso o l’indicizzato|la bioraria se lavoro tutto il giorno|{plan} per una famiglia di quattro]?',
          'dipende da quando consumi: mandaci in privato una bolletta e ti facciamo il conto, anche se ti conviene restare come sei.',
        ],
        'Sono già cliente, [posso passare a {plan}|{plan} vale anche per me|perché ai nuovi fate meno]?',
        [
          'Dopo i 12 mesi [quanto diventa|cosa succede|mi avvisate]?',
          'tre mesi prima della fine ti scriviamo con la nuova proposta; se non dici niente il prezzo resta quello per altri tre.',
        ],
      ],
      facts: [
        'Consumo circa {round} kWh al mese.',
        'Oggi pago {small} di quota fissa.',
        'Sono stanc{o} di calcoli.',
      ],
      answers: [
        'il prezzo di {plan} è bloccato 24 mesi, giorno e notte. Tre mesi prima della fine ti scriviamo con la nuova proposta, senza rinnovo automatico.',
        'dipende da quando consumi: mandaci in privato una bolletta e ti facciamo il conto, anche se ti conviene restare come sei.',
        'vale anche per chi è già con noi: nell’app, “Cambia offerta”, una volta l’anno gratis.',
      ],
      next: [
        [
          'Bolletta mandata.',
          'fatto il conto: con {plan} risparmi circa {round} euro l’anno. Ti scriviamo i dettagli.',
        ],
      ],
      joins: [
        'Io ho il fisso e dormo tranquillo.',
        'Seguo, stesso dubbio.',
        'Con la bioraria ho perso soldi.',
      ],
    },
    {
      says: [
        'Per il fotovoltaico con batteria [quanto si spende|quanto aspetta chi firma oggi|fate il sopralluogo a {town}]?',
        [
          'Pannelli montati a {lastmonth} e [ancora non allacciati|il contatore di scambio manca|l’app non vede la produzione].',
          'sull’allaccio decide il distributore: la tua pratica è arrivata {onpast}, tempi tipici 30 giorni. La sollecitiamo.',
        ],
        [
          'La pompa di calore [conviene in condominio|la rateizzate in bolletta|funziona con i termosifoni vecchi]?',
          'con i termosifoni vecchi quasi sempre sì, ma serve un sopralluogo: è gratuito e si paga poi a rate in bolletta.',
        ],
        [
          'Colonnina per l’auto in garage: [serve più potenza|la montate voi|il condominio può opporsi]?',
          'il condominio va solo avvisato, e di solito bastano 4,5 kW. Il sopralluogo è gratuito: scrivici in privato la via.',
        ],
      ],
      facts: ['Tetto a sud, {round} metri.', 'Ho già due preventivi.', 'Casa degli anni Settanta.'],
      answers: [
        'il sopralluogo è gratuito e senza impegno: a {town} c’è posto da {weekday}. Scrivici in privato via e telefono.',
        'sull’allaccio decide il distributore: la tua pratica è arrivata {onpast}, tempi tipici 30 giorni. La sollecitiamo.',
      ],
      next: [['Ok per {weekday}. Quanto dura?', 'un’ora circa, il tecnico chiama prima.']],
      joins: [
        'Messo l’anno scorso, contentissimo.',
        'L’allaccio mi ha fatto penare.',
        'Interessa!',
      ],
    },
    {
      tone: 'trouble',
      says: [
        'Mi chiamano {times} volte al giorno “dall’ufficio energia”. [Siete voi|Hanno il mio POD|Come si bloccano]?',
        'Uno alla porta con il tesserino {brand} voleva vedere la bolletta. [È vostro?|Ha girato tutto il palazzo.|Attenzione.]',
        [
          'Mi ritrovo un contratto mai firmato. [La firma non è mia|Hanno usato la mia voce|Annullatelo].',
          'contratto sospeso da ora: ti scriviamo in privato per il disconoscimento, torni dove eri senza costi.',
        ],
      ],
      facts: [
        'Sapeva nome e cognome.',
        'Voleva una foto della bolletta.',
        'Ho già fatto denuncia.',
      ],
      answers: [
        'non siamo noi: non passiamo casa per casa e non chiediamo il POD al telefono. Segnalazione passata a chi se ne occupa, grazie.',
        'contratto sospeso da ora: ti scriviamo in privato per il disconoscimento, torni dove eri senza costi.',
      ],
      next: [
        [
          'E i miei dati chi li ha dati?',
          'spesso vengono da elenchi comprati: dal registro delle opposizioni puoi bloccarne l’uso.',
        ],
      ],
      joins: [
        'Passato anche in {street}!',
        'Mai mostrare la bolletta.',
        'A mia suocera hanno cambiato gestore così.',
      ],
    },
  ],
};

/** The app, the counters in town, the hotline. */
export const service: Topic = {
  key: 'service',
  weight: 14,
  tone: 'trouble',
  angles: [
    {
      says: [
        'L’app {app} [non si apre|non prende la lettura|mi fa uscire ogni volta|mostra la casa vecchia] {since}.',
        'Registrazione a {app}: [il codice non arriva|“cliente non trovato”|cliente da {years} anni e non esisto].',
      ],
      facts: ['Reinstallata.', 'Dal computer uguale.', 'Domani scade la lettura.'],
      answers: [
        'c’era un problema di accesso, risolto [stamattina|poco fa]: aggiorna e riprova. Se la lettura scade, scrivila qui che la registriamo.',
        'ci mandi in privato mail e codice cliente? Colleghiamo noi la fornitura giusta.',
      ],
      next: [['Ora va. Grazie.', 'grazie a te della segnalazione!']],
      joins: ['Non va neanche a me.', 'Da ieri sera, sì.', 'Provate dal sito.'],
    },
    {
      says: [
        '{minutes} minuti di musica al numero verde e poi [giù la linea|“tutti occupati”]. [Bravi.|Fantastico.|Esiste una persona?]',
        'Sportello di {town}: [chiuso senza avviso|due ore di coda|un impiegato per venti persone].',
        'Tre mail, un reclamo, una PEC. Risposte: [zero|una automatica|nessuna]. {brand}, [ci siete|vi svegliate]?',
      ],
      facts: [
        'Ho perso mezza giornata.',
        'Devo solo cambiare un indirizzo.',
        'Protocollo {ticket}.',
      ],
      answers: [
        'così non va, scusaci. Dicci in privato cosa ti serve e ci pensiamo noi, senza telefono e senza coda.',
        'il tuo reclamo c’è, numero {ticket}: lo segue {agent} e ti scrive entro {weekday}.',
      ],
      next: [['Scritto tutto in privato.', 'letto: fatto in due minuti, controlla la mail.']],
      joins: [
        'Alle 8 rispondono.',
        'Lo sportello apre solo al mattino.',
        'Qui rispondono prima che al telefono.',
      ],
    },
    {
      tone: 'question',
      says: [
        'Lo sportello di {town} [dov’è adesso|che orari fa|è aperto sabato]?',
        'Si può fare [la voltura|il cambio IBAN|un reclamo] [allo sportello|senza andare di persona|dal telefono]?',
      ],
      facts: ['Non guido.', 'Vengo da {town2}.'],
      answers: [
        'lo sportello è in {street}, dal lunedì al venerdì 8:30–12:30, giovedì anche il pomeriggio. Ma quasi tutto si fa dall’app o scrivendoci qui.',
      ],
      next: [['Allora scrivo qui. Cosa vi serve?', 'solo il codice cliente, in privato.']],
      joins: ['Si sono spostati, attenzione.', 'Gentili allo sportello.', 'Buono a sapersi.'],
    },
  ],
};
