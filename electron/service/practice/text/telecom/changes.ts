import type { Topic } from '../types.ts';

/** Moving house, leaving, changing the holder's name. */
export const move: Topic = {
  key: 'move',
  weight: 8,
  openings: [
    'Ho chiesto il trasloco della linea da {street} a {street2} {days} giorni fa: [tutto fermo|nessuna notizia|mi dicono “in lavorazione”].',
    'Trasloco il {day} {monthname}: [quanto prima devo avvisare|posso tenere il numero|come si fa]?',
    'Sono entrato nella casa nuova a {town} e [la linea non c’è|il tecnico non si è presentato|hanno allacciato l’interno sbagliato].',
    'Nella casa nuova c’era già un vostro contratto [di chi ci abitava prima|intestato al vecchio inquilino], [come si fa il cambio|si può subentrare]?',
    'Devo intestare la linea di {relative} a me: [quali documenti servono|si paga|si può fare online]?',
    'Trasloco pagato {amount} euro e [ancora niente|linea attiva nella casa vecchia|mi fate pagare due canoni].',
    'Il tecnico per il trasloco [ha spostato l’appuntamento {times} volte|dice che manca il permesso del condominio|non trova la borchia].',
    'Si può sospendere la linea della casa al mare [fino a {monthname}|d’inverno|senza disdire]?',
  ],
  details: [
    'Ho due bambini e [la scuola|il lavoro] online.',
    'La pratica è la {ticket}.',
    'In negozio dicono di chiamare, al telefono dicono di andare in negozio.',
    'Il vecchio contratto è ancora attivo e pago.',
  ],
  replies: [
    'la pratica era in attesa del numero di borchia: ora c’è. Il tecnico passa [{weekday}|il {day}], riceverai un SMS di conferma.',
    'per il trasloco bastano 15 giorni di anticipo: dall’app, voce “Trasloca”, e il numero resta lo stesso se rimani nel distretto.',
    'per il subentro servono documento e codice fiscale di chi entra, e il codice cliente di chi esce. Nessun costo tra parenti.',
    'il doppio canone non è dovuto: lo togliamo da {monthname} e ti rimborsiamo.',
    'sì, la sospensione stagionale c’è: fino a 6 mesi l’anno, 2 euro al mese. La attiviamo noi se ci scrivi in privato.',
  ],
  more: [
    'E se il {day} non ci sono? Posso delegare [il vicino|l’amministratore|mia sorella]?',
    'Il numero cambia o resta?',
    'Nel frattempo mi date qualcosa per navigare?',
  ],
  moreReplies: [
    'va bene chiunque sia maggiorenne, non serve la delega.',
    'resta lo stesso, {first}.',
    'ti attiviamo 100 GB sul cellulare finché la linea non è pronta.',
  ],
  joins: [
    'Noi abbiamo aspettato {weeks} settimane, preparati.',
    'Io l’ho fatto dall’app e in 10 giorni era tutto a posto.',
    'Fate presto, anche io trasloco a {monthname} 😬',
  ],
};

/** Leaving. */
export const leave: Topic = {
  key: 'leave',
  weight: 8,
  openings: [
    'Come si [disdice|chiude il contratto|recede]? [Sul sito la pagina non c’è|Ho perso un’ora a cercarlo|Al telefono fanno finta di niente].',
    'Ho mandato la raccomandata di disdetta il {day} {monthname} e [risulto ancora attivo|dite che non è arrivata|mi avete chiamato {times} volte per farmi restare].',
    'Penale di {amount} euro per andare via dopo {years} anni? [Davvero|State scherzando|Ma dove sta scritto]?',
    'Disdetta via PEC inviata {days} giorni fa, [nessuna conferma|silenzio totale|ricevuta sì, risposta no].',
    'Voglio il codice di migrazione, [in app non lo vedo|me lo negate|la fattura è illeggibile].',
    'Sono passato ad altro operatore e [mi fatturate ancora|la linea è rimasta in mezzo da {days} giorni|dite che bloccate il numero].',
    'È mancata {relative} e [non riesco a chiudere la linea|mi chiedono di farla venire in negozio|continuate a scriverle]. [Un po’ di umanità|Vi prego].',
    'Ultima goccia. [Disdico|Vado via|Me ne vado dopo {years} anni]: ditemi solo [dove scrivere|cosa firmare].',
    'Ho cambiato idea entro i 14 giorni, [il recesso come si manda|il modem dove lo riporto|mi ridate l’attivazione]?',
  ],
  details: [
    'Ho la ricevuta di ritorno.',
    'Non voglio offerte, voglio [chiudere|una conferma scritta].',
    'Al decimo tentativo mi è caduta la linea.',
    'Nel contratto di vincoli non ce n’erano.',
  ],
  replies: [
    'ci dispiace che tu voglia lasciarci. Si fa dall’app (“Profilo”, “Chiudi contratto”), in negozio o via PEC: la conferma arriva entro 48 ore.',
    'la disdetta del {day} è registrata: la linea si chiude il {day2} {monthname} e non ci sono penali.',
    'il codice di migrazione è in prima pagina della fattura, in alto a destra. Te lo mandiamo anche in privato.',
    'per un lutto basta il certificato, anche in foto: ce ne occupiamo noi e non devi andare da nessuna parte. Ti scriviamo in privato. Condoglianze.',
    'gli addebiti dopo il passaggio non sono dovuti: stiamo chiudendo la posizione e ti restituiamo {amount} euro.',
    'entro 14 giorni non paghi niente: il modulo è nel messaggio di benvenuto, il modem si riporta in negozio.',
  ],
  more: [
    'La conferma scritta [quando arriva|me la mandate per mail]?',
    'E il modem [lo tengo|dove lo riporto]?',
    'Quindi non pago nessuna penale, giusto?',
  ],
  moreReplies: [
    'giusto: nessuna penale, solo i giorni usati.',
    'la conferma ti arriva per mail entro domani sera.',
    'puoi riportarlo in qualunque negozio, senza scatola.',
  ],
  joins: [
    'Mandate tutto via PEC, fidatevi.',
    'A me hanno addebitato per {months} mesi dopo.',
    'Io ho fatto dall’app, chiuso in due giorni.',
  ],
};

/** Switching number, SIM, app, shops and the hotline. */
export const service: Topic = {
  key: 'service',
  weight: 16,
  openings: [
    'Portabilità richiesta {days} giorni fa: [il numero è ancora con l’altro|SIM muta|nessuno mi dice niente].',
    'L’app {app} [non si apre|mi butta fuori|dice “riprova più tardi”|chiede una password che non ho] {since}.',
    'Ho perso il telefono a {town}: [come blocco la SIM|la SIM nuova quanto costa|riesco a tenere il numero]?',
    'Ma il negozio di {street} a {town} [è chiuso|ha cambiato orari|non risponde al telefono]?',
    '{minutes} minuti al call center e [poi cade la linea|mi hanno riattaccato|“la richiameremo”]. [Bravi|Applausi|Mai più].',
    'Con la SIM nuova [non mi arrivano gli SMS della banca|non funziona internet|non prende la rete] {since}.',
    'Come si attiva la eSIM [sul telefono nuovo|su un tablet]? [Il QR non va|Non mi è arrivata la mail].',
    'In viaggio in [Svizzera|Turchia|Inghilterra|Albania|Tunisia] [cosa pago|i giga valgono|mi avete preso {amount} euro in un giorno]?',
    'Mi chiamano {times} volte al giorno dicendo di essere voi [per farmi cambiare contratto|e sanno il mio nome], [siete davvero voi|è una truffa|come faccio a bloccarli]?',
    'Non mi arriva il codice per entrare in {app}, [ho cambiato numero|la mail è vecchia|ho provato {times} volte].',
    'In negozio a {town} mi hanno fatto firmare [una cosa e attivato un’altra|{plan} dicendo che era gratis].',
    'La segreteria telefonica [come si toglie|si è attivata da sola|la pago]?',
    'Servizio clienti con operatore vero: [esiste|che numero devo fare|come si salta la voce registrata]?',
    'Il credito residuo di {small} euro [è sparito|non si vede|non si può trasferire].',
    'Vorrei sapere [gli orari|se siete aperti domenica|dove siete] a {town}.',
  ],
  details: [
    'Il telefono è nuovo e funziona con altre SIM.',
    'Ho già reinstallato tutto.',
    'Ho bisogno del numero per lavoro.',
    'La chat automatica [non capisce|gira in tondo].',
    'Ho provato anche dal computer.',
    'Sono andato di persona due volte.',
  ],
  replies: [
    'il vecchio operatore ha respinto la richiesta perché il seriale della SIM non combaciava. L’abbiamo rimandata: il numero passa [domani notte|{weekday}].',
    'l’app ha avuto un problema che abbiamo risolto stamattina: aggiornala alla versione di oggi e, se ti butta fuori ancora, scrivici che telefono usi.',
    'la SIM la blocchi subito dall’app o dal sito; la nuova costa 10 euro in negozio e il numero resta il tuo.',
    'il negozio in {street} è aperto dal lunedì al sabato 9:30–13 e 15:30–19:30; domenica chiuso.',
    'quelle chiamate non sono nostre: noi non chiediamo mai dati al telefono. Registra il numero e segnalalo, intanto lo passiamo a chi si occupa delle truffe.',
    'ti richiamiamo noi: mandaci in privato un numero e un orario comodo, [oggi|domani] ti chiama {agent}.',
    'per la eSIM rifai il QR dall’app (“SIM”, “Nuovo codice”): vale una volta sola, per questo il primo non andava più.',
    'fuori dall’Unione si paga a giorno, 5 euro con 1 giga: c’è scritto nell’SMS di benvenuto, che però [a volte arriva tardi|non sempre si legge]. Questa volta te li rimborsiamo.',
    'gli SMS della banca tornano entro 24 ore dal cambio SIM, è una protezione della banca stessa.',
  ],
  more: [
    'E se domani non passa? [Chi chiamo|Cosa faccio]?',
    'Aggiornata, [ma non cambia|adesso entra ma non vedo le fatture].',
    'Va bene dopo le {hour}?',
    'E il credito che avevo [si trasferisce|resta]?',
  ],
  moreReplies: [
    'se domani sera non è passato scrivici qui e ti attiviamo un numero provvisorio.',
    'va benissimo, ti chiama {agent} dopo le {hour}.',
    'il credito si trasferisce da solo in tre giorni, {first}.',
  ],
  joins: [
    'L’app non va neanche a me, [Android|iPhone].',
    'Chiamano anche me, [sono truffe|bloccateli].',
    'Alle 8 in punto rispondono subito, provate.',
    'Nel negozio di {town} sono [gentilissimi|bravissimi], andate lì.',
  ],
};
