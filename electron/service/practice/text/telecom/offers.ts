import type { Topic } from '../types.ts';

/** New offers, what they cost and who may have them. */
export const offers: Topic = {
  key: 'offers',
  weight: 15,
  tone: 'question',
  angles: [
    {
      says: [
        'L’offerta [vale anche|c’è anche|funziona] per chi è già cliente?',
        'Perché ai nuovi [fate {small} euro|regalate tutto] e a me, con voi da {years} anni, [{amount}|niente|l’aumento]?',
        'Sono già vostr{o} cliente, [posso passare a {plan}|come cambio piano|{plan} la posso fare]?',
        'E ai vecchi clienti [che si regala|pensate mai|cosa date]? 😄',
      ],
      facts: [
        'Adesso pago {small2}.',
        'In chat mi hanno dato due risposte diverse.',
        'In negozio dicono di no.',
      ],
      answers: [
        'sì, vale anche per chi è già cliente: nell’app, voce “Cambia piano”, oppure dicci in privato il tuo numero e guardiamo insieme quanto risparmi.',
        'per chi è con noi da anni c’è un listino a parte, che non pubblicizziamo: scrivici in privato e te lo mandiamo.',
      ],
      next: [
        [
          'Nell’app “Cambia piano” [non c’è|è grigio].',
          'succede se c’è un cambio in corso: dacci il numero in privato e lo sblocchiamo.',
        ],
        ['E il cambio quanto costa?', 'zero, una volta l’anno; le successive 5 euro.'],
      ],
      joins: [
        'Interessa anche a me.',
        'Io l’ho fatto ieri, risparmio {round} euro l’anno.',
        'Seguo, stessa domanda.',
      ],
    },
    {
      says: [
        'Quanto costa [dopo il primo anno|finita la promozione|l’attivazione]?',
        '{small} euro tutto compreso o [poi spuntano le sorprese|il modem si paga a parte]?',
        'Ma {plan} [comprende le chiamate|ha il modem incluso|ha vincoli]?',
        'Posso avere {plan} senza [modem|telefono fisso|addebito in banca]?',
      ],
      facts: [
        'Non trovo le condizioni complete.',
        'Vorrei capire bene prima di firmare.',
        'Chiedo per {relative}.',
      ],
      answers: [
        '{plan} resta a {small} euro per sempre, l’attivazione si paga una volta sola ed è [compresa|a rate]. Modem e chiamate compresi, nessun vincolo.',
        'niente sorprese: {small} euro con chiamate e modem in comodato. Se il modem non ti serve, 3 euro in meno.',
      ],
      next: [
        [
          'E se poi [cambio casa|mi trovo male|voglio recedere] pago qualcosa?',
          'nessun vincolo: paghi solo i giorni usati.',
        ],
        [
          'Ok, e si può fare [online|in negozio a {town}]?',
          'sì, in dieci minuti: serve documento e codice fiscale.',
        ],
      ],
      joins: [
        'Io ce l’ho da {months} mesi, mi trovo [bene|benissimo|così così].',
        'Leggi le note in fondo 😉',
        'A me {small} davvero, zero extra.',
      ],
    },
    {
      says: [
        'Con {plan} quanti giga [in Europa|in roaming|da usare in Grecia]?',
        'I giga di {plan} [si condividono in famiglia|scadono a fine mese|valgono anche in hotspot]?',
        'Finiti i giga [si paga|si rallenta|ci si ferma]?',
      ],
      facts: ['Ne uso una sessantina.', 'Siamo in quattro.'],
      answers: [
        'in Italia sono tutti tuoi, hotspot compreso; in Europa ne valgono 12. Finiti, si rallenta: nessun costo a sorpresa.',
        'scadono a fine mese, e dall’app puoi passarne fino a 20 a chi vuoi tu.',
      ],
      next: [
        [
          'E in Svizzera?',
          'la Svizzera è fuori dall’Unione: lì si paga a giorno, 5 euro con 1 giga.',
        ],
      ],
      joins: ['Io non li finisco mai.', 'In hotspot funziona, confermo.', 'Regalatemeli 😂'],
    },
    {
      says: [
        'Se passo da un altro operatore [tengo il numero|quanto ci vuole|resto senza linea nel frattempo]?',
        'Per la portabilità [serve il codice di migrazione|basta la SIM|quanti giorni ci vogliono]?',
        'Vengo da un altro gestore con vincolo fino a {nextmonth}: [pagate voi la penale|mi conviene aspettare]?',
      ],
      facts: [
        'Il numero mi serve per lavoro.',
        'L’ultima volta sono rimast{o} {days} giorni a piedi.',
      ],
      answers: [
        'il numero resta tuo e non rimani mai senza linea: il passaggio avviene di notte e dura [pochi minuti|circa mezz’ora].',
        'per il mobile bastano SIM e documento, 1 o 2 giorni; per il fisso il codice di migrazione, 7–10 giorni.',
      ],
      next: [
        [
          'Il codice di migrazione dove sta?',
          'nella prima pagina della fattura del gestore di adesso, o lo chiedi a loro.',
        ],
        ['E se il vecchio gestore fa storie?', 'ci pensiamo noi: per legge non può opporsi.'],
      ],
      joins: [
        'Io in due giorni, tutto liscio.',
        'Passaggio fatto a {lastmonth}, bene.',
        'Non disdire prima, fanno loro!',
      ],
    },
    {
      says: [
        'La fibra c’è a {town} in {street}? Il sito dice [prima sì poi no|“presto disponibile”|boh].',
        'Quando arriva la fibra in {street} a {town}? [Gli scavi li avete fatti {months} mesi fa|L’armadio è davanti casa|I vicini ce l’hanno].',
        'Copertura in {street}, {town}: [si può sapere|qualcuno lo sa]?',
        'Abito in campagna vicino a {town}, [per noi c’è qualcosa|antenna sul tetto la fate|solo satellite]?',
      ],
      facts: ['Il civico è {number}.', 'Il palazzo di fronte ce l’ha.', 'Aspetto da anni.'],
      answers: [
        'in {street} la fibra è [prevista per {nextmonth}|in attesa dei permessi del condominio]. Se vuoi ti avvisiamo noi con un SMS.',
        'il civico {number} risulta [coperto da questa settimana|raggiungibile con la fibra fino all’armadio]: in privato ti diciamo la velocità.',
        'in campagna arriviamo via radio fino a 100 mega: il sopralluogo è gratuito.',
      ],
      next: [
        ['Sì, avvisatemi.', 'fatto: riceverai un SMS il giorno in cui si apre.'],
        [
          'Il condominio i permessi li ha già dati!',
          'allora mandaci in privato il verbale: lo giriamo ai tecnici oggi.',
        ],
      ],
      joins: [
        'Anche noi in {street2} aspettiamo.',
        'Qui gli scavi fermi da Pasqua.',
        'Sollecitate l’amministratore.',
      ],
    },
    {
      says: [
        'C’è [uno sconto|qualcosa] per [studenti|over 65|chi ha già fisso e mobile]?',
        'Con due SIM [c’è lo sconto|la seconda è gratis|come funziona]?',
        'Mia mamma ha {age} anni: [c’è un piano semplice|qualcosa per lei|le servono solo le chiamate]?',
      ],
      facts: ['Pagherei con addebito.', 'Mi basta il minimo.'],
      answers: [
        'per gli under 25 e gli over 65 ci sono [20 giga in più|3 euro in meno al mese]: basta un documento in negozio.',
        'con fisso e mobile insieme la SIM scende a {small} euro; la seconda costa la metà.',
      ],
      next: [
        [
          'Gli over 65 anche se intestata a [me|mia figlia]?',
          'deve essere intestata alla persona over 65.',
        ],
        [
          'Perfetto, passo [domani|sabato]. Che orari fate?',
          'dal lunedì al sabato 9:30–13 e 15:30–19:30.',
        ],
      ],
      joins: ['Grazie, lo dico a mia mamma.', 'Anche i militari?', 'Per i non vedenti c’è il 50%.'],
    },
    {
      says: [
        'Scade [davvero domenica|a fine mese]? [In negozio dicono di no|Sul sito non la vedo|Ditemi che la prorogate].',
        'Nel negozio di {town} l’offerta [non la conoscono|dicono che è finita|costa di più]. [Chi ha ragione|Come mai]?',
        'Fate ancora {plan}? [Un mio amico l’ha presa|Non la trovo più|Era comoda].',
      ],
      facts: ['Ci vado apposta {weekday}.', 'Online dice un’altra cosa.'],
      answers: [
        'l’offerta vale fino {untilsoon}, in tutti i negozi e sul sito. A {town} l’abbiamo appena ricordato 😉',
        'c’è ancora, fino {untilsoon}: se in negozio fanno fatica, mostra questo messaggio.',
      ],
      next: [
        ['E se ci arrivo il giorno dopo?', 'scrivici in privato prima e te la teniamo da parte.'],
      ],
      joins: [
        'Io l’ho presa ieri a {town}.',
        'Sempre “ultimi giorni” 😄',
        'Anche da me dicono che è finita.',
      ],
    },
    {
      says: [
        'Vorrei {plan} per {relative}: [basta che venga io|si fa al telefono|serve la firma]?',
        'Posso intestare {plan} a {relative} e pagare io? [Si può?|Come si fa?]',
      ],
      facts: ['Non è qui con me.', 'È un regalo.'],
      answers: [
        'serve la firma di chi la userà, ma si fa dal telefono: mandiamo un link. Il pagamento può essere tuo.',
      ],
      next: [['Il link a che numero arriva?', 'a quello che ci dai in privato, vale un giorno.']],
      joins: ['Fatto per mio nonno, facile.', 'Idea regalo, bravi.'],
    },
  ],
};
