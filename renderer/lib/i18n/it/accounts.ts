/** The connected accounts: how each is read, what it costs, what is wrong. */
export const accountsIt = {
  'account.connect': 'Collega un account',
  'account.none.title': 'Nessun account',
  'account.none.text':
    'Collega una pagina Facebook o una casella di posta per ricevere qui ciò che scrivono i clienti.',
  'account.channel.facebook': 'Pagina Facebook',
  'account.channel.instagram': 'Instagram',
  'account.channel.messenger': 'Messenger',
  'account.channel.email': 'E-mail',
  'account.channel.helpdesk': 'Helpdesk',
  'account.practice': 'Pagina di esercitazione',
  'account.health.ok': '{what}, tutto in ordine',
  'account.health.reading':
    'Lettura in corso{n, plural, =0 {} one {, # elemento finora} other {, # elementi finora}}',
  'account.health.gap': 'Lettura ferma da {since}. {why}',
  'account.health.usage': 'Limite della piattaforma usato al {percent}.',
  'account.health.setAside':
    '{n, plural, one {# elemento messo da parte.} other {# elementi messi da parte.}}',
  'account.health.lack':
    '{n, plural, one {Manca un permesso, resta fuori: {names}.} other {Mancano permessi, restano fuori: {names}.}}',
  'account.health.offline': 'Non in linea, letto fino a {when}',
  'account.more': 'Dettagli di {name}',
  'account.syncNow': 'Leggi adesso',
  'account.remove': 'Rimuovi…',
  'account.fact.id': 'Identificativo',
  'account.fact.address': 'Indirizzo',
  'account.fact.team': 'Team',
  'account.token.sealed': 'Chiusa nel portachiavi del sistema',
  'account.token.plain':
    'Senza portachiavi: in un file che può leggere solo il tuo utente, non cifrato',
  'account.fact.read': 'Ultima lettura',
  'account.fact.setAside': 'Messi da parte',
  'account.fact.gaps': 'Buchi',
  'account.read.never': 'Non ancora letta per intero',
  'account.read.next': 'la prossima fra {duration}',
  'account.read.nextSoon': 'la prossima fra poco',
  'account.counts':
    '{conversations, plural, one {# conversazione} other {# conversazioni}}, {messages, plural, one {# messaggio} other {# messaggi}}',
  'account.usage.unknown': 'La piattaforma non lo ha ancora detto',
  'account.usage.bar': 'Limite della piattaforma usato al {percent}',
  'account.setAside.none': 'Nessuno',
  'account.setAside.noId': 'senza identificativo',
  'account.setAside.why':
    'Sono arrivati in una forma che non si lascia leggere. Tutto il resto è stato letto; si riprova a ogni lettura completa.',
  'account.reason.item_bad_shape': 'Forma non prevista',
  'account.reason.item_bad_date': 'Data impossibile',
  'account.reason.item_no_id': 'Senza identificativo',
  'account.reason.other': 'Non leggibile',
  'account.gaps.none': 'Nessuno negli ultimi 30 giorni',
  'account.gaps.more': 'e {n, plural, one {un altro} other {altri #}}, negli ultimi 30 giorni',
  'account.gap': 'da {from} a {to}',
  'account.gap.why.offline': 'rete assente',
  'account.gap.why.throttled': 'limite della piattaforma',
  'account.gap.why.token_dead': 'chiave non valida',
  'account.gap.why.permission_missing': 'permesso mancante',
  'account.gap.why.secret': 'chiave non disponibile',
  'account.gap.why.other': 'il server non ha risposto bene',
  'account.error.token_dead': 'La chiave di accesso non vale più: è scaduta o è stata revocata.',
  'account.error.permission_missing':
    'Alla chiave di accesso manca un permesso. Rinnovala concedendo tutti quelli richiesti.',
  'account.error.secret_missing': 'La chiave di accesso non è su questo computer.',
  'account.error.secret_sealed':
    'Il portachiavi del sistema non apre la chiave di accesso. Sbloccalo, oppure rinnova la chiave.',
  'account.error.openLogs': 'Apri i registri',
  'account.remove.title': 'Rimuovere {name}?',
  'account.remove.goes':
    'Spariscono da questo computer: il collegamento con la sua chiave, e le sue conversazioni da elenco, ricerca e statistiche.',
  'account.remove.stays':
    'Restano: tutto ciò che è sulla pagina Facebook, e i fatti già raccolti nel file dei dati e nelle copie di sicurezza.',
  'account.remove.do': 'Rimuovi l’account',
  'account.remove.keep': 'Tienilo',
  'account.remove.conflict':
    'Una risposta di questa pagina sta partendo. Aspetta che arrivi, oppure annullala in «Inviati e in uscita», poi riprova.',
  'account.facts': 'Dettagli',
  'account.reconnect': 'Ricollega',
  'account.reconnect.otherPerson':
    'Chi ha fatto l’accesso non gestisce questa pagina, o non l’ha scelta nella finestra di Facebook. Riprova con il profilo giusto.',
  'account.gaps.means':
    'Un buco è un tratto che non è stato letto in tempo. Se una lettura completa arriva dopo, i messaggi ci sono tutti: resta detto che erano in ritardo.',
  'account.gaps.allLater':
    '{n, plural, one {Uno, letto più tardi} other {#, tutti letti più tardi}}',
  'account.gaps.open': '{n, plural, one {# aperto} other {# aperti}} su {all}',
  'account.gap.open': 'ancora aperto',
  'account.gap.filled': 'letto più tardi, {when}',
  'account.gap.why.asleep': 'computer in sospensione',
  'account.gap.why.not_running': 'Riscontro chiuso',
  'account.gap.why.usage_high': 'limite quasi esaurito',
  'account.gap.why.source_unavailable': 'fonte non disponibile',
  'account.gap.why.wrong_token_kind': 'chiave di una persona',
  'account.setAside.means':
    'Qui finisce ciò che arriva in una forma che non si lascia leggere, con il motivo.',

  'source.title': 'Fonti',
  'source.posts': 'Post e bacheca',
  'source.comments': 'Commenti',
  'source.visitor_posts': 'Post dei visitatori',
  'source.mentions': 'Menzioni',
  'source.ads': 'Inserzioni',
  'source.reels': 'Reel',
  'source.reviews': 'Recensioni',
  'source.messenger': 'Messenger',
  'source.instagram': 'Instagram',
  'source.mail': 'E-mail',
  'source.read': 'Leggi: {name}',
  'source.state.off': 'Spenta: non viene letta',
  'source.state.ok': 'In ordine',
  'source.state.through': 'Letta fino alle {when}',
  'source.state.waiting': 'Non ancora letta',
  'source.state.reading': 'Lettura in corso',
  'source.state.held': 'In pausa',
  'source.state.heldUntil': 'In pausa fino alle {when}',
  'source.state.permission': 'Manca un permesso. Ricollega la pagina concedendolo',
  'source.state.missing': 'Permessi che mancano: {names}. Ricollega la pagina',
  'source.state.unavailable': 'Facebook non la offre per questa pagina',
  'source.state.error': 'L’ultima lettura non è riuscita',
  'source.through': 'letta fino alle {when}',
  'source.next': 'la prossima fra {duration}',
  'source.nextSoon': 'la prossima fra meno di un minuto',
  'source.callsAnHour': '{n, plural, one {# chiamata/h} other {{shown} chiamate/h}}',
  'source.calls':
    '{n, plural, =0 {nessuna chiamata nell’ultima ora} one {# chiamata nell’ultima ora} other {{shown} chiamate nell’ultima ora}}',
  'coverage.span': 'Periodo',
  'coverage.span.day': '24 ore',
  'coverage.span.week': '7 giorni',
  'coverage.legend.read': 'letto',
  'coverage.legend.late': 'letto più tardi',
  'coverage.legend.gap': 'buco',
  'coverage.read': 'Letto da {from} a {to}',
  'coverage.late': 'Letto più tardi: da {from} a {to}, {why}',
  'coverage.gap': 'Buco da {from} a {to}: {why}',

  'token.title': 'Accesso',
  'token.kind.page': 'Chiave della pagina',
  'token.kind.user': 'Chiave di una persona',
  'token.kind.unknown': 'Chiave',
  'token.noEnd': 'non scade',
  'token.until':
    '{days, plural, =0 {scade oggi} one {scade domani, {date}} other {scade il {date}, fra # giorni}}',
  'token.unchecked': 'Non ancora controllata',
  'token.neverChecked': 'Facebook non ha ancora detto quanto vale.',
  'token.checked': 'Controllata: {when}.',
  'token.check': 'Controlla adesso',
  'token.checking': 'Controllo…',
  'token.app': 'App {id}.',
  'token.noApp': 'L’app da cui viene non è nota.',
  'token.canLogIn': 'Si rinnova con un accesso.',
  'token.mustPaste': 'Si rinnova incollandone un’altra o accedendo con Facebook.',
  'token.isUser':
    'È la chiave di una persona: con essa Facebook mostra elenchi vuoti. Ricollega la pagina.',
  'token.trouble.app_removed':
    'L’app è stata tolta dal profilo che aveva fatto l’accesso. Ricollega la pagina.',
  'token.trouble.checkpoint':
    'Facebook chiede una verifica a chi aveva fatto l’accesso. Fatela su facebook.com, poi ricollega la pagina.',
  'token.trouble.password_changed':
    'La password di chi aveva fatto l’accesso è cambiata. Ricollega la pagina.',
  'token.trouble.expired': 'L’accesso è scaduto. Ricollega la pagina.',
  'token.trouble.role_lost':
    'Chi aveva fatto l’accesso non ha più un ruolo sulla pagina. Ricollega con chi ce l’ha.',
  'token.trouble.invalid': 'La chiave di accesso non vale più. Ricollega la pagina.',

  'spend.title': 'Ritmo',
  'spend.pace.usual': 'Normale',
  'spend.pace.slow': 'Rallentato',
  'spend.pace.open_only': 'Solo le conversazioni in attesa',
  'spend.pace.held': 'Fermo: Facebook ha chiesto di rallentare',
  'spend.pace.heldUntil': 'Fermo fino alle {when}',
  'spend.usage': '{percent} del limite',
  'spend.explain.usual':
    'I post nuovi si cercano ogni minuto, quelli vecchi ogni 12 minuti; ogni notte si rilegge tutto.',
  'spend.explain.slow':
    'Il limite di Facebook è usato per tre quarti: fra una lettura e l’altra passa il doppio del tempo.',
  'spend.explain.open_only':
    'Il limite di Facebook è quasi esaurito: si rileggono solo le conversazioni che aspettano una risposta. Il resto riprende da solo.',
  'spend.explain.held':
    'Finché dura la pausa non si legge e non si invia nulla: insistere la allungherebbe. Quello che scrivi resta in uscita e parte da solo.',
  'spend.calls': 'Chiamate per fonte',
  'spend.all': 'In tutto',
  'spend.day': '{n} nelle ultime 24 ore',

  'banner.offline':
    'Non in linea: si vede quello che c’era fino alle {when}. {outgoing, plural, =0 {Quello che invii aspetta in uscita.} one {# risposta aspetta in uscita.} other {# risposte aspettano in uscita.}}',
  'banner.offline.never':
    'Non in linea. {outgoing, plural, =0 {Quello che invii aspetta in uscita.} one {# risposta aspetta in uscita.} other {# risposte aspettano in uscita.}}',
  'banner.outbox': 'Guarda in uscita',
  'banner.throttled':
    'Facebook ha chiesto di rallentare: {name} riprende {when, select, none {da sola} other {alle {when}}}. {outgoing, plural, =0 {Quello che invii parte allora.} one {# risposta parte allora.} other {# risposte partono allora.}}',
  'banner.throttled.do': 'Perché',
  'banner.token':
    '{name} non si legge più. {why} {outgoing, plural, =0 {} one {# risposta aspetta in uscita.} other {# risposte aspettano in uscita.}}',
  'banner.permission': 'A {name} manca {permissions}. Resta fuori: {sources}.',
  'banner.permission.unnamed': 'A {name} manca un permesso. Resta fuori: {sources}.',
  'banner.permission.do': 'Che cosa fare',
  'banner.usage':
    'Limite di Facebook quasi esaurito: di {name} si leggono solo le conversazioni in attesa.',
};
