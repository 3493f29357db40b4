import type { Topic } from '../types.ts';

/** A whole area without a line: many write at once. */
export const outage: Topic = {
  key: 'outage',
  weight: 0,
  tone: 'trouble',
  angles: [
    {
      says: [
        '[Linea|Internet|Fibra] [ferma|giù|assente|morta] {today} in {street} a {town}.',
        'Ci risiamo: {today} [niente internet|tutto fermo|luce rossa sul modem] a {town}.',
        'A {town} c’è un guasto? {today} [non va niente|non navigo|il modem non si collega].',
        '[Niente ADSL|Niente fibra|Non va niente] {today}. [Anche i vicini|Tutto il palazzo|Tutta la via] uguale, zona {street}.',
        'Qui {town}, {street}: [isolati|scollegati|muti] {today}.',
        '{street}, {town}: la luce sul modem è [rossa|spenta|arancione che lampeggia] {today}.',
        '[Siamo|Sono] senza linea {today}, [tra poco ho una riunione|i ragazzi devono fare i compiti|qui si lavora].',
        'Ma è un guasto generale o solo mio? {town}, zona {street}.',
        '{today} [né fisso né internet|neanche il telefono fisso] a {town}. [Sapete qualcosa|Notizie|È grave]?',
      ],
      facts: [
        'Ho già [spento e riacceso|provato a resettare|cambiato il cavo], [niente|non cambia nulla].',
        'L’app dice che [è tutto a posto|non ci sono guasti nella mia zona].',
        'Al numero verde [cade la linea|risponde solo una voce registrata].',
        'I vicini con [un altro operatore|gli altri] navigano [tranquillamente|benissimo].',
        'È la {times} volta [in un mese|quest’anno|da quando sono con voi].',
      ],
      answers: [
        'nella tua zona [risulta un guasto|c’è un guasto che riguarda più vie]: i tecnici [sono al lavoro|stanno intervenendo] e contiamo di chiudere entro [stasera|domattina|fine giornata].',
        'il guasto è quello del post qui sopra: stiamo riparando, appena torna il segnale spegni il modem due minuti.',
        'ci stiamo lavorando. I giorni senza servizio ti vengono rimborsati in fattura, non devi chiedere nulla.',
        'nel frattempo ti abbiamo attivato [100 GB|giga illimitati per 7 giorni] sul cellulare, così [lavori|navighi] in hotspot.',
      ],
      next: [
        [
          'E per il rimborso [come si fa|devo fare domanda]?',
          'è automatico: lo trovi [nella prossima fattura|entro due fatture] alla voce “indennizzi”.',
        ],
        [
          'Qui la luce è ancora [rossa|spenta]. Quindi?',
          'allora il tuo caso è diverso: mandiamo il tecnico, intervento {ticket}, l’SMS arriva con il giorno.',
        ],
        [
          'A che ora pensate di finire?',
          'la squadra sul posto dice [due ore|entro le 20|nel pomeriggio], ti scriviamo se cambia.',
        ],
      ],
      joins: [
        'Anche io senza linea, {street}.',
        'Pure a {town} [tutto fermo|niente].',
        'Io ho chiamato, dicono [entro sera|due giorni|che non risulta niente].',
        'Qui è tornata [adesso|dieci minuti fa], da voi?',
        'Stesso palazzo credo 😅 anche noi giù.',
      ],
    },
    {
      says: [
        'Quando torna la linea a {town}? [In zona {street}|Dalle parti di {street}|Siamo in tanti].',
        'A che ora [finite|tornerà internet|si sistema] a {town}?',
        [
          'Avete detto “entro sera”, [sono le undici|è notte|la sera è passata] e qui in {street} non va niente.',
          'hai ragione, avevamo promesso un orario e non l’abbiamo rispettato: il cavo era rotto in due punti. Stima nuova, domattina alle 8.',
        ],
        'Aggiornamenti sul guasto di {town}? [Il post è fermo da ore|Non scrivete più niente|Si naviga a vista].',
      ],
      facts: [
        'Devo lavorare.',
        'Mi regolo di conseguenza.',
        'Basta saperlo.',
        'Ho un anziano in casa col salvavita.',
      ],
      answers: [
        'la riparazione [richiede più del previsto|è quasi finita]: la squadra conta di chiudere [in serata|entro domattina]. Aggiorniamo il post appena lo sappiamo.',
        'una parte di {town} è già tornata su, {street} è [tra le prossime|nell’ultimo tratto]. Ancora un po’ di pazienza.',
      ],
      next: [
        ['Grazie, ma “quasi” quanto vuol dire?', 'meno di tre ore, se non ci sono altre sorprese.'],
        [
          'E chi lavora da casa cosa fa?',
          'ti attiviamo 100 GB sul cellulare: mandaci il numero in privato.',
        ],
      ],
      joins: [
        'Io aspetto notizie come te.',
        'Da me è appena tornata!',
        'Seguo.',
        'Domani secondo me.',
      ],
    },
    {
      says: [
        'Ho il negozio in {street} a {town}: {today} il POS non funziona e [perdo clienti|mando via la gente]. [Chi mi rimborsa|Chi paga]?',
        'Ristorante a {town}, {today} senza linea: [niente prenotazioni, niente POS|si va avanti a contanti|una giornata buttata].',
        'Studio medico in {street}, {today} non possiamo [fare ricette|rispondere ai pazienti]: [è urgente|datevi una mossa|priorità per favore].',
      ],
      facts: [
        'Pago un contratto aziendale.',
        'La partita IVA conta qualcosa?',
        'È già successo a {lastmonth}.',
      ],
      answers: [
        'per le attività apriamo subito la priorità: intervento {ticket}. In privato ci lasci un numero e ti chiama chi segue il cantiere?',
        'ti abbiamo attivato la linea di scorta sul mobile: metti la SIM nel modem, il POS riparte in cinque minuti.',
        'per i contratti business il rimborso è doppio e parte da solo. Intanto sollecitiamo la squadra in {street}.',
      ],
      next: [
        [
          'La SIM di scorta non ce l’ho.',
          'te ne lasciamo una nel negozio più vicino, a tuo nome, da [stasera|domattina].',
        ],
        [
          'E l’incasso perso?',
          'mandaci una stima in privato: la gira al nostro ufficio reclami chi ti chiama.',
        ],
      ],
      joins: [
        'Idem, bar in {street}, solo contanti oggi.',
        'Solidarietà tra negozianti 💪',
        'Anche il nostro POS morto.',
      ],
    },
  ],
};
