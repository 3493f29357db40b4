import type { Language, MenuCommand } from '../../shared/contract/bridge.ts';

/** The words of the shell itself: menus, and the notice of a page that does not open. */
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
  /** Items that run a command of the page. */
  readonly commands: Readonly<Record<MenuCommand, string>>;
  readonly notice: {
    readonly title: string;
    readonly text: string;
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
  commands: {
    'area.inbox': 'Posta',
    'area.position': 'Posizione',
    'area.settings': 'Impostazioni',
    palette: 'Cerca o esegui un comando',
    sync: 'Leggi ora',
    help: 'Scorciatoie da tastiera',
  },
  notice: {
    title: 'La finestra non si apre',
    text: 'La pagina di Riscontro si è chiusa da sola più volte, o i suoi file non si leggono. Riprova; se non basta, reinstalla Riscontro.',
    kept: 'Bozze e risposte già messe in uscita sono salve.',
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
  commands: {
    'area.inbox': 'Inbox',
    'area.position': 'Position',
    'area.settings': 'Settings',
    palette: 'Search or run a command',
    sync: 'Read now',
    help: 'Keyboard shortcuts',
  },
  notice: {
    title: 'The window does not open',
    text: 'The page of Riscontro ended by itself several times, or its files cannot be read. Try again; if that does not help, install Riscontro again.',
    kept: 'Drafts and replies already in the outbox are safe.',
    logs: 'What happened is written here:',
    retry: 'Try again',
    openLogs: 'Open the folder',
    quit: 'Quit',
  },
};

/** Returns the shell's words in the page's language. */
export const wordsOf = (language: Language): ShellWords => (language === 'it' ? it : en);
