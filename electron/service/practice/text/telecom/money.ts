import type { Topic } from '../types.ts';

/** Bills that are wrong, double or not understood. */
export const bill: Topic = {
  key: 'bill',
  weight: 18,
  tone: 'trouble',
  angles: [
    {
      says: [
        'Mi avete addebitato due volte la fattura di {lastmonth}: {amount} euro [più altri {amount}|e poi di nuovo {amount}].',
        'Sul conto vedo due addebiti uguali da {amount}. [Ce la fate a contare fino a uno|È un errore|Me li ridate]?',
        'È normale pagare {lastmonth} due volte? A me risulta doppio, {amount} euro per volta.',
        'Doppio prelievo di {amount} [stamattina|{onpast}]: [la banca dice che siete voi|conto in rosso per colpa vostra].',
      ],
      facts: [
        'Ho tutte le ricevute.',
        'In banca ho chiesto di bloccare il prossimo addebito.',
        'Al call center “tutto regolare”.',
        'Sono cliente da {years} anni.',
      ],
      answers: [
        'abbiamo controllato: il doppio addebito c’è stato, per un errore con la banca. Il rimborso parte [oggi|domani] e arriva in 5 giorni lavorativi.',
        'uno dei due è [il mese prima|una rata del telefono], l’altro è davvero in più: lo restituiamo noi, senza domande.',
      ],
      next: [
        [
          'E la commissione dello scoperto [chi la paga|la pagate voi]?',
          'mandaci la ricevuta in privato: rimborsiamo anche quella.',
        ],
        [
          '5 giorni passati, [niente|non vedo nulla].',
          'il bonifico è partito {onpast}: ti mandiamo il numero in privato, la banca lo trova con quello.',
        ],
      ],
      joins: [
        'Anche a me doppia, [stesso importo|stesso mese].',
        'A me l’hanno rimborsata, ci sono volute tre settimane.',
        'Controllo subito il mio…',
      ],
    },
    {
      says: [
        'Bolletta di {amount} euro invece di {small}: [che cosa sono|da dove escono|mi spiegate] i [costi extra|servizi aggiuntivi]?',
        'Perché pago [un servizio mai chiesto|{small} euro di “opzioni”|un abbonamento che non ho attivato]?',
        'Mi spiegate la voce “{extra}” da {small} euro?',
        'A {elder}, {age} anni, avete attivato [tre servizi|“{extra}”|una cosa che non sa nemmeno cos’è]. [Vergogna|Non si fa|Toglieteli].',
        '“{extra}”, {small} euro al mese. [Mai chiesto|Mai visto|E chi lo vuole].',
      ],
      facts: [
        'Non ho firmato niente.',
        'Va avanti da {months} mesi.',
        'La differenza è poca, è per il principio.',
        'Nessuno mi ha spiegato niente.',
      ],
      answers: [
        'la voce “{extra}” è un servizio attivato {onpast}: l’abbiamo disattivato e stornato.',
        'l’attivazione risulta da una pagina web aperta col telefono. Da oggi c’è il blocco, e i soldi tornano nella prossima fattura.',
        'hai ragione a chiedere: “{extra}” era gratis il primo mese e poi no, scritto in piccolo. Tolto, e rimborsato per intero.',
      ],
      next: [
        [
          'Posso bloccare per sempre questi servizi a pagamento?',
          'fatto: d’ora in poi nessun servizio a pagamento può attivarsi sul tuo numero.',
        ],
        [
          'Ma chi l’ha attivato? Io [no di certo|non ho firmato niente].',
          'è partito da un banner, basta un tocco per sbaglio. Per questo ora c’è il blocco.',
        ],
      ],
      joins: [
        'Controllate tutti la voce “{extra}”: io l’avevo da un anno.',
        'Fatti mettere il barring, subito.',
        'Pure mio suocero uguale.',
      ],
    },
    {
      says: [
        'Il canone è passato da {small} a {small2} [senza avvisare|e nessuno mi ha detto niente|di nuovo].',
        'Aumento di 3 euro “per garantire la qualità”. [Quale?|Ridicoli.|E la qualità quando arriva?]',
        'Promozione a {small} euro e in fattura ne trovo {amount}. [Furbi|Complimenti|Così no].',
        'Fedele da {years} anni e il premio è [l’aumento|{amount} euro di bolletta]. [Grazie tante|Bel modo|Ci penso su].',
      ],
      facts: [
        'I nuovi pagano meno.',
        'Nessun SMS, nessuna mail.',
        'Al telefono volevano vendermi altro.',
        'Così si perdono i clienti.',
      ],
      answers: [
        'la modifica è stata comunicata in fattura a {lastmonth}, con diritto di recesso gratuito. Se vuoi però ti proponiamo [un piano più adatto|di tornare al prezzo di prima per un anno].',
        'la promozione vale dal secondo mese, il primo comprende l’attivazione. Capiamo che [in fattura non è chiaro|andava detto meglio].',
        'per chi è con noi da anni c’è un listino a parte: scrivici in privato e vediamo insieme quanto puoi risparmiare.',
      ],
      next: [
        [
          'Il prezzo di prima mi sta bene, [come si fa|fatelo].',
          'fatto: dalla prossima fattura torni a {small} euro per dodici mesi.',
        ],
        ['E dopo l’anno?', 'ti scriviamo noi un mese prima, e scegli tu.'],
      ],
      joins: [
        'Anche a me aumentato, {town}.',
        'Io ho minacciato di andare via e me l’hanno tolto 😏',
        'Tutti uguali ormai.',
      ],
    },
    {
      says: [
        'Ho pagato {days} giorni fa e mi [arriva il sollecito|minacciate il recupero crediti|avete sospeso la linea].',
        'Bollettino pagato in ritardo di due giorni e [mi tagliate la linea|5 euro di mora]. [Sul serio?|Umani, eh.|Ma dai.]',
        'Una lettera dell’avvocato per {small} euro già pagati. [Ho i brividi|Mi viene da ridere|Scusatevi almeno].',
      ],
      facts: ['Ho la ricevuta.', 'Pagato con l’app della banca.', 'Non è la prima volta.'],
      answers: [
        'il pagamento è arrivato ma con un codice diverso, per questo non risultava. Ora è abbinato: [non devi fare nulla|ignora pure l’avviso].',
        'è tutto in regola da [adesso|dieci minuti]; la mora l’abbiamo tolta.',
      ],
      next: [
        [
          'Mi arriverà ancora la lettera?',
          'se è già partita forse una: puoi buttarla, la posizione è chiusa.',
        ],
        [
          'La prossima volta come evito?',
          'con la domiciliazione, o scrivendo il codice cliente nella causale.',
        ],
      ],
      joins: [
        'Successo a mia madre, uno spavento.',
        'Paga sempre con la domiciliazione, guarda.',
        'Con la PEC hanno risposto in due giorni.',
      ],
    },
    {
      says: [
        'Il rimborso di {amount} euro promesso {months} mesi fa [non si è mai visto.|dov’è finito?|quando arriva?]',
        'Mi dovete {amount} euro da {lastmonth}. [Li aspetto.|Novità?|Quando?]',
        'Indennizzo per i giorni di guasto: in fattura [non c’è|ci sono 2 euro|compare e poi sparisce]. [Ne parliamo?|Come si chiede?|Bel gesto.]',
      ],
      facts: [
        'Codice cliente ve lo mando in privato.',
        'Ho la vostra mail che lo conferma.',
        'Ogni mese “il prossimo”.',
      ],
      answers: [
        'il rimborso era fermo perché mancava l’IBAN: mandacelo in privato e parte entro {days} giorni.',
        'confermato: {amount} euro, accredito nella prossima fattura. Se lo preferisci sul conto, dicci pure.',
      ],
      next: [
        [
          'L’IBAN va bene anche [di mia moglie|estero|di una carta]?',
          'sì, basta che l’intestatario sia scritto nel messaggio.',
        ],
        ['Meglio sul conto, grazie.', 'fatto: bonifico in partenza, cinque giorni lavorativi.'],
      ],
      joins: [
        'Io ho aspettato un anno.',
        'Fai reclamo scritto, rispondono per forza.',
        'A me accreditato subito, strano.',
      ],
    },
    {
      tone: 'question',
      says: [
        'La fattura di {lastmonth} [non si scarica|non è arrivata|sul sito dà errore].',
        'Mi serve la fattura di {lastmonth} intestata alla partita IVA, [si può ancora correggere|come la chiedo]?',
        'Dove trovo le fatture [vecchie|dell’anno scorso]? [Mi servono per il commercialista|Il sito ne mostra tre].',
      ],
      facts: ['È urgente, scade {weekday}.', 'Dall’app non ci riesco.'],
      answers: [
        'te l’abbiamo mandata ora alla mail del contratto. Se non arriva, guarda nello spam.',
        'dall’app {app}, “Costi e fatture”, tocca l’anno in alto: ci sono tutte, anche in PDF.',
      ],
      next: [
        [
          'Arrivata, [ma manca la seconda pagina|ma è quella di due mesi fa].',
          'scusaci: ecco quella giusta, controlla ora.',
        ],
        ['L’anno in alto non lo vedo.', 'serve l’ultima versione dell’app: aggiornala e compare.'],
      ],
      joins: ['Anche a me dava errore, ora va.', 'Dal sito, non dall’app.', 'Utile, grazie.'],
    },
    {
      tone: 'question',
      says: [
        'Vorrei passare [dal bollettino alla banca|alla fattura via mail|a un altro conto]: [come si fa|dove lo trovo]?',
        'Ho cambiato banca, [devo avvisarvi|come aggiorno l’addebito]?',
        'Si può pagare [ogni mese|con la carta|a metà mese] invece che [ogni due|in banca|il primo]?',
      ],
      facts: ['Non voglio rischiare un mancato pagamento.', 'Nel sito non l’ho trovato.'],
      answers: [
        'dall’app, “Pagamenti”, “Cambia”: vale dalla fattura successiva e non costa nulla.',
        'lo facciamo noi in due minuti: scrivici in privato e ti mandiamo il link sicuro.',
      ],
      next: [['E quella di questo mese?', 'parte ancora nel modo di prima, poi cambia.']],
      joins: ['Fatto ieri, tutto ok.', 'Serve lo SPID?', 'Interessa anche me.'],
    },
    {
      tone: 'question',
      says: [
        'Come faccio a sapere quanto [mi resta di rate|devo ancora pagare del telefono]?',
        'Le rate del telefono [si possono chiudere prima|si spostano se cambio piano]?',
      ],
      facts: ['Preso in negozio a {town}.', 'Ne avrò pagate una decina.'],
      answers: [
        'lo vedi in fattura, riquadro “Rate”: in privato ti diciamo la cifra esatta per chiudere oggi, senza costi in più.',
      ],
      next: [['Chiudo subito allora. Come?', 'ti mandiamo il link in privato, vale 48 ore.']],
      joins: ['Anche io vorrei saperlo.', 'Conviene chiudere prima.'],
    },
  ],
};
