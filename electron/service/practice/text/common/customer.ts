/** What customers of every kind of company say around their subject. */

const hello = [
  '[Buongiorno|Buonasera|Salve|Ciao],',
  '[Buongiorno|Buonasera|Salve|Ciao],',
  '[Buongiorno a tutti|Salve a tutti|Buonasera staff],',
  'Gentile {brand},',
  'Ciao {brand}!',
];

/** How they begin, by whether they complain or only ask. */
export const GREETINGS = {
  trouble: [
    ...hello,
    'Scrivo qui perché [altrove non risponde nessuno|al telefono non si passa|non so più a chi rivolgermi].',
    '[Mi rivolgo a voi pubblicamente|Ditemi voi|Secondo voi è giusto]:',
  ],
  question: [
    ...hello,
    'Scusate [il disturbo|la domanda|se chiedo qui],',
    'Una [domanda|cosa|curiosità]:',
    'Info:',
    'Per curiosità,',
  ],
} as const;

/** How they end. */
export const DEMANDS = {
  trouble: [
    'Mi [date una mano|aiutate|rispondete] [per favore|cortesemente|gentilmente]?',
    'Attendo [una risposta|un riscontro|notizie].',
    'Cosa devo fare [adesso|a questo punto|ancora]?',
    'Fatemi sapere [grazie|per cortesia|al più presto].',
    'Vorrei una risposta [seria|chiara|vera], non il solito copia e incolla.',
    'È possibile [parlare con una persona|avere un contatto diretto|essere richiamat{o}]?',
    'Sono [stanc{o}|stuf{o}|senza parole|esasperat{o}].',
    'Se entro {weekday} non [risolvete|cambia niente|sento nessuno] [mi rivolgo altrove|passo a un altro|scrivo a un’associazione di consumatori].',
    'Rispondete [almeno|una buona volta] ai messaggi.',
    'Non [è serio|è possibile|si fa così].',
    'Roba da matti.',
    'Pazienza finita.',
  ],
  question: [
    'Grazie [in anticipo|mille|a chi risponde].',
    'Qualcuno [sa dirmelo|lo sa|mi aiuta]?',
    'Fatemi sapere, grazie.',
    'Grazie!',
    'Attendo info.',
    'Un saluto.',
  ],
} as const;

export const THANKS = [
  'Grazie mille, [gentilissimi|velocissimi|molto chiari|siete stati utili].',
  'Ok grazie, [provo|faccio così|vi aggiorno].',
  'Perfetto, grazie [{agent}|davvero|della risposta|per la disponibilità].',
  'Grazie! [Ora mi è chiaro|Speriamo bene|Tutto a posto].',
  'Ottimo, [non lo sapevo|mi avete tolto un pensiero|era così semplice…].',
  'Vi ho scritto in privato, grazie.',
  'Ho mandato i dati [in privato|in messaggio], grazie per l’attenzione.',
  'Va bene, aspetto [vostre notizie|allora].',
  'Gentili, [grazie|complimenti per la cortesia].',
  'grazie',
  '[Ok|Ricevuto], grazie.',
  'Fatto! Grazie e buona [giornata|serata|settimana].',
  'Finalmente una risposta [come si deve|utile], grazie.',
] as const;

export const ANGRY = [
  'Sempre le stesse risposte. [Intanto io aspetto|Non avete risolto niente|Basta].',
  'In privato vi ho già scritto {times} volte, [nessuno legge|zero risposte|nessuno risponde].',
  'Questo me lo avete detto anche [la settimana scorsa|{days} giorni fa|l’altra volta]. [Non è cambiato niente|E siamo ancora qui].',
  'Le scuse non [bastano|servono a niente|mi risolvono il problema].',
  'Copia e incolla. [Complimenti|Bravi|Che tristezza].',
  'Ma l’avete letto quello che ho scritto?',
  'Ancora niente. [È passato un altro giorno|Nessuno si è fatto sentire].',
  'Non ci siamo proprio. [Faccio reclamo|Procedo per altre vie|Ne riparliamo].',
  'Bella risposta… [e quindi|e io cosa faccio intanto]?',
] as const;

/** When the page asked something back, or said almost nothing. */
export const PUZZLED = [
  'Scusate, non ho capito: [devo fare qualcosa io|e quindi|chi mi contatta]?',
  'E i tempi? [Oggi|Questa settimana|Più o meno]?',
  'Vi serve altro da parte mia?',
  'Ok, ma [in pratica|concretamente] cosa devo fare?',
] as const;

export const NUDGES = [
  'Nessuno risponde?',
  'Sto ancora aspettando…',
  '[Ci siete|C’è qualcuno|Pronto]?',
  'Up',
  'Aggiornamenti?',
  'Vedo che rispondete ad altri e a me no, [come mai|perché]?',
  'Allora?',
  'Tutto [uguale|fermo|come prima] qui.',
  '?',
  'Io sono ancora qui eh',
] as const;

export const JOINS = [
  'Anche [io|a me|da me] [stesso problema|uguale|idem].',
  'Idem, {town}.',
  'Stessa [cosa|storia|situazione] qui a {town}.',
  'Pensavo di essere [l’unica|l’unico|il solo]…',
  '{starter} a te hanno [risposto|risolto] poi?',
  '{starter} prova a [scrivere in privato|mandare una PEC|chiamare la mattina presto], a me così [hanno risposto|è andata bene].',
  'Mi unisco, {since}. Rispondete anche a me?',
  'Succede anche a me, [cosa bisogna fare|come si risolve]?',
] as const;

/** Short words between people; nobody expects the page to answer. */
export const FRIENDS = [
  '{friend} [guarda qua|leggi|per te|che dici]?',
  '{friend} [questa ci serve|ci pensiamo|ne parliamo stasera] 😄',
  '{friend} [visto|hai letto] [!|?]',
  '{friend} {friend2} 😂😂',
  '{friend} era quello che [dicevo io|cercavi tu].',
  '{friend} fai vedere a [mamma|papà|Gigi|tua sorella].',
  '{friend}',
  '{friend} 👀',
] as const;

export const SPAM = [
  'Guadagna {amount}€ al giorno da casa, scrivimi in privato 👉👉',
  'Prestiti veloci da 2.000 a 50.000 euro anche a chi ha avuto problemi, contattatemi',
  'Ho trovato un metodo che funziona DAVVERO, chiedimi come 💸💸💸',
  'Vinci subito un telefono nuovo!!! clicca nel mio profilo 🎁🎁',
  'Maestro veggente risolve problemi di amore e lavoro, primo consulto gratis 🔮',
  'Seguitemi tutti ricambio sempre ❤️❤️❤️',
] as const;

/** Reactions without words or nearly so. */
export const CHATTER = [
  '👏👏👏',
  '❤️',
  'Bello!',
  'Interessante',
  '😂',
  'Buona giornata a tutti',
  '👍',
  'Bravi',
  'Mah',
  'Buon {weekday} 😊',
  '🔝',
  'Wow',
  'Ahahah',
  '…',
] as const;

export const EMOJI = {
  cross: ['😡', '🤬', '😤', '🤦‍♂️', '🤦‍♀️', '😠', '👎', '🤷‍♀️', '😩'],
  asking: ['🤔', '🙏', '🙂', '🤷‍♂️', '😅', '🙏🏻'],
  happy: ['😊', '👏', '❤️', '👍', '🔝', '😍', '🎉', '💪', '🥰'],
} as const;

export const ENGLISH_NUDGES = [
  '[Anyone|Hello] there?',
  'Still waiting…',
  'Any news?',
  'Could someone please answer?',
] as const;

export const ENGLISH_JOINS = [
  'Same here.',
  'Same problem in {town}.',
  'I had this too, they fixed it after a week.',
  'Following.',
] as const;

export const ENGLISH_THANKS = [
  'Thanks, [that helped|much appreciated|I will try that].',
  'Ok, thank you [very much|for the quick answer|].',
  'I already sent a private message, [please check|nobody answered yet|thanks].',
  'Great, thanks for the quick help.',
] as const;
