/** Connecting a mailbox and changing one; signatures. */
export const mailboxIt = {
  'connect.channel': 'Che cosa collegare',
  'connect.channel.facebook': 'Pagina Facebook',
  'connect.channel.email': 'Casella di posta',

  'mailbox.address': 'Indirizzo e-mail',
  'mailbox.name': 'Nome del mittente',
  'mailbox.name.hint':
    'I clienti lo vedono accanto all’indirizzo. Per esempio: Assistenza Ondalta.',
  'mailbox.look': 'Cerca i server',
  'mailbox.looking': 'Cerco i server di questo indirizzo…',
  'mailbox.check': 'Prova la connessione',
  'mailbox.testing': 'Provo la connessione…',
  'mailbox.stop': 'Interrompi',
  'mailbox.logIn': 'Accedi: {issuer}',
  'mailbox.waiting': 'Attendo il browser…',
  'mailbox.waiting.text':
    'Completa l’accesso nel browser, poi torna qui. Riscontro non vede la tua password.',
  'mailbox.way': 'Come si entra',
  'mailbox.way.browser': 'Accesso nel browser',
  'mailbox.way.password': 'Password',
  'mailbox.password': 'Password',
  'mailbox.appPassword': 'Password per le app',
  'mailbox.password.hint': 'Resta su questo computer, fra le chiavi; qui non si rivede più.',
  'mailbox.showPassword': 'Mostra la password',
  'mailbox.hidePassword': 'Nascondi la password',
  'mailbox.byHand': 'Impostazioni a mano',
  'mailbox.imap': 'Posta in arrivo (IMAP)',
  'mailbox.smtp': 'Posta in uscita (SMTP)',
  'mailbox.host': 'Server',
  'mailbox.port': 'Porta',
  'mailbox.security': 'Cifratura',
  'mailbox.security.tls': 'TLS',
  'mailbox.security.starttls': 'STARTTLS',
  'mailbox.security.none': 'Nessuna',
  'mailbox.user': 'Nome utente',

  'mailbox.found': 'Dov’è la casella',
  'mailbox.found.before':
    'Scrivi l’indirizzo: i server si cercano fra quelli conosciuti e nel DNS del dominio.',
  'mailbox.found.provider': 'I server di {provider} sono conosciuti.',
  'mailbox.found.srv': 'Lo dice il dominio stesso, nel suo DNS (record SRV).',
  'mailbox.found.mx':
    'La posta di questo dominio la riceve {provider}: lo dice il DNS (record MX).',
  'mailbox.found.guess':
    'Nessuno lo dice: sono i nomi più usati. {n, plural, one {Se ne prova uno.} other {Se ne provano #, uno dopo l’altro; la password va solo a server di questo dominio.}}',
  'mailbox.found.none':
    'Per questo indirizzo non si trova nulla. Scrivi i server a mano: li sa chi ti ha dato la casella.',
  'mailbox.found.hand':
    'Valgono i server scritti a mano. Li sa chi ti ha dato la casella, o la guida del fornitore.',
  'mailbox.promise': 'La password va solo a questi server, cifrata, e resta su questo computer.',
  'mailbox.foreign':
    'Questi server sono fuori dal dominio dell’indirizzo, e solo il DNS garantisce per loro: {hosts}. Controlla che siano quelli del tuo fornitore.',
  'mailbox.foreign.confirm': 'Sono quelli giusti',
  'mailbox.appPassword.how':
    '{provider} non accetta la password dell’account nei programmi di posta. Creane una per le app, poi incollala qui.',
  'mailbox.appPassword.open': 'Crea una password per le app: {provider}',
  'mailbox.noPassword':
    '{provider} non accetta password nei programmi di posta: accedi nel browser.',

  'mailbox.app': 'App per l’accesso',
  'mailbox.app.issuer': 'Chi fa entrare',
  'mailbox.app.issuer.google': 'Google',
  'mailbox.app.issuer.microsoft': 'Microsoft',
  'mailbox.app.issuer.other': 'Altro (OAuth 2.0)',
  'mailbox.app.how.google':
    'Serve un’app della tua azienda: in Google Cloud un client OAuth di tipo «App desktop».',
  'mailbox.app.how.microsoft':
    'Serve un’app della tua azienda: in Microsoft Entra una registrazione con il reindirizzamento http://localhost per app desktop.',
  'mailbox.app.register': 'Apri la pagina delle app',
  'mailbox.app.clientId': 'ID client',
  'mailbox.app.clientId.hint': 'Dalla pagina dell’app.',
  'mailbox.app.clientSecret': 'Segreto del client',
  'mailbox.app.clientSecret.hint':
    'Google lo vuole, Microsoft per le app desktop no. Resta su questo computer.',
  'mailbox.app.tenant': 'Directory (tenant)',
  'mailbox.app.tenant.hint': 'Facoltativo: senza, va bene qualsiasi account.',
  'mailbox.app.authorizeUrl': 'Indirizzo di autorizzazione',
  'mailbox.app.authorizeUrl.hint': 'Dove si fa l’accesso; comincia con https://.',
  'mailbox.app.tokenUrl': 'Indirizzo dei token',
  'mailbox.app.tokenUrl.hint': 'Dove l’app riceve le chiavi; comincia con https://.',
  'mailbox.app.scopes': 'Permessi (scope)',
  'mailbox.app.scopes.hint': 'Separati da spazi, come li vuole il fornitore.',

  'mailbox.test': 'Prova della connessione',
  'mailbox.tested': 'Connessione riuscita',
  'mailbox.trying': 'Tentativo {at} di {of}',
  'mailbox.step.imap_reach': 'Contatto con il server',
  'mailbox.step.imap_secure': 'Cifratura della linea',
  'mailbox.step.imap_login': 'Accesso',
  'mailbox.step.folders': 'Elenco delle cartelle',
  'mailbox.step.smtp_reach': 'Contatto con il server',
  'mailbox.step.smtp_secure': 'Cifratura della linea',
  'mailbox.step.smtp_login': 'Accesso',
  'mailbox.step.bare': 'Senza cifratura, su questo computer',
  'mailbox.state.done': 'riuscito',
  'mailbox.state.running': 'in corso',
  'mailbox.state.failed': 'non riuscito',
  'mailbox.state.waiting': 'non ancora provato',

  'mailbox.folders': 'Cartelle da leggere',
  'mailbox.folders.hint':
    'Dalla posta inviata si vede che cosa ha già risposto chi usa un altro programma.',
  'mailbox.folder.inbox': 'in arrivo',
  'mailbox.folder.sent': 'inviata',
  'mailbox.folder.trash': 'cestino',
  'mailbox.folder.junk': 'indesiderata',
  'mailbox.folder.drafts': 'bozze',
  'mailbox.folder.archive': 'archivio',
  'mailbox.folder.all': 'tutta la posta',
  'mailbox.folder.flagged': 'contrassegnata',
  'mailbox.sentFolder': 'Copia delle risposte in',
  'mailbox.sentFolder.marked': '{folder} (come indica il server)',
  'mailbox.sentFolder.unmarked': 'Come indica il server',
  'mailbox.team.standard': 'Customer Care',
  'mailbox.known':
    'Questa casella è già collegata: le nuove impostazioni prendono il posto di quelle di prima.',
  'mailbox.do': 'Collega la casella',
  'mailbox.connecting': 'Collego…',

  'mailbox.fault.address': 'Scrivi l’indirizzo per intero, per esempio assistenza@example.com.',
  'mailbox.fault.password': 'Scrivi la password.',
  'mailbox.fault.password.refused': 'Non è stata accettata. Scrivila di nuovo.',
  'mailbox.fault.foreign': 'Prima conferma che sono i server giusti, o scrivili a mano.',
  'mailbox.fault.folders': 'Scegli almeno una cartella.',
  'mailbox.fault.field.host': 'Scrivi il nome del server, senza https:// e senza porta.',
  'mailbox.fault.field.port': 'Un numero fino a 65535.',
  'mailbox.fault.field.user': 'Scrivi il nome utente: spesso è l’indirizzo intero.',
  'mailbox.fault.field.security':
    'Senza cifratura la password viaggerebbe in chiaro: si può solo verso questo computer.',
  'mailbox.fault.app.clientId': 'Scrivi l’ID client dell’app.',
  'mailbox.fault.app.authorizeUrl': 'Scrivi un indirizzo che comincia con https://.',
  'mailbox.fault.app.tokenUrl': 'Scrivi un indirizzo che comincia con https://.',
  'mailbox.fault.app.tenant': 'Controlla la directory.',
  'mailbox.fault.app.scopes': 'Controlla i permessi.',
  'mailbox.fault.security':
    'Senza cifratura la password viaggerebbe in chiaro. Scegli TLS o STARTTLS.',
  'mailbox.fault.issuer_address':
    'L’accesso nel browser vuole indirizzi che cominciano con https://. Controllali.',
  'mailbox.fault.login_cancelled': 'L’accesso è stato annullato. Riprova quando vuoi.',
  'mailbox.fault.login_failed':
    'L’accesso nel browser non è riuscito. Controlla i dati dell’app e i suoi permessi, poi riprova.',
  'mailbox.fault.login_late':
    'Nessuno ha completato l’accesso entro dieci minuti. Riprova quando vuoi.',
  'mailbox.fault.login_short':
    'L’accesso è riuscito, ma senza una chiave che duri. Fra i permessi dell’app manca l’accesso offline: aggiungilo, poi riprova.',
  'mailbox.fault.login_over': 'L’accesso è scaduto dopo dieci minuti. Accedi di nuovo.',
  'mailbox.fault.login_dead': 'L’accesso non vale più. Accedi di nuovo.',
  'mailbox.fault.app_refused':
    'Questi dati dell’app non sono accettati. Controlla ID client, segreto e indirizzo di reindirizzamento.',
  'mailbox.fault.no_browser':
    'Il browser non si è aperto. Imposta un browser predefinito, poi riprova.',
  'mailbox.fault.secret_missing': 'Su questo computer non c’è una password. Scrivila.',
  'mailbox.fault.secret_sealed':
    'La password è cifrata e il portachiavi di sistema non la apre. Sbloccalo, o scrivi la password.',
  'mailbox.fault.offline':
    'A {host}, porta {port}, non risponde nessuno. Controlla il nome, la porta e la rete.',
  'mailbox.fault.timeout':
    '{host}, porta {port}, non ha risposto in tempo. Controlla la porta: forse una rete aziendale la chiude.',
  'mailbox.fault.broke_off':
    '{host} ha interrotto la linea. Riprova; se succede ancora, controlla porta e cifratura.',
  'mailbox.fault.not_secure':
    'Con {host} non si può cifrare: alla porta {port} serve un’altra cifratura, o il certificato non è suo. Non è stata mandata nessuna password.',
  'mailbox.fault.bad_shape':
    'A {host}, porta {port}, risponde qualcos’altro che un server di posta. Controlla la porta.',
  'mailbox.fault.login.password':
    '{host} non accetta nome utente e password. Scrivi di nuovo la password; con la verifica in due passaggi ne serve una per le app.',
  'mailbox.fault.login.smtp':
    '{host} non accetta nome utente e password per inviare. La lettura funziona: controlla il nome utente della posta in uscita, e che l’invio autenticato sia permesso.',
  'mailbox.fault.login.browser':
    '{host} non accetta questo accesso. Controlla di essere entrato con questa casella e che chi amministra permetta IMAP e SMTP, poi accedi di nuovo.',
  'mailbox.fault.login.kept':
    '{host} non accetta più ciò che è custodito qui. Scrivi la nuova password, o accedi di nuovo.',
  'mailbox.fault.server': 'Con {host} e porta {port} qualcosa non va. Controllali.',
  'mailbox.fault.busy': '{host} ora non può rispondere. Riprova fra qualche minuto.',
  'mailbox.fault.refused':
    '{host} ha rifiutato. Chiedi a chi amministra la casella se IMAP e SMTP sono permessi.',

  'mailbox.servers': 'Server',
  'mailbox.pause': 'Metti in pausa',
  'mailbox.pause.tip': 'La lettura si ferma subito e riprende da dove è arrivata',
  'mailbox.resume': 'Riprendi la lettura',
  'mailbox.resume.tip': 'Legge da dove si era fermata',
  'mailbox.threads': 'Risposte senza filo',
  'mailbox.threads.headers': 'solo dalle intestazioni',
  'mailbox.threads.note':
    'Di solito le intestazioni dicono a quale conversazione appartiene una risposta. Dove un programma le perde, aiuta un contrassegno nelle tue e-mail.',
  'mailbox.threads.plus':
    'Nell’indirizzo di risposta (assistenza+7kd2qx@…), se il tuo fornitore lo consegna qui',
  'mailbox.threads.plus.short': 'indirizzo',
  'mailbox.threads.tag': 'In fondo all’oggetto: [#7KD2QX]',
  'mailbox.threads.tag.short': 'oggetto',
  'mailbox.unfiled':
    '{count, plural, one {La copia di un’e-mail inviata non è ancora nella posta inviata: si riprova da sé.} other {Le copie di # e-mail inviate non sono ancora nella posta inviata: si riprova da sé.}}',
  'mailbox.addresses': 'Indirizzi',
  'mailbox.folders.part': 'Cartelle',
  'mailbox.team': 'Team che risponde alla casella',
  'mailbox.folders.listing': 'Chiedo al server le sue cartelle…',
  'mailbox.sentFolder.byServer': 'Il server mette da sé le risposte nella posta inviata.',
  'mailbox.addresses.note':
    'Gli indirizzi che arrivano in questa casella. Il primo è il mittente abituale; si risponde da quello a cui il cliente ha scritto.',
  'mailbox.addresses.usual': 'Mittente abituale: {address}',
  'mailbox.addresses.isUsual': 'abituale',
  'mailbox.addresses.name': 'Nome del mittente per {address}',
  'mailbox.addresses.address': 'Indirizzo {address}',
  'mailbox.addresses.remove': 'Togli {address}',
  'mailbox.addresses.add': 'Aggiungi un indirizzo',
  'mailbox.fault.addresses': 'Scrivi ogni indirizzo per intero e una volta sola.',
  'mailbox.access.password': 'Con una password',
  'mailbox.access.oauth': 'Con un accesso nel browser',
  'mailbox.access.none': 'Nessuna password su questo computer',
  'mailbox.newPassword': 'Nuova password',
  'mailbox.newPassword.save': 'Prova e conserva',
  'mailbox.logInAgain': 'Accedi di nuovo',
  'mailbox.unsaved': 'Modifiche non salvate: prima di conservarle si prova la connessione.',
  'mailbox.unsaved.wrong': 'C’è un campo da correggere.',
  'mailbox.save': 'Prova e salva',
  'mailbox.saved': 'Provato e salvato.',
  'mailbox.health.password': 'Il server non accetta più la password. Scrivi quella nuova.',
  'mailbox.health.login': 'L’accesso non vale più. Accedi di nuovo.',
  'mailbox.health.not_secure':
    'La linea con il server non si può cifrare, o il certificato non è suo. Controlla i server qui sotto.',
  'mailbox.health.offline': 'Il server di posta non risponde. Si riprova da soli.',
  'mailbox.health.folder':
    'La cartella {folder} non si può leggere: forse non c’è più. Scegli le cartelle qui sotto.',
  'mailbox.remove.stays':
    'Restano: tutta la posta sul server, e i fatti già raccolti nel file dei dati e nelle copie di sicurezza.',
  'banner.mailbox.do': 'Che cosa fare',
  'settings.signatures': 'Firme',
  'signature.note':
    'Sta sotto le risposte per e-mail del team, nella lingua scelta mentre si scrive. Si salva uscendo dal campo.',
  'signature.field': 'Firma di {team}, {language}',
  'signature.language.it': 'italiano',
  'signature.language.en': 'inglese',
  'signature.preview': 'Così appare',
  'signature.preview.it': 'Buongiorno Giulia,\nil tecnico arriva domani alle nove.',
  'signature.preview.en': 'Dear Giulia,\nthe technician comes tomorrow at nine.',
  'signature.none': 'Senza firma',
  'signature.saved': 'Salvata',
  'signature.saving': 'Salvataggio…',
  'signature.undo': 'Torna a quella di prima',
  'signature.failed': 'Non è stata salvata: il testo è ancora qui.',
  'signature.loading': 'Carico le firme…',
};
