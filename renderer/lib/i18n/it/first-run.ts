/** The first steps. */
export const firstRunIt = {
  'firstRun.title': 'Ti diamo il benvenuto',
  'firstRun.lead': 'Collega la pagina o la casella, e la posta della squadra è pronta.',
  'firstRun.page.title': 'Collega una pagina Facebook',
  'firstRun.page.text': 'Accedi con Facebook: commenti, post, menzioni, Messenger',
  'firstRun.page.paste': 'Oppure incolla una chiave',
  'firstRun.page.do': 'Collega',
  'firstRun.mailbox.title': 'Collega una casella di posta',
  'firstRun.mailbox.text': 'IMAP e SMTP, o l’accesso di Google e Microsoft',
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
};
