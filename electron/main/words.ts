import type { Language, ServiceFailure } from '../../shared/contract/bridge.ts';

/** The words of the shell itself: menus and the screen of a service that cannot run. */
export interface ShellWords {
  readonly menu: {
    readonly edit: string;
    readonly view: string;
    readonly window: string;
    readonly help: string;
    readonly about: string;
    readonly hide: string;
    readonly hideOthers: string;
    readonly showAll: string;
    readonly quit: string;
    readonly undo: string;
    readonly redo: string;
    readonly cut: string;
    readonly copy: string;
    readonly paste: string;
    readonly pasteText: string;
    readonly selectAll: string;
    readonly actualSize: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly fullScreen: string;
    readonly minimize: string;
    readonly zoom: string;
    readonly close: string;
    readonly logs: string;
  };
  readonly notice: {
    readonly title: string;
    /** What happened, by code; `other` for the rest. */
    readonly reasons: Readonly<Partial<Record<ServiceFailure['code'], string>>> & {
      readonly other: string;
    };
    readonly kept: string;
    readonly logs: string;
    readonly retry: string;
    readonly openLogs: string;
    readonly quit: string;
  };
}

const it: ShellWords = {
  menu: {
    edit: 'Modifica',
    view: 'Vista',
    window: 'Finestra',
    help: 'Aiuto',
    about: 'Informazioni su Riscontro',
    hide: 'Nascondi Riscontro',
    hideOthers: 'Nascondi altre',
    showAll: 'Mostra tutte',
    quit: 'Esci da Riscontro',
    undo: 'Annulla',
    redo: 'Ripeti',
    cut: 'Taglia',
    copy: 'Copia',
    paste: 'Incolla',
    pasteText: 'Incolla solo testo',
    selectAll: 'Seleziona tutto',
    actualSize: 'Dimensione normale',
    zoomIn: 'Ingrandisci',
    zoomOut: 'Riduci',
    fullScreen: 'Schermo intero',
    minimize: 'Riduci a icona',
    zoom: 'Ridimensiona',
    close: 'Chiudi finestra',
    logs: 'Apri la cartella dei registri',
  },
  notice: {
    title: 'La posta si è fermata',
    reasons: {
      crash_loop:
        'Il servizio che legge e invia i messaggi si è chiuso da solo cinque volte in cinque minuti. Non lo riavvio più finché non lo chiedi tu.',
      contract_mismatch:
        'Le parti di Riscontro installate non sono della stessa versione. Reinstalla Riscontro, poi riaprilo.',
      runtime_too_old:
        'Questo ambiente è troppo vecchio per il database di Riscontro. Avvialo senza scegliere l’ambiente, oppure aggiorna Riscontro.',
      workspace_locked:
        'Un altro programma sta usando questo spazio di lavoro: forse la riga di comando. Aspetta che finisca, poi riprova.',
      workspace_newer:
        'Questo spazio di lavoro è stato scritto da una versione più nuova di Riscontro. Aggiorna Riscontro: non ho toccato nulla.',
      workspace_damaged:
        'Il file dello spazio di lavoro è danneggiato. Non ho cancellato nulla: la copia di sicurezza più recente è nella sua cartella.',
      workspace_missing:
        'Il file dello spazio di lavoro non c’è più o è vuoto. Non ne ho creato uno nuovo al suo posto.',
      workspace_read_only:
        'Non ho il permesso di scrivere nella cartella dello spazio di lavoro. Controlla i permessi, poi riprova.',
      disk_full: 'Il disco è pieno. Libera spazio, poi riprova.',
      other: 'Il servizio che legge e invia i messaggi non riesce a partire.',
    },
    kept: 'Le risposte già messe in uscita sono salve.',
    logs: 'Che cosa è successo sta scritto qui:',
    retry: 'Riprova',
    openLogs: 'Apri la cartella',
    quit: 'Esci',
  },
};

const en: ShellWords = {
  menu: {
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    about: 'About Riscontro',
    hide: 'Hide Riscontro',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    quit: 'Quit Riscontro',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pasteText: 'Paste as text',
    selectAll: 'Select all',
    actualSize: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    minimize: 'Minimise',
    zoom: 'Zoom',
    close: 'Close window',
    logs: 'Open the log folder',
  },
  notice: {
    title: 'The inbox has stopped',
    reasons: {
      crash_loop:
        'The service that reads and sends messages ended by itself five times in five minutes. It is not restarted again until you say so.',
      contract_mismatch:
        'The installed parts of Riscontro are not of one version. Install Riscontro again, then open it.',
      runtime_too_old:
        'This runtime is too old for Riscontro’s database. Start it without choosing a host, or update Riscontro.',
      workspace_locked:
        'Another program is using this workspace, perhaps the command line. Wait until it is done, then try again.',
      workspace_newer:
        'This workspace was written by a newer Riscontro. Update Riscontro: nothing has been touched.',
      workspace_damaged:
        'The workspace file is damaged. Nothing has been deleted: the latest backup is in its folder.',
      workspace_missing:
        'The workspace file is gone or empty. No new one has been made in its place.',
      workspace_read_only:
        'Riscontro may not write to the workspace folder. Check its permissions, then try again.',
      disk_full: 'The disk is full. Free some space, then try again.',
      other: 'The service that reads and sends messages cannot start.',
    },
    kept: 'Replies already in the outbox are safe.',
    logs: 'What happened is written here:',
    retry: 'Try again',
    openLogs: 'Open the folder',
    quit: 'Quit',
  },
};

/** Returns the shell's words in the page's language. */
export const wordsOf = (language: Language): ShellWords => (language === 'it' ? it : en);
