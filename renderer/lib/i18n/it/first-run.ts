/** The first steps, and the form that connects a page. */
export const firstRunIt = {
  'firstRun.title': 'Ti diamo il benvenuto',
  'firstRun.lead': 'Collega la pagina e la posta della squadra è pronta.',
  'firstRun.page.title': 'Collega una pagina Facebook',
  'firstRun.page.text': 'Commenti, post dei visitatori, menzioni',
  'firstRun.page.do': 'Collega',
  'firstRun.rules.title': 'Orari e scadenze',
  'firstRun.rules.ready': 'Già pronti: {target}, {hours}',
  'firstRun.rules.reading': 'Già pronti',
  'firstRun.rules.do': 'Modifica',
  'firstRun.rules.target.minutes.business':
    '{n, plural, one {# minuto lavorativo} other {# minuti lavorativi}}',
  'firstRun.rules.target.hours.business':
    '{n, plural, one {# ora lavorativa} other {# ore lavorative}}',
  'firstRun.rules.target.minutes.calendar':
    '{n, plural, one {# minuto di calendario} other {# minuti di calendario}}',
  'firstRun.rules.target.hours.calendar':
    '{n, plural, one {# ora di calendario} other {# ore di calendario}}',
  'firstRun.rules.target.none': 'nessuna scadenza',
  'firstRun.rules.and': '{most} e {last}',
  'firstRun.rules.closed': 'sempre chiuso',
  'firstRun.local': 'Messaggi e chiavi restano su questo computer.',
  'firstRun.practice': 'Prova con dati di esempio',
  'firstRun.practice.starting': 'Preparo la pagina di esempio…',
  'firstRun.practice.failed': 'La pagina di esempio non è partita.',
  'firstRun.reading.title': 'Prima lettura in corso',
  'firstRun.reading.text':
    'Le conversazioni compaiono a sinistra man mano, la scadenza più vicina in alto.',
  'firstRun.reading.items':
    '{n, plural, =0 {In attesa della prima risposta…} one {# elemento letto} other {# elementi letti}}',
  'firstRun.stopped.title': 'La prima lettura si è fermata',
  'firstRun.stopped.accounts': 'Apri gli account',

  'connect.title': 'Collega una pagina Facebook',
  'connect.renew': 'Rinnova la chiave di {name}',
  'connect.pageId': 'Identificativo della pagina',
  'connect.pageId.hint':
    'Un numero. Lo trovi nella pagina, in Informazioni, Trasparenza della Pagina.',
  'connect.token': 'Chiave di accesso della pagina',
  'connect.token.hint': 'Resta su questo computer. Comincia di solito con EAA.',
  'connect.token.show': 'Mostra la chiave',
  'connect.token.hide': 'Nascondi la chiave',
  'connect.team': 'Chi risponde',
  'connect.team.standard': 'Secondo le regole (menzioni a Comunicazione)',
  'connect.graphUrl': 'Indirizzo dell’API Graph',
  'connect.graphUrl.hint': 'Di solito va bene così.',
  'connect.do': 'Controlla e collega',
  'connect.renew.do': 'Controlla e rinnova',
  'connect.checking': 'Controllo con la pagina…',
  'connect.cancel': 'Indietro',
  'connect.help': 'Dove si prende la chiave',
  'connect.help.1':
    'Apri Graph API Explorer con un profilo che gestisce la pagina, e scegli l’app della tua azienda.',
  'connect.help.2': 'In «User or Page» scegli la pagina e concedi i permessi qui sotto.',
  'connect.help.3':
    'Copia la chiave. Una chiave di prova dura un’ora: per l’uso di tutti i giorni fattene dare una che non scade da chi amministra l’app.',
  'connect.help.open': 'Apri Graph API Explorer',
  'connect.permissions': 'Permessi che servono, e perché',
  'connect.permission.pages_show_list': 'sapere quale pagina è',
  'connect.permission.pages_read_engagement': 'leggere i post della pagina',
  'connect.permission.pages_read_user_content':
    'leggere commenti e post dei visitatori, con i nomi',
  'connect.permission.pages_manage_engagement': 'rispondere ai commenti',
  'connect.fault.pageId.missing': 'Scrivi l’identificativo della pagina.',
  'connect.fault.token.missing': 'Incolla la chiave di accesso della pagina.',
  'connect.fault.graphUrl.not_an_address':
    'Questo non è un indirizzo. Deve cominciare con https://.',
  'connect.fault.graphUrl.not_encrypted':
    'Senza https la chiave viaggerebbe in chiaro. Scrivi un indirizzo che comincia con https://.',
  'connect.fault.pageId.bad_input':
    'Questa chiave apre un’altra pagina. Controlla l’identificativo, oppure prendi la chiave di questa pagina.',
  'connect.fault.pageId.object_gone':
    'Con questa chiave la pagina non si trova. Controlla l’identificativo.',
  'connect.fault.pageId.refused':
    'La piattaforma non riconosce questa pagina. Controlla l’identificativo e l’indirizzo qui sotto.',
  'connect.fault.token.token_dead':
    'La chiave non vale: scaduta, revocata o copiata a metà. Creane una nuova e incollala qui.',
  'connect.fault.token.permission_missing':
    'Alla chiave manca un permesso. Concedi quelli elencati qui sotto, poi incolla la nuova chiave.',
  'connect.fault.graphUrl.offline':
    'A questo indirizzo non risponde nessuno. Controlla la rete e l’indirizzo, poi riprova.',
  'connect.fault.graphUrl.timeout':
    'L’indirizzo non ha risposto in tempo. Controlla la rete e riprova.',
  'connect.fault.graphUrl.server_error':
    'Il server a questo indirizzo ha avuto un problema. Riprova fra poco.',
  'connect.fault.graphUrl.other':
    'A questo indirizzo risponde qualcos’altro. Controllalo, e controlla la rete (proxy, accesso Wi-Fi).',
};
