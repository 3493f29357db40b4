import type { Topic } from '../types.ts';

/** A whole area in the dark: many write at once. */
export const outage: Topic = {
  key: 'outage',
  weight: 0,
  tone: 'trouble',
  angles: [
    {
      says: [
        'Senza corrente {today} a {town}, {street}. [Sapete qualcosa?|Quando torna?|Siamo in tanti.]',
        '[Tutto buio|Niente luce|Corrente saltata] a {town} {today}, zona {street}.',
        '{street}, {town}: [al buio|senza luce] {today} [e col congelatore pieno|e l’ascensore fermo|con un bimbo piccolo].',
        'Ma il guasto di {town} riguarda [anche {street}|tutta la città|solo il mio palazzo]?',
        'La luce [va e viene|torna dieci secondi e salta|è fioca] {today} a {town}. [Rischio gli elettrodomestici?|È pericoloso?|Che faccio?]',
        'Ancora? È la {times} volta [questo mese|da {lastmonth}] che a {town} resta tutto spento.',
      ],
      facts: [
        'Al numero guasti [non si passa|la voce dice “nessun disservizio”].',
        'Ho un apparecchio medico in casa.',
        'Il salvavita è su, non sono io.',
        'I lampioni invece funzionano.',
        'Lavoro al computer, grazie eh.',
      ],
      answers: [
        'la rete in quella zona è gestita dal distributore locale: la squadra è sul posto, stima [due ore|fine serata]. Aggiorniamo il post sopra.',
        'il guasto è su una cabina di {street}. Stanno rialimentando un tratto alla volta: stacca gli apparecchi delicati finché la luce non è stabile.',
        'se in casa c’è un apparecchio salvavita scrivici subito in privato: lo segnaliamo come priorità.',
      ],
      next: [
        [
          'E per il cibo buttato del congelatore?',
          'oltre le 8 ore c’è un rimborso automatico in bolletta; per i danni ti mandiamo il modulo in privato.',
        ],
        [
          'Qui ancora niente. Due ore sono passate.',
          'la stima si è spostata alle 22: hanno trovato un secondo cavo rotto.',
        ],
      ],
      joins: [
        'Al buio anche in {street}.',
        'Qui a {town} è tornata [adesso|da dieci minuti].',
        'Candele e carte, serata d’altri tempi 😅',
        'Idem, e fa un freddo…',
      ],
    },
    {
      says: [
        'Ho una [gelateria|macelleria|panetteria] a {town}: {today} senza corrente e [butto tutto|i clienti se ne vanno|i forni sono freddi]. [Chi paga|Quando torna]?',
        'Siamo un condominio con [anziani al quinto piano|l’autoclave ferma]: {today} [niente ascensore né acqua|prigionieri]. Fate presto.',
      ],
      facts: ['Merce per {round} euro.', 'Contratto business, se conta.'],
      answers: [
        'abbiamo chiesto la priorità per il tuo civico. Tieni le foto della merce: per le attività il rimborso si chiede con un modulo che ti mandiamo in privato.',
        'la squadra arriva in {street} [entro un’ora|per prossima]. Ci lasci un numero in privato per avvisarti?',
      ],
      next: [
        [
          'Le foto a chi le mando?',
          'qui in privato va bene, le alleghiamo noi alla pratica {ticket}.',
        ],
      ],
      joins: [
        'Solidarietà, io ho il bar.',
        'Un generatore in prestito l’ho, scrivimi.',
        'Anche noi, condominio di {street}.',
      ],
    },
  ],
};

/** The meter and what it says. */
export const meter: Topic = {
  key: 'meter',
  weight: 14,
  tone: 'trouble',
  angles: [
    {
      says: [
        'Il contatore [nuovo|elettronico|che avete montato a {lastmonth}] segna il [doppio|triplo] di prima. [Com’è possibile|Lo verificate|Chi controlla]?',
        'Consumo di un mese: {round} kWh. [Siamo in due|La casa era vuota|Non ho nemmeno il forno].',
        'Il contatore gira anche con tutto staccato. [Provato stanotte.|Lo sto guardando adesso.|Perdita o errore?]',
        [
          'Display del contatore [spento|con scritto ERR|illeggibile] {since}. [Cosa pago allora|Chi lo cambia]?',
          'il contatore sarà sostituito: appuntamento {weekday} mattina, non serve la tua presenza se è nell’atrio. Fino ad allora si fa la media.',
        ],
      ],
      facts: [
        'Ho le foto di tutte le letture.',
        'L’elettricista dice che in casa è tutto a posto.',
        'Prima pagavo la metà.',
      ],
      answers: [
        'possiamo chiedere la verifica del contatore: è gratuita se risulta guasto, altrimenti costa 46 euro. Prima però mandaci in privato due foto a 24 ore di distanza.',
        'il contatore sarà sostituito: appuntamento {weekday} mattina, non serve la tua presenza se è nell’atrio.',
        'abbiamo confrontato le letture: quella di {lastmonth} era sbagliata di una cifra. Ricalcoliamo noi.',
      ],
      next: [
        [
          'Foto mandate, {reading} e {reading2}.',
          'grazie: i conti non tornano nemmeno a noi. Verifica aperta, {ticket}.',
        ],
        ['E intanto devo pagare quella cifra?', 'no: la bolletta è sospesa fino alla verifica.'],
      ],
      joins: [
        'Pure a me dopo il cambio contatore.',
        'Controlla lo scaldabagno.',
        'Verifica chiesta, aveva ragione il contatore 😅',
        'Anche qui {town}.',
      ],
    },
    {
      tone: 'question',
      says: [
        'La lettura [come si manda|entro quando va mandata|dell’app vale]? Il mio gas segna {reading}.',
        'Autolettura {reading}, [la posso lasciare qui|l’app non la prende|il sito dice “fuori intervallo”].',
        [
          'Nel contatore del gas [quali numeri si leggono|i rossi contano|la virgola dov’è]?',
          'si leggono i numeri neri prima della virgola; quelli rossi dopo non si contano.',
        ],
        [
          'Ogni quanto passa [il letturista|qualcuno a leggere] a {town}? [Mai visto|Bollette sempre stimate].',
          'a {town} il passaggio è due volte l’anno; in mezzo contano le tue letture, dall’app o per SMS.',
        ],
      ],
      facts: ['Vorrei pagare il giusto.', 'La prima volta che lo faccio.'],
      answers: [
        'si manda dall’app o per SMS negli ultimi cinque giorni del mese; i numeri rossi dopo la virgola non si contano.',
        'presa nota: {reading}. Te la registriamo noi, la prossima volta dall’app ci vogliono dieci secondi.',
      ],
      next: [['E se salto un mese?', 'quel mese è stimato e si pareggia con la lettura dopo.']],
      joins: ['Io la mando ogni 28 del mese.', 'L’app a me funziona.', 'I rossi no!'],
    },
    {
      says: [
        'Sono a 3 kW e salta tutto con [forno e lavatrice|phon e condizionatore]. [Quanto costa passare a 4,5|Conviene|In quanto tempo]?',
        'Chiesto l’aumento di potenza {days} giorni fa, [tutto come prima|nessuno risponde].',
      ],
      tone: 'question',
      facts: ['Ho messo il piano a induzione.', 'Casa piccola.'],
      answers: [
        'da 3 a 4,5 kW si fa a distanza in due giorni: circa 80 euro una volta e 2 al mese. Se vuoi la avviamo noi in privato.',
      ],
      next: [['Avviate pure.', 'fatto: ti arriva il preventivo per mail, basta un “accetto”.']],
      joins: ['Io sono a 6 col fotovoltaico.', 'Basta non accendere tutto insieme 😄'],
    },
  ],
};

/** Taking over a supply, opening, closing. */
export const contract: Topic = {
  key: 'contract',
  weight: 16,
  tone: 'question',
  angles: [
    {
      says: [
        [
          'Ho comprato casa a {town}: voltura [come si fa|quanto costa|quanto ci mette] per luce e gas?',
          'servono POD, documento e titolo sulla casa: costa 25 euro più le imposte e richiede 5 giorni. Si fa tutto dal telefono.',
        ],
        'Differenza tra voltura e subentro? [Il contatore è chiuso|Il vecchio proprietario è ancora intestato|Non ci capisco niente].',
        [
          'Voltura chiesta {days} giorni fa per {street}, {town}: [in lavorazione da sempre|respinta senza motivo|manca un documento che ho già mandato].',
          'la pratica era ferma per una data sbagliata nel rogito: l’abbiamo corretta, attivo da {weekday}.',
        ],
      ],
      facts: [
        'L’agenzia dice una cosa, voi un’altra.',
        'Ho il codice POD.',
        'Entro in casa {weekday}.',
      ],
      answers: [
        'voltura se il contatore è attivo, subentro se è chiuso. Servono POD, documento e titolo sulla casa: costa 25 euro più le imposte e richiede 5 giorni.',
        'la pratica era ferma per una data sbagliata nel rogito: l’abbiamo corretta, attivo da {weekday}.',
      ],
      next: [
        [
          'Il POD dove lo leggo?',
          'sulla bolletta di chi c’era prima, o premendo il tasto del contatore.',
        ],
        ['E i debiti del vecchio inquilino?', 'restano suoi: non ti possono essere chiesti.'],
      ],
      joins: ['A me cinque giorni giusti.', 'Fatta online, facile.', 'Occhio alla marca da bollo.'],
    },
    {
      tone: 'trouble',
      says: [
        'Contatore del gas chiuso {since} [per un errore|perché avete confuso l’interno|e ho due bambini]: [quando lo riaprite?|fa freddo.|riaprite subito.]',
        'Avete staccato la luce a {elder}, {age} anni. [Le bollette sono pagate|È sola|Riattaccate subito].',
        'Distacco per morosità su una bolletta [già pagata|mai arrivata|di {small} euro]. [Vergogna|Incredibile|Riallacciate].',
      ],
      facts: ['Ho la ricevuta in mano.', 'Il tecnico non voleva sentire ragioni.'],
      answers: [
        'riallaccio chiesto con urgenza: la luce torna entro [stasera|domattina], il gas richiede il passaggio del tecnico {weekday}. Nessun costo per te.',
        'il pagamento era abbinato a un’altra fornitura. Sistemato, riapertura in corso: pratica {ticket}.',
      ],
      next: [
        [
          'Tornata. Ma chi mi ripaga la giornata?',
          'c’è un indennizzo di 30 euro, già inserito nella prossima bolletta.',
        ],
      ],
      joins: ['Succede solo d’inverno.', 'Chiama lo sportello del consumatore.', 'Povera signora.'],
    },
    {
      says: [
        [
          'Voglio cambiare fornitore: [c’è una penale|quanto ci vuole|resto senza luce]?',
          'nessuna penale e nessuna interruzione: si parte sempre dal primo del mese.',
        ],
        [
          'Recesso inviato {onpast}, [quando si chiude|mi arriva ancora una bolletta|serve altro]?',
          'è registrato: si chiude a fine mese, poi arriva solo la bolletta di chiusura. Non serve altro.',
        ],
        [
          'Contratto fatto al telefono da {elder}: [si può annullare?|non voleva.|come torno indietro?]',
          'entro 14 giorni si annulla senza motivo: lo facciamo noi se ci scrivi in privato il nome sul contratto.',
        ],
      ],
      facts: ['Solo la luce, il gas resta.', 'Ho firmato {weekday}.'],
      answers: [
        'nessuna penale e nessuna interruzione: si parte sempre dal primo del mese, poi arriva una bolletta di chiusura.',
        'entro 14 giorni si annulla senza motivo: lo facciamo noi se ci scrivi in privato il nome sul contratto.',
      ],
      next: [
        [
          'La bolletta di chiusura quando?',
          'entro sei settimane, con la lettura del giorno del passaggio.',
        ],
      ],
      joins: [
        'Passato a {lastmonth}, tutto liscio.',
        'Leggi bene il prezzo dopo i 12 mesi.',
        'Io sono tornata da loro 😄',
      ],
    },
  ],
};
