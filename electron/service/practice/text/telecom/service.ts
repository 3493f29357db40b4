import type { Topic } from '../types.ts';

/** SIMs, the app, shops, the hotline and those who pretend to be it. */
export const service: Topic = {
  key: 'service',
  weight: 18,
  tone: 'trouble',
  angles: [
    {
      says: [
        'Portabilità richiesta {days} giorni fa: [il numero è ancora con l’altro|SIM muta|nessuno mi dice niente].',
        'Il numero vecchio [non è più mio|è sparito] {since} dopo il passaggio. [Aiuto.|E ora?|Ci lavoro con quel numero.]',
        'Passaggio a {brand} annunciato per {weekday}: [mai avvenuto|rimandato due volte|rifiutato senza motivo].',
      ],
      facts: [
        'Ho bisogno del numero per lavoro.',
        'Sono andat{o} in negozio due volte.',
        'Con l’altro è tutto pagato.',
      ],
      answers: [
        'la richiesta era ferma per un seriale SIM diverso: l’abbiamo rimandata, il numero passa [domani notte|{weekday}].',
        'abbiamo sentito l’altro gestore: si sblocca entro [domani|{weekday}]. Intanto il numero provvisorio funziona.',
      ],
      next: [
        [
          'E se domani non passa? [Chi chiamo|Cosa faccio]?',
          'scrivici qui: ti riconosciamo 2,50 euro al giorno di ritardo.',
        ],
        ['E il credito che avevo?', 'si trasferisce da solo in tre giorni.'],
      ],
      joins: [
        'Io in due ore, ma in negozio.',
        'A me una settimana, poi ok.',
        'Controlla il seriale, sono 19 cifre.',
      ],
    },
    {
      says: [
        'Con la SIM nuova [non mi arrivano gli SMS della banca|non funziona internet|non prende la rete] {since}.',
        'Il QR della eSIM [non va|dice “già usato”|non è mai arrivato], [come la attivo|telefono nuovo e fermo].',
        'SIM [smagnetizzata|spezzata|bloccata col PUK] a {town}, [si può avere oggi|devo fare denuncia|il numero lo perdo]?',
      ],
      facts: [
        'Il telefono è nuovo e funziona con altre SIM.',
        'Senza SMS non pago nemmeno il caffè.',
      ],
      answers: [
        'abbiamo riallineato la SIM: spegni il telefono cinque minuti. Gli SMS della banca tornano entro 24 ore, è una loro protezione.',
        'dall’app puoi rifarla ora (“SIM”, “Nuovo codice”): il numero resta tuo e in dieci minuti sei di nuovo su.',
      ],
      next: [
        [
          'Riacceso: [funziona|dati sì, SMS no].',
          'bene, il resto arriva in giornata. Se domani manca ancora, scrivici.',
        ],
      ],
      joins: [
        'La eSIM a me al terzo QR 😅',
        'Anche a me senza SMS della banca.',
        'In negozio cinque minuti.',
      ],
    },
    {
      tone: 'question',
      says: [
        'Ho perso il telefono a {town}: [come blocco la SIM|la SIM nuova quanto costa|riesco a tenere il numero]?',
        'Mi hanno rubato lo zaino col telefono. [La SIM come si blocca|Prima la denuncia o prima voi]?',
      ],
      facts: ['Scrivo dal telefono di {relative}.', 'È successo [adesso|un’ora fa].'],
      answers: [
        'la SIM la blocchi subito dall’app o dal sito, o la blocchiamo noi se ci scrivi il numero in privato. La nuova costa 10 euro e il numero resta il tuo.',
      ],
      next: [
        ['Scritto. Bloccata?', 'sì, bloccata da ora. In negozio la nuova è pronta tra mezz’ora.'],
      ],
      joins: ['Cambia subito le password!', 'Mi spiace 😔', 'Trova il dispositivo dal computer.'],
    },
    {
      says: [
        'L’app {app} [non si apre|mi butta fuori|dice “riprova più tardi”|resta bianca] {since}.',
        'Non mi arriva il codice per entrare in {app}, [ho cambiato numero|la mail è vecchia|ho provato {times} volte].',
        'Password di {app} rifatta {times} volte, [sempre “credenziali errate”|mi blocca l’account|basta].',
      ],
      facts: [
        'Android, ultima versione.',
        'iPhone aggiornato.',
        'Ho già reinstallato tutto.',
        'Dal computer uguale.',
      ],
      answers: [
        'c’è stato un problema di accesso che abbiamo risolto [stamattina|poco fa]: aggiorna l’app e riprova.',
        'rifacciamo noi l’accesso: mandaci in privato la mail e il numero, in cinque minuti ti arriva un codice nuovo.',
      ],
      next: [
        [
          'Aggiornata, [ma non cambia|adesso entra ma non vedo le fatture].',
          'allora è il profilo: lo ricreiamo noi, dacci mezz’ora.',
        ],
        ['Il codice è arrivato, grazie.', 'perfetto! Sceglila lunga la password 🙂'],
      ],
      joins: [
        'L’app non va neanche a me, [Android|iPhone].',
        'Cancella la cache, a me è bastato.',
        'Da ieri tutto giù.',
      ],
    },
    {
      says: [
        'Dopo l’aggiornamento {app} [è in inglese|non mostra i consumi|ha perso il mio numero].',
        'Ma chi ha disegnato la nuova {app}? [Non si trova più niente|Prima era meglio|Ci metto dieci minuti per i giga].',
      ],
      facts: ['Ridateci quella vecchia.', 'E ho buona vista.'],
      answers: [
        'giriamo il commento a chi la disegna, è utile davvero. I consumi ora sono toccando il numero in alto, la lingua in “Profilo”.',
      ],
      next: [
        [
          'Trovati, grazie. Ma chi ci arriva?',
          'hai ragione, infatti nella prossima versione tornano in prima pagina.',
        ],
      ],
      joins: ['Confermo, un labirinto.', 'A me piace 🤷', 'Una stella e via.'],
    },
    {
      says: [
        '{minutes} minuti al call center e [poi cade la linea|mi hanno riattaccato|“la richiameremo”]. [Bravi|Applausi|Mai più].',
        'Servizio clienti con operatore vero: [esiste|che numero devo fare|come si salta la voce registrata]?',
        'La chat automatica mi ha chiesto {times} volte se volevo la fibra. [Ce l’ho già|Voglio una persona|È uno scherzo].',
        'Tre operatori, tre risposte diverse su {plan}. [A chi credo|Parlatevi|Facciamo media].',
      ],
      facts: [
        'Ho solo una domanda.',
        'Prima rispondevate subito.',
        'Ho il numero della chiamata.',
        'Di persona nemmeno.',
      ],
      answers: [
        'ti richiamiamo noi: mandaci in privato un numero e un orario comodo, [oggi|domani] ti chiama {agent}.',
        'per saltare la voce registrata premi 9 due volte. Ma se scrivi qui la domanda, ti rispondiamo noi subito.',
        'non deve andare così. Dicci di cosa si tratta e la seguiamo noi dall’inizio alla fine.',
      ],
      next: [
        ['Va bene dopo le {hour}?', 'va benissimo, ti chiama {agent} dopo le {hour}.'],
        [
          'Fatto, 9 due volte: funziona! [Assurdo|Incredibile|Perché non lo dite].',
          '😄 ora lo sanno tutti qui sotto.',
        ],
      ],
      joins: [
        'Alle 8 in punto rispondono subito, provate.',
        'A me 40 minuti ieri.',
        'Scrivete qui, si fa prima.',
      ],
    },
    {
      says: [
        'Mi chiamano {times} volte al giorno dicendo di essere voi [per farmi cambiare contratto|e sanno il mio nome], [siete davvero voi|è una truffa|come faccio a bloccarli]?',
        'Chiamata da un numero di Milano: “la sua tariffa aumenta da domani”. [Truffa|Siete voi|È vero]?',
        'Basta telefonate! [Anche la domenica|Tre solo oggi|Cambiano numero ogni volta].',
      ],
      facts: [
        'Anche a cena.',
        'Sono iscritt{o} al registro delle opposizioni.',
        'Sapevano il mio codice fiscale.',
      ],
      answers: [
        'quelle chiamate non sono nostre: noi non chiediamo mai dati al telefono. Mandaci in privato il numero, lo passiamo a chi si occupa delle truffe.',
      ],
      next: [
        [
          'Ve l’ho mandato. Ma come hanno i miei dati?',
          'spesso da moduli di concorsi online. Il numero è già segnalato, grazie.',
        ],
      ],
      joins: [
        'Chiamano anche me, [sono truffe|bloccateli].',
        'Mai dire “sì”!',
        'Io metto giù e basta.',
      ],
    },
    {
      says: [
        'Mi hanno fatto dire “sì” al telefono e ora ho un contratto nuovo. [Come lo annullo|È legale]?',
        'A {elder} hanno attivato {plan} con una telefonata. [Ha capito la metà|Credeva fosse il Comune|Annullatelo].',
        'In negozio a {town} mi hanno fatto firmare [una cosa e attivato un’altra|{plan} dicendo che era gratis].',
      ],
      facts: ['Nessuna copia del contratto.', 'Pago da {months} mesi.', 'Non l’ho chiesto io.'],
      answers: [
        'un contratto fatto così si annulla, gratis: scrivici in privato e lo fermiamo noi. Poi parliamo con chi l’ha venduto.',
      ],
      next: [
        [
          'Annullato davvero? Anche i {small} euro?',
          'sì, anche quelli. Ti arriva la conferma per mail.',
        ],
      ],
      joins: [
        'Succede a tutti gli anziani, vergogna.',
        'Denuncia.',
        'A mia zia uguale, poi annullato.',
      ],
    },
    {
      says: [
        'SMS con un link per “aggiornare i dati {brand}”. [È vostro?|L’ho aperto, che faccio?|Attenzione tutti.]',
        'Mail con il vostro logo e una fattura di {amount} da scaricare. [Vera?|Ci sono cascat{o}.|La cancello?]',
      ],
      facts: ['Il mittente sembra il vostro.', 'Scritta bene, tra l’altro.'],
      answers: [
        'non è nostro. Se hai aperto il link cambia la password dell’app; noi abbiamo già messo un avviso. Grazie della segnalazione!',
      ],
      next: [
        [
          'Password cambiata. Basta così?',
          'sì. Se hai dato i dati della carta, chiama anche la banca.',
        ],
      ],
      joins: ['Arrivato anche a me.', 'Cancellato subito.', 'Grazie dell’avviso!'],
    },
    {
      tone: 'question',
      says: [
        'In viaggio in [Svizzera|Turchia|Inghilterra|Albania|Tunisia] [cosa pago|i giga valgono]?',
        'Parto {weekday} per [la Svizzera|la Turchia|Londra]: [che devo attivare|c’è un pacchetto|i giga sono quelli]?',
      ],
      facts: ['Uso solo le mappe.', 'Sto via una settimana.'],
      answers: [
        'fuori dall’Unione si paga a giorno, 5 euro con 1 giga, solo i giorni in cui lo usi. Per più giorni c’è il pacchetto da 15 euro nell’app.',
      ],
      next: [
        [
          'E per disattivarlo e usare solo il wifi?',
          'basta spegnere “roaming dati”: senza, non paghi nulla.',
        ],
      ],
      joins: [
        'In Svizzera stacca tutto, fidati.',
        'Io con la eSIM locale.',
        'Il pacchetto conviene.',
      ],
    },
    {
      says: [
        'Tre giorni in [Svizzera|Turchia|Albania] e mi avete preso {amount} euro. [Legale?|Come è possibile?|Rimborsate.]',
        'All’estero [non si collega niente|il telefono dice solo SOS] {since}, [cosa devo attivare|sono in aeroporto, rispondete].',
      ],
      facts: ['L’SMS di benvenuto non è arrivato.', 'Usavo solo il wifi.'],
      answers: [
        'abbiamo guardato la tua linea: l’SMS di benvenuto non è partito, errore nostro. Sistemato da qui, riavvia il telefono; quello che hai pagato in più torna.',
      ],
      next: [['Ok, ora va. [Grazie|Mi avete salvato].', 'buon viaggio! ✈️']],
      joins: ['Successo anche a me, rimborsati.', 'Mai più senza wifi.'],
    },
    {
      tone: 'question',
      says: [
        'Il negozio di {street} a {town} [è chiuso|ha cambiato orari|non risponde al telefono]?',
        'Vorrei sapere [gli orari|se siete aperti domenica|dove siete] a {town}.',
        'Per cambiare una SIM a {town} [serve l’appuntamento|c’è coda|fino a che ora siete aperti]?',
      ],
      facts: ['Vengo da fuori.', 'Ho il documento con me.'],
      answers: [
        'il negozio in {street} è aperto dal lunedì al sabato 9:30–13 e 15:30–19:30; domenica chiuso. Dall’app puoi prenotare l’ora.',
      ],
      next: [['Prenotato. Cosa devo portare?', 'documento e codice fiscale, basta così.']],
      joins: [
        'Nel negozio di {town} sono [gentilissimi|bravissimi], andate lì.',
        'Il sabato mai!',
        'Prenotate dall’app, zero coda.',
      ],
    },
    {
      says: [
        'Al negozio di {town} [due ore di coda|un solo commesso|“il sistema è giù”]. [Non si può prenotare?|Organizzatevi.]',
        'Negozio di {street} a {town}: [maleducati|mi hanno rimandat{o} a casa|aprono quando vogliono]. [Chi li controlla?|Fate qualcosa.]',
      ],
      facts: ['Ci sono andat{o} apposta.', 'C’era gente anziana in piedi.'],
      answers: [
        'lo riferiamo oggi a chi segue quel negozio, e ci scusiamo. Quello che dovevi fare possiamo farlo noi da qui: scrivici in privato di cosa si tratta.',
      ],
      next: [
        [
          'Scritto. E al negozio cosa dite?',
          'parlano con il responsabile di zona. Grazie della segnalazione.',
        ],
      ],
      joins: ['Lì sempre così.', 'Io vado in quello di {street}, meglio.', 'Prenotate dall’app!'],
    },
  ],
};
