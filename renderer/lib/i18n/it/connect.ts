/** Connecting a page: the form, the pages of a login, what permissions are for. */
export const connectIt = {
  'connect.title': 'Collega un account',
  'connect.renew': 'Ricollega {name}',
  'connect.pageId': 'Identificativo della pagina',
  'connect.pageId.hint':
    'Facoltativo con una chiave utente. È un numero: nella pagina, in Informazioni, Trasparenza della Pagina.',
  'connect.token': 'Chiave di accesso',
  'connect.token.hint': 'Resta su questo computer. Comincia di solito con EAA.',
  'connect.team': 'Chi risponde',
  'connect.team.standard': 'Secondo le regole (menzioni a Comunicazione)',
  'connect.graphUrl': 'Indirizzo dell’API Graph',
  'connect.graphUrl.hint': 'Di solito va bene così.',
  'connect.do': 'Controlla e collega',
  'connect.renew.do': 'Controlla e ricollega',
  'connect.checking': 'Controllo con la pagina…',
  'connect.cancel': 'Indietro',
  'connect.permissions': 'Permessi che servono, e perché',
  'connect.fault.token.missing': 'Incolla la chiave di accesso.',
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
  'connect.way': 'Come collegare',
  'connect.way.login': 'Accedi con Facebook',
  'connect.way.token': 'Incolla una chiave',
  'connect.appId': 'ID dell’app Meta',
  'connect.appId.hint': 'Un numero: l’app della tua azienda, in Impostazioni, Di base.',
  'connect.appSecret': 'Chiave segreta dell’app',
  'connect.appSecret.hint': 'Resta su questo computer, fra le chiavi; qui non si rivede più.',
  'connect.showSecret': 'Mostra la chiave',
  'connect.hideSecret': 'Nascondi la chiave',
  'connect.logIn': 'Accedi con Facebook',
  'connect.listPages': 'Elenca le pagine',
  'connect.waiting':
    'Completa l’accesso nella finestra di Facebook. Riscontro non vede la tua password.',
  'connect.waiting.leave': 'Annulla l’accesso',
  'connect.help.login': 'Come si prepara l’app',
  'connect.help.login.1':
    'Su developers.facebook.com crea un’app di tipo Azienda, o usa quella della tua azienda, e aggiungi «Facebook Login for Business».',
  'connect.help.login.2': 'Fra gli URI di reindirizzamento OAuth validi scrivi questo indirizzo:',
  'connect.help.login.3':
    'Copia qui ID e chiave segreta, poi accedi con un profilo che gestisce le pagine.',
  'connect.help.login.open': 'Apri le app su Meta for Developers',
  'connect.help.live':
    'L’app deve essere in modalità Live: le risposte di un’app in fase di sviluppo i clienti possono non vederle.',
  'connect.help.token': 'Dove si prende la chiave',
  'connect.help.token.1':
    'Apri Graph API Explorer con un profilo che gestisce la pagina, e scegli l’app della tua azienda.',
  'connect.help.token.2':
    'Concedi i permessi qui sotto. Una chiave utente elenca le tue pagine; con la chiave di una pagina scrivi anche il suo identificativo.',
  'connect.help.token.3':
    'Una chiave di prova dura un’ora: per l’uso di tutti i giorni accedi con Facebook, o fattene dare una che non scade.',
  'connect.help.token.open': 'Apri Graph API Explorer',
  'connect.fault.appId.missing': 'Scrivi l’ID dell’app.',
  'connect.fault.appSecret.missing': 'Scrivi la chiave segreta dell’app.',
  'connect.fault.appSecret.app_refused':
    'Facebook non accetta questa coppia. Controlla l’ID e riscrivi la chiave segreta.',
  'connect.fault.token.wrong_token_kind':
    'Questa chiave è di una persona. Togli l’identificativo qui sotto per scegliere fra le sue pagine.',
  'connect.fault.login_over': 'L’accesso è scaduto dopo dieci minuti. Accedi di nuovo.',
  'connect.fault.no_window': 'Qui non si può aprire la finestra di accesso. Incolla una chiave.',

  'chooser.lead':
    '{n, plural, one {Con questo accesso gestisci # pagina.} other {Con questo accesso gestisci # pagine. Scegli quali collegare.}}',
  'chooser.search': 'Cerca per nome o identificativo',
  'chooser.pages': 'Pagine',
  'chooser.parts': 'Altre pagine',
  'chooser.part': '{part} di {parts}, {total} pagine',
  'chooser.previous': 'Pagine precedenti',
  'chooser.next': 'Pagine successive',
  'chooser.connected': 'già collegata',
  'chooser.lacks.MODERATE':
    'Non hai il compito «Moderare»: i commenti resterebbero senza nome e non potresti rispondere, nascondere o eliminare.',
  'chooser.lacks.CREATE_CONTENT':
    'Non hai il compito «Creare contenuti»: niente «Mi piace» e post della pagina.',
  'chooser.lacks.MESSAGING':
    'Non hai il compito «Messaggi»: Messenger e le risposte private non funzionerebbero.',
  'chooser.do':
    '{n, plural, =0 {Scegli una pagina} one {Collega # pagina} other {Collega # pagine}}',
  'chooser.notFound': 'Nessuna pagina con queste parole.',
  'chooser.none': 'Nessuna pagina',
  'chooser.none.text':
    'Chi ha fatto l’accesso non gestisce pagine, o non le ha scelte nella finestra di Facebook. Accedi di nuovo e selezionale.',

  'permission.title': 'Permessi',
  'permission.summary.all': 'Tutti concessi ({n})',
  'permission.summary.unknown': 'Facebook non ha ancora detto quali ci sono',
  'permission.summary.missing':
    '{n, plural, one {Ne manca #: {names}} other {Ne mancano #: {names}}}',
  'permission.granted': 'concesso',
  'permission.missing': 'manca',
  'permission.unknown': 'non si sa',
  'permission.sources': 'Fonti: {names}.',
  'permission.actions': 'Azioni: {names}.',
  'permission.how':
    'Per concederli ricollega la pagina e nella finestra di Facebook lascia tutte le voci attive. Se una voce non compare, va aggiunta all’app su Meta for Developers.',
  'permission.pages_show_list': 'sapere quali pagine gestisci',
  'permission.pages_read_engagement': 'leggere i post della pagina e quel che vi succede',
  'permission.pages_read_user_content':
    'leggere commenti, post e recensioni dei visitatori, con i nomi',
  'permission.pages_manage_engagement':
    'rispondere, nascondere, eliminare e mettere «Mi piace» ai commenti',
  'permission.pages_manage_metadata': 'seguire le conversazioni di Messenger della pagina',
  'permission.pages_messaging': 'leggere Messenger e scrivere in privato',
  'permission.instagram_basic': 'sapere quale account Instagram è collegato e leggerne i post',
  'permission.instagram_manage_comments': 'leggere i commenti su Instagram e rispondere',
  'permission.ads_read': 'leggere i commenti sotto le inserzioni',
  'permission.other': 'richiesto da Facebook',
  'permission.action.reply': 'rispondere',
  'permission.action.private_reply': 'rispondere in privato',
  'permission.action.message': 'scrivere in Messenger',
  'permission.action.edit': 'correggere',
  'permission.action.delete': 'eliminare',
  'permission.action.hide': 'nascondere',
  'permission.action.unhide': 'mostrare di nuovo',
  'permission.action.like': 'mettere «Mi piace»',
  'permission.action.unlike': 'togliere «Mi piace»',
  'permission.action.block': 'bloccare',
  'permission.action.unblock': 'sbloccare',
};
