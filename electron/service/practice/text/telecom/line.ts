import type { Topic } from '../types.ts';

/** One household without a line, or waiting for the technician. */
export const line: Topic = {
  key: 'line',
  weight: 15,
  tone: 'trouble',
  angles: [
    {
      says: [
        '{since} [sono senza|non ho|non abbiamo] [linea|internet|connessione] a {town}, {street}. Solo io, i vicini vanno.',
        'Lavoro da casa e {since} sono [scollegat{o}|senza fibra|col telefono in hotspot].',
        '{elder}, {age} anni, senza telefono {since}: ha bisogno del fisso per [il salvavita|l’allarme|chiamare il medico].',
        '{since} il telefono di casa [è muto|non dà segnale|fa solo rumore].',
        'Dopo il temporale il modem [è morto|non si accende più|lampeggia e basta]. Sto in {street}, {town}.',
        'Ma [è normale|vi pare normale|vi sembra giusto] restare {days} giorni senza linea [con due bambini che hanno i compiti online|in smart working|e pagare lo stesso]?',
      ],
      facts: [
        'Il modem ha la luce [rossa fissa|che lampeggia|arancione|spenta].',
        'Ho già [spento e riacceso|provato a resettare|cambiato il cavo], [niente|non cambia nulla].',
        'Al numero verde [mi dicono 48 ore da {days} giorni|cade la linea|risponde solo una voce registrata].',
        'Numero di segnalazione {ticket}.',
        'Pago {small} al mese per un servizio che non c’è.',
      ],
      answers: [
        'dal test che abbiamo fatto ora la linea [arriva debole alla centrale|si interrompe nell’armadio di strada]. Abbiamo aperto l’intervento {ticket}.',
        'prova a staccare il modem dalla corrente per due minuti e poi guarda se la luce [PON|DSL] torna fissa: se resta rossa, scrivici qui e mandiamo il tecnico.',
        'abbiamo dato priorità alla segnalazione: il tecnico passa [domani mattina|{weekday} tra le 8 e le 12], riceverai un SMS un’ora prima.',
        'intanto ti abbiamo attivato 100 GB sul cellulare, così [lavori|navighi] in hotspot finché non passa il tecnico.',
      ],
      next: [
        [
          'Fatto, la luce è ancora [rossa|spenta]. Quindi?',
          'allora mandiamo il tecnico: intervento {ticket}, ti arriva l’SMS con il giorno.',
        ],
        [
          'Il tecnico a che ora passa? Io [lavoro|esco alle {hour}].',
          'passa tra le [8 e le 12|13 e le 17]; se non ci sei, basta [un vicino|rispondere all’SMS] e spostiamo l’orario.',
        ],
        [
          'E il rimborso per i giorni persi?',
          'è automatico: lo trovi nella prossima fattura alla voce “indennizzi”.',
        ],
      ],
      joins: [
        'A me il tecnico è venuto dopo {weeks} settimane, auguri.',
        'Prova con un altro cavo, io ho risolto così.',
        'Chiedi l’indennizzo, per legge spetta.',
        'Anche io {since}, {town}.',
      ],
    },
    {
      says: [
        'Il tecnico doveva venire {weekday} [mattina|pomeriggio|tra le 8 e le 13], [mai visto|non si è presentato|ha chiamato dicendo che non trovava la via].',
        'Terzo appuntamento col tecnico saltato. [Ho preso tre giorni di ferie.|Mi licenziano prima.|Chi mi ripaga le ore?]',
        'Segnalazione numero {ticket}: aperta {since}, [nessun tecnico|nessuna chiamata|chiusa da sola senza che venisse nessuno].',
        'Mi arriva l’SMS “intervento concluso” ma [qui non è venuto nessuno|la linea è morta come prima|il tecnico è rimasto cinque minuti e se n’è andato].',
        'Il tecnico è venuto, ha detto che [manca il permesso del condominio|il cavo è del Comune|deve tornare un collega] ed è sparito {since}.',
      ],
      facts: [
        'Ho aspettato tutto il giorno.',
        'Nessuna telefonata.',
        'Non posso prendere altri permessi.',
        'Al call center “risulta eseguito”.',
      ],
      answers: [
        'la segnalazione era stata chiusa per errore: l’abbiamo riaperta con priorità, numero {ticket}. Il tecnico ti chiama lui [oggi|domani] per l’orario.',
        'l’appuntamento mancato dà diritto a un indennizzo, lo abbiamo già inserito. Nuova data: {weekday}, prima fascia.',
        'abbiamo sentito la squadra: [non trovava il citofono|aveva il numero sbagliato]. Ci mandi in privato il cellulare su cui chiamarti?',
        'il permesso del condominio è arrivato [ieri|stamattina], l’intervento è ripartito: ti chiamano entro {weekday}.',
      ],
      next: [
        [
          'E se salta anche questo?',
          'scrivi qui a me direttamente: ti faccio chiamare dal capo area.',
        ],
        [
          'Il nome sul citofono è giusto, [lo giuro|ho ricontrollato].',
          'ok, allora facciamo chiamare dieci minuti prima. Segnato.',
        ],
        ['Di quanto è l’indennizzo?', '7,50 euro al giorno di ritardo, in fattura.'],
      ],
      joins: [
        'Da me uguale, due volte.',
        'Il mio è arrivato alle {hour} senza avvisare ma bravissimo.',
        'Fai come me: foto dell’orologio davanti alla porta 😂',
        'Sono ditte esterne, si rimbalzano.',
      ],
    },
    {
      says: [
        'La linea cade ogni [dieci minuti|sera dopo le 21|volta che piove], {since}. {street}, {town}.',
        'Ogni notte alle {nighthour} il modem perde la linea per [un quarto d’ora|venti minuti]. [Manutenzione?|Perché?|Lo sapete?]',
        'Quando tira vento sparisce internet. [Non è una battuta|Lo giuro|Ho un registro con le ore].',
      ],
      facts: [
        'Tengo un foglio con tutte le volte: {times} solo ieri.',
        'Modem cambiato, uguale.',
        'Da una settimana è peggio.',
        'I filtri ci sono.',
      ],
      answers: [
        'le cadute si vedono anche da qui: sembra un contatto nella tratta verso casa. Mandiamo il tecnico a misurarla, intervento {ticket}.',
        'abbiamo abbassato un po’ il profilo per rendere la linea stabile: tienila d’occhio due giorni e [dicci|scrivici] com’è.',
        'abbiamo trovato disturbi proprio in quelle ore: la squadra di rete li sta cercando, ti aggiorniamo {weekday}.',
      ],
      next: [
        [
          'Due giorni passati: [cade ancora|meglio ma non perfetto].',
          'allora serve il tecnico: intervento {ticket}, passa {weekday}.',
        ],
        [
          'Se abbassate il profilo pago meno?',
          'se resta sotto il minimo garantito sì: ti ricalcoliamo il canone.',
        ],
      ],
      joins: [
        'Anche qui con la pioggia, {town}.',
        'Erano i fili sul palo, da me.',
        'A me hanno cambiato la borchia e basta cadute.',
      ],
    },
  ],
};
