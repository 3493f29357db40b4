/** What went wrong, then the way out. One entry per code of `shared/kernel/app-error.ts`. */
export const errorsIt = {
  'error.bad_input':
    'Qualcosa in questi dati non va bene. Controlla i campi evidenziati e riprova.',
  'error.not_found': 'Questo elemento non c’è più. Aggiorna l’elenco.',
  'error.conflict':
    'Nel frattempo è cambiato qualcosa. Guarda lo stato attuale, poi decidi se riprovare.',
  'error.not_allowed': 'Qui non si può fare. Usa un account che ne ha il permesso.',
  'error.workspace_locked':
    'Riscontro è già aperto su questa cartella di lavoro. Usa l’altra finestra, oppure chiudila e riprova.',
  'error.workspace_newer':
    'Questi dati vengono da una versione più recente. Aggiorna Riscontro: non è stato toccato nulla.',
  'error.workspace_damaged':
    'Il file dei dati è danneggiato. Ripristina l’ultima copia di sicurezza: il file originale resta dov’è.',
  'error.workspace_missing':
    'La cartella di lavoro non si trova. Ricollega il disco che la contiene, poi riprova.',
  'error.workspace_read_only':
    'Nella cartella di lavoro non si può scrivere. Controlla i permessi, poi riprova.',
  'error.disk_full':
    'Il disco è pieno e non si può salvare. Libera spazio: quello che scrivi resta qui.',
  'error.runtime_too_old':
    'Il programma di base è troppo vecchio per i dati. Reinstalla Riscontro dalla versione attuale.',
  'error.service_restarting':
    'Il servizio della posta si sta riavviando e non ha ricevuto la richiesta. Riprova fra poco: il testo è ancora qui.',
  'error.service_stopped':
    'Il servizio della posta è fermo. Riavvialo dalla schermata di avviso: il testo è ancora qui.',
  'error.offline': 'La rete non risponde. Riprova quando torna la linea: non si perde nulla.',
  'error.timeout': 'Il server non ha risposto in tempo. Riproviamo da soli fra poco.',
  'error.server_error': 'Il server ha avuto un problema. Riproviamo da soli fra poco.',
  'error.not_json':
    'Dal server è arrivata una pagina web invece dei dati. Controlla l’indirizzo e la rete (proxy, accesso Wi-Fi).',
  'error.empty_answer': 'Dal server è arrivata una risposta vuota. Riproviamo da soli fra poco.',
  'error.cut_answer': 'La risposta del server si è interrotta a metà. Riproviamo da soli fra poco.',
  'error.bad_shape':
    'I dati ricevuti non hanno la forma prevista. Il resto è stato letto; aggiorna Riscontro se continua.',
  'error.endless_paging':
    'Il server ripeteva sempre la stessa pagina di risultati. La lettura si è fermata: riprova più tardi.',
  'error.throttled': 'Il server ha chiesto di rallentare. Si riprende da soli fra poco.',
  'error.token_dead':
    'La chiave di accesso o la password non vale più. Ricollega l’account in Impostazioni, Account.',
  'error.permission_missing':
    'Alla chiave di accesso manca un permesso. Ricollega la pagina e concedi tutti i permessi richiesti.',
  'error.object_gone':
    'Quello che serviva non c’è più: il commento, il post o la cartella di posta. Controlla dove si trovava, poi decidi.',
  'error.duplicate':
    'Facebook dice che lo stesso testo è già stato pubblicato. Controlla il thread, poi cambia il testo se serve.',
  'error.blocked':
    'Facebook ha bloccato temporaneamente la pubblicazione. Aspetta qualche ora, poi riprova.',
  'error.refused':
    'La risposta è stata rifiutata. Controlla testo, allegati e destinatari, poi invia di nuovo.',
  'error.unknown_outcome':
    'Non sappiamo se la risposta è arrivata. Controlla sulla pagina o nella posta inviata, poi decidi.',
  'error.not_secure':
    'Non si è potuta stabilire una connessione sicura con il server, o il suo certificato non è attendibile. Controlla nome, porta e cifratura.',
  'error.wrong_token_kind':
    'Questa chiave è di una persona, non di una pagina: con essa Facebook mostra elenchi vuoti. Ricollega la pagina.',
  'error.source_unavailable':
    'Facebook non offre più questa fonte. Il resto viene letto come sempre.',
  'error.asleep':
    'Il computer era in sospensione. Quello che è successo nel frattempo viene letto adesso.',
  'error.not_running':
    'Riscontro era chiuso. Quello che è successo nel frattempo viene letto adesso.',
  'error.usage_high':
    'La quota di chiamate è quasi esaurita: per ora si leggono solo le conversazioni in attesa.',
  'error.window_closed':
    'È passato troppo tempo dall’ultimo messaggio del cliente: Facebook non accetta più messaggi privati qui. Rispondi in pubblico.',
  'error.already_replied':
    'A questo commento è già stata data una risposta privata: Facebook ne accetta una sola. Continua in Messenger.',
  'error.login_cancelled':
    'L’accesso è stato annullato. Riprova quando vuoi: non è cambiato nulla.',
  'error.login_failed':
    'L’accesso non è riuscito. Riprova; se non va, collega l’account in un altro modo.',
  'error.app_refused':
    'I dati dell’app non vengono accettati. Controlla ID e chiave segreta dell’app.',
  'error.image_too_large': 'L’immagine supera i 10 MB. Scegline una più piccola.',
  'error.image_bad_type':
    'Si possono allegare immagini JPEG, PNG, GIF o WebP. Scegli un altro file.',
  'error.image_missing':
    'L’immagine allegata non si trova più su questo computer. Allegala di nuovo, poi invia.',
  'error.mail_missing':
    'La mail intera non è su questo computer: era troppo grande o il suo file non c’è più. Aprila nella casella di posta.',
  'error.folder_unwritable': 'In questa cartella non si può salvare il file. Scegline un’altra.',
  'error.files_too_large':
    'Gli allegati superano in tutto i 20 MB. Togline qualcuno, o condividili con un link.',
  'error.files_too_many': 'A una mail si possono allegare al massimo 10 file. Togline qualcuno.',
  'error.file_missing':
    'Un file allegato non si trova più su questo computer. Allegalo di nuovo, poi invia.',
  'error.item_bad_shape':
    'Un elemento non si lascia leggere ed è stato messo da parte. Il resto è arrivato.',
  'error.item_bad_date':
    'Un elemento ha una data impossibile ed è stato messo da parte. Il resto è arrivato.',
  'error.item_no_id':
    'Un elemento non ha un identificativo ed è stato messo da parte. Il resto è arrivato.',
  'error.new_message_arrived':
    'Prima dell’invio è arrivato un nuovo messaggio. Leggilo, poi decidi se la risposta va ancora bene.',
  'error.answered_meanwhile':
    'Prima dell’invio qualcun altro ha risposto. Leggi la sua risposta, poi decidi.',
  'error.message_vanished':
    'Il messaggio a cui rispondevi è sparito prima dell’invio. Copia il testo altrove o scarta la risposta.',
  'error.text_empty': 'Il testo è vuoto. Scrivi qualcosa, poi invia.',
  'error.text_too_long': 'Il testo è troppo lungo per questo canale. Accorcialo, poi invia.',
  'error.secret_missing':
    'La chiave di accesso o la password non è su questo computer. Ricollega l’account in Impostazioni, Account.',
  'error.secret_sealed':
    'La chiave di accesso è cifrata e il portachiavi di sistema non la apre. Sblocca il portachiavi o ricollega la pagina.',
  'error.internal':
    'È un errore nostro. Riprova; se continua, apri i registri e mandali a chi segue Riscontro.',
};
