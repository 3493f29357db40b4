/** What customers of every kind of company say around their subject. */

export const GREETINGS = [
  '[Buongiorno|Buonasera|Salve|Ciao],',
  '[Buongiorno a tutti|Salve a tutti|Buonasera staff],',
  'Scusate [il disturbo|la domanda|se scrivo qui],',
  'Gentile {brand},',
  'Ciao {brand}!',
  'Senti {brand},',
  'Buongiorno, scrivo qui perché [altrove non risponde nessuno|al telefono non si passa|non so più a chi rivolgermi].',
  'Domanda:',
  'Una [domanda|cosa|curiosità]:',
  'Mi rivolgo a voi pubblicamente:',
  'Fuori tema rispetto al post ma',
  'So che non c’entra col post, però',
] as const;

export const DEMANDS = [
  'Mi [date una mano|aiutate|rispondete] [per favore|cortesemente|gentilmente]?',
  'Attendo [una risposta|un riscontro|notizie].',
  'Come devo fare?',
  'Cosa devo fare [adesso|a questo punto|ancora]?',
  'Qualcuno mi [sa dire|può rispondere|aiuta]?',
  'Fatemi sapere [grazie|per cortesia|al più presto].',
  'Vorrei una risposta [seria|chiara|vera], non il solito copia e incolla.',
  'È possibile [parlare con una persona|avere un contatto diretto|essere richiamati]?',
  'Grazie [in anticipo|mille|a chi risponde].',
  'Sono [stanco|stufa|senza parole|esasperato].',
  'Aspetto da {days} giorni [e non si è visto nessuno|senza novità|una telefonata].',
  'Se entro {weekday} non [risolvete|cambia niente|sento nessuno] [mi rivolgo altrove|passo a un altro|scrivo a un’associazione di consumatori].',
  'Rispondete [almeno|una buona volta] ai messaggi.',
  'Non [è serio|è possibile|si fa così].',
] as const;

export const THANKS = [
  'Grazie mille, [gentilissimi|velocissimi|molto chiari|siete stati utili].',
  'Ok grazie, [provo|faccio così|vi aggiorno].',
  'Perfetto, grazie [{agent}|davvero|della risposta|per la disponibilità].',
  'Grazie! [Risolto|Ora funziona|Adesso è tutto a posto].',
  'Ottimo, [non lo sapevo|mi avete tolto un pensiero|era così semplice…].',
  'Vi ho scritto in privato, grazie.',
  'Ho mandato i dati [in privato|in messaggio], grazie per l’attenzione.',
  'Va bene, aspetto [vostre notizie|la chiamata|allora].',
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
  'Ancora niente. [Sono passate {times} ore|È passato un altro giorno|Nessuno mi ha chiamato].',
  'Non ci siamo proprio. [Disdico|Faccio reclamo|Procedo per altre vie].',
  'Bella risposta… [e quindi|e io cosa faccio intanto]?',
] as const;

export const NUDGES = [
  'Nessuno risponde?',
  'Sto ancora aspettando…',
  '[Ci siete|C’è qualcuno|Pronto]?',
  'Up',
  'Aggiornamenti?',
  'Vedo che rispondete ad altri e a me no, [come mai|perché]?',
  'Allora?',
  'Passato un altro giorno, tutto [uguale|fermo|come prima].',
] as const;

export const JOINS = [
  'Anche [io|a me|da me] [stesso problema|uguale|idem].',
  'Idem, {town} {street}.',
  'Stessa [cosa|storia|situazione] qui a {town}.',
  'Pensavo di essere [l’unica|l’unico|il solo]…',
  '{starter} a te hanno [risposto|risolto] poi?',
  '{starter} prova a [scrivere in privato|mandare una PEC|chiamare la mattina presto], a me così [hanno risposto|è andata bene].',
  'Mi unisco, {since}. Rispondete anche a me?',
  'Succede anche a me, [cosa bisogna fare|come si risolve]?',
  'A {relative} è successo lo stesso, ci sono voluti {months} mesi.',
  'Tranquilla, con me hanno fatto presto.',
] as const;

/** Short words between people; nobody expects the page to answer. */
export const FRIENDS = [
  '{friend} [guarda qua|leggi|per te|che dici]?',
  '{friend} [questa ci serve|ci pensiamo|ne parliamo stasera] 😄',
  '{friend} [visto|hai letto] [!|?]',
  '{friend} {friend2} 😂😂',
  '{friend} era quello che [dicevo io|cercavi tu].',
  '{friend} fai vedere a [mamma|papà|Gigi|tua sorella].',
] as const;

export const SPAM = [
  'Guadagna {amount}€ al giorno da casa, scrivimi in privato 👉👉',
  'Prestiti veloci da 2.000 a 50.000 euro anche a chi ha avuto problemi, contattatemi su WhatsApp',
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
  'Che bella foto!',
  '…',
] as const;

export const EMOJI = {
  cross: ['😡', '🤬', '😤', '🤦‍♂️', '🤦‍♀️', '😠', '👎', '🤷‍♀️', '😩'],
  asking: ['🤔', '🙏', '🙂', '🤷‍♂️', '😅', '🙏🏻'],
  happy: ['😊', '👏', '❤️', '👍', '🔝', '😍', '🎉', '💪', '🥰'],
} as const;

export const ENGLISH_THANKS = [
  'Thanks, [that helped|much appreciated|I will try that].',
  'Ok, thank you [very much|for the quick answer|].',
  'I already sent a private message, [please check|nobody answered yet|thanks].',
  'Great, it works now. Thanks!',
] as const;
