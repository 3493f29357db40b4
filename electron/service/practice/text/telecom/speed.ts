import type { Topic } from '../types.ts';

/** Slow lines, weak signal, and what one does about the wifi. */
export const speed: Topic = {
  key: 'speed',
  weight: 12,
  tone: 'trouble',
  angles: [
    {
      says: [
        'Fibra “fino a 1000” e la sera [vado a {speed} mega|lo speedtest segna {speed}|carica una pagina al minuto].',
        'Dopo le 21 [la connessione crolla|non si riesce a guardare un film|internet sparisce] a {town}.',
        'Ping a {ping}, [impossibile giocare|mio figlio piange|non si può fare una videochiamata]. {since}.',
        'Pago per 1 giga e in {street} [arriva al massimo {speed}|ne arrivano {speed} scarsi]: [rimborsate la differenza|mi spiegate|perché me l’avete venduta]?',
        'Come mai {since} la velocità è scesa da {round} a {speed}?',
        'Upload ridicolo: per mandare un file al lavoro [ci metto {minutes} minuti|faccio prima a portarlo a mano].',
        'Ho fatto {times} test con il cavo: {speed} in download e [0,4|0,7|1,2] in upload.',
      ],
      facts: [
        'Test fatto con il cavo, non col wifi.',
        'Prima [andava benissimo|non avevo mai avuto problemi].',
        'Al telefono mi hanno detto [che è colpa del mio computer|che rientra nei parametri].',
        'Nel contratto c’è scritto minimo garantito, [mi sa che siamo sotto|andate a leggere].',
      ],
      answers: [
        'la sera in quella zona [il traffico supera il previsto|la centrale è molto carica]: l’ampliamento è programmato per [fine {thismonth}|{nextmonth}].',
        'facciamo così: un test con il cavo e il wifi spento, poi mandaci in privato la schermata. Sotto il minimo garantito hai diritto a [un rimborso|recedere senza costi].',
        'dal nostro lato la linea è allineata bene, quindi il collo di bottiglia è tra modem e computer. Prova la rete che finisce con “_5G”.',
        'abbiamo cambiato il profilo della tua linea proprio ora: riavvia il modem e [dicci com’è|facci sapere come va stasera].',
      ],
      next: [
        [
          'Il test l’ho già fatto: {speed}. E adesso?',
          'con quel valore apriamo il guasto: intervento {ticket}. Se non risolviamo in 30 giorni puoi recedere gratis.',
        ],
        [
          'E se volessi recedere [ci sono penali|pago qualcosa]?',
          'con il test sotto il minimo il recesso è gratuito: ti scriviamo in privato i passi.',
        ],
        [
          'Riavviato. [Un po’ meglio|Uguale|Adesso vola, vediamo stasera].',
          'grazie del riscontro: la teniamo sotto controllo fino a {weekday}.',
        ],
      ],
      joins: [
        'Io a {town} {speed} mega, stesso contratto.',
        'Con il cavo va, è il wifi che non regge.',
        'Ma voi la sera riuscite a vedere un film? Io no.',
        'Dipende dalla distanza dall’armadio, purtroppo.',
      ],
    },
    {
      says: [
        'Il 5G a {town} [non prende|va più piano del 4G|c’è solo nella pubblicità].',
        'In casa in {street} [il cellulare non prende|una tacca quando va bene|devo uscire sul balcone per telefonare] {since}.',
        'Da quando avete spento [il 3G|il ripetitore] qui a {town} [non riceviamo chiamate|siamo isolati].',
        'In paese, frazione di {town}, [il vostro segnale non esiste|prendono tutti tranne voi]. Mettete [un’antenna|un ripetitore]?',
      ],
      facts: [
        'Telefono nuovo, non è quello.',
        'Gli altri operatori prendono.',
        'Per lavoro devo essere raggiungibile.',
        'Ho provato anche la rete manuale.',
      ],
      answers: [
        'l’antenna che serve quella zona ha [una cella in manutenzione|un guasto aperto {since}]: chiusura prevista {weekday}.',
        'attiva le chiamate sul wifi (Impostazioni, Rete): in casa risolve quasi sempre, ed è gratis.',
        'a {town} il nuovo impianto è [approvato, lavori a {nextmonth}|in attesa del Comune]. Appena è acceso lo scriviamo qui.',
        'abbiamo rinfrescato la SIM da remoto: spegni il telefono un minuto e riprova.',
      ],
      next: [
        [
          'Le chiamate wifi il mio telefono non le ha.',
          'allora mandaci modello e via in privato: misuriamo la copertura al civico.',
        ],
        [
          'Riacceso, [adesso due tacche|non cambia]. ',
          'grazie, giriamo la segnalazione ai tecnici di rete: {ticket}.',
        ],
      ],
      joins: [
        'Qui il 5G vola invece, dipende dalle zone.',
        'In {street} uguale, si telefona dal terrazzo.',
        'Anche sul treno delle {hour}: mai.',
      ],
    },
    {
      tone: 'question',
      says: [
        'Il wifi [non arriva al piano di sopra|in camera è lentissimo|si perde in giardino], [serve un ripetitore|avete qualche soluzione|cosa consigliate]?',
        'Casa su tre livelli e wifi solo in salotto. Il ripetitore [lo date voi|va bene qualunque|quanto costa]?',
        'Meglio il ripetitore o il cavo per [la stanza dei ragazzi|lo studio]? [Muri di pietra|Solaio in cemento|Casa vecchia].',
      ],
      facts: [
        'Ho la OndaBox Plus.',
        'Siamo in cinque collegati.',
        'La TV è vicina al modem e va bene.',
      ],
      answers: [
        'per la casa su più piani di solito basta un ripetitore: [è compreso nel tuo piano|costa 3 euro al mese], te lo mandiamo?',
        'con i muri spessi meglio due apparecchi a catena: il tecnico te li configura e, se non va, si riprende tutto senza costi.',
        'prima una prova gratis: sposta il modem al centro della casa, in alto. Se non basta, parliamo di ripetitore.',
      ],
      next: [
        [
          'Sì, mandatelo. Arriva già [configurato|pronto]?',
          'sì: basta la corrente e il pulsante WPS, in cinque minuti è su.',
        ],
        [
          'Spostato: [già meglio|non ci siamo].',
          'bene saperlo. Se vuoi il ripetitore scrivici in privato l’indirizzo.',
        ],
      ],
      joins: [
        'Noi abbiamo messo il mesh, un altro mondo.',
        'Il cavo batte tutto.',
        'A me l’hanno dato gratis, insisti 😄',
      ],
    },
  ],
};

/** The box at home. */
export const modem: Topic = {
  key: 'modem',
  weight: 9,
  tone: 'question',
  angles: [
    {
      says: [
        'Come si cambia la password del wifi sulla {device}?',
        'Dove si trova la password [di fabbrica|del wifi|per entrare] della {device}?',
        'Si può nascondere il nome del wifi? Ho la {device}.',
        'Come faccio la rete ospiti [per il B&B|per gli amici dei figli|sulla {device}]?',
      ],
      facts: ['Non sono pratic{o}.', 'Nell’app non la trovo.', 'Il manuale l’ho perso.'],
      answers: [
        'apri il browser su 192.168.1.1, voce “Rete wifi”: lì cambi nome e password, poi ricolleghi i dispositivi.',
        'dall’app {app}: “Casa”, “Wifi”, matita in alto a destra. Due minuti e non serve il computer.',
      ],
      next: [
        [
          'Non mi fa entrare: [dice password errata|che utente devo mettere].',
          'utente “admin”, la password è sull’etichetta sotto la {device}.',
        ],
        [
          'Fatto, ma la stampante non la vede più.',
          'normale: va ricollegata con la password nuova, dal suo pannello.',
        ],
      ],
      joins: [
        'Sull’etichetta sotto c’è tutto.',
        'Serviva anche a me, grazie.',
        'Dall’app è più facile.',
      ],
    },
    {
      says: [
        'Posso usare [un modem mio|il mio router|un altro apparecchio] al posto della {device}?',
        'Si può mettere la {device} in bridge? [Ho un firewall mio|Mi serve per le telecamere].',
        'Mi passate i parametri per il modem libero? [Sul sito non li trovo|Il link è rotto].',
      ],
      facts: ['Fibra FTTH.', 'È un apparecchio certificato.', 'In negozio non lo sapevano.'],
      answers: [
        'certo: i parametri sono sul sito alla voce “modem libero”, e il noleggio della {device} sparisce dalla fattura del mese dopo.',
        'il bridge si attiva da noi: mandaci in privato il codice cliente e lo accendiamo oggi.',
      ],
      next: [
        [
          'Quindi i {small} euro del noleggio [li tolgo|spariscono]?',
          'sì, dal mese dopo la restituzione.',
        ],
        ['La {device} la devo restituire?', 'sì, gratis: in negozio o con l’etichetta prepagata.'],
      ],
      joins: [
        'Io ho messo un router mio e vivo felice.',
        'Attento alla VLAN, è 100.',
        'Mi interessa.',
      ],
    },
    {
      tone: 'trouble',
      says: [
        'Ho restituito la {device} a {lastmonth} e [me la fate pagare lo stesso|mi arriva un addebito di {amount} euro|dite che non risulta].',
        'Reso del modem consegnato in negozio a {town}, [per voi non esiste|mi chiedete {amount} euro|nessuna ricevuta].',
      ],
      facts: [
        'Ho la ricevuta della spedizione.',
        'Il tagliando del corriere ce l’ho.',
        'Sono passati {months} mesi.',
      ],
      answers: [
        'il reso risulta in magazzino, l’addebito è partito prima che lo registrassero: torna nella prossima fattura.',
        'ci mandi in privato una foto della ricevuta? Con quella chiudiamo il reso e fermiamo l’addebito oggi.',
      ],
      next: [
        ['La foto l’ho mandata.', 'vista, grazie: reso chiuso, pratica {ticket}.'],
        [
          'E se mi sospendono la linea per questo?',
          'no, l’importo è già congelato: non può succedere.',
        ],
      ],
      joins: [
        'Conserva la ricevuta per anni!',
        'Capitato anche a me, {months} mesi per riavere i soldi.',
        'Mai in negozio: sempre alla posta.',
      ],
    },
    {
      tone: 'trouble',
      says: [
        'La {device} nuova [non è mai arrivata|è ferma in magazzino da {days} giorni|risulta consegnata ma io non ho visto nessuno].',
        'Mi è arrivato il modem [con l’alimentatore sbagliato|rotto|senza cavo], [cosa faccio|me lo cambiate]?',
        'La {device} [si riavvia da sola|scalda tantissimo|fa un fischio] {since}.',
        'Seconda {device} in un anno che [muore|si spegne|perde il wifi]. [Un modello che funziona ce l’avete|Un’altra marca no]?',
      ],
      facts: [
        'L’ho già riportata alle impostazioni di fabbrica.',
        'In negozio a {town} mi hanno detto di scrivere a voi.',
        'Lavoro da casa.',
      ],
      answers: [
        'te ne mandiamo un’altra: arriva in [2|3] giorni lavorativi e il corriere ritira quella che hai.',
        'ci mandi in privato una foto dell’etichetta? Con quella facciamo il cambio [subito|in giornata].',
      ],
      next: [
        ['Il corriere quando passa?', '[domani|{weekday}]: ti arriva un SMS la mattina stessa.'],
        ['La foto l’ho mandata.', 'vista, grazie: cambio avviato, pratica {ticket}.'],
      ],
      joins: [
        'Anche la mia si riavvia, da stanotte.',
        'La mia l’hanno cambiata in tre giorni.',
        'Mettila in piedi, sdraiata scalda.',
      ],
    },
  ],
};
