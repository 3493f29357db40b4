import { contextBridge, ipcRenderer } from 'electron';
import {
  PORT_MESSAGE,
  SHELL_CHANNELS,
  START_ARGUMENT,
  type ShellBridge,
  type ShellEvent,
  type ShellRequest,
  type ShellStart,
} from '../../shared/contract/bridge.ts';

/**
 * The bridge: the page sees `window.riscontro` and nothing of Electron. This file alone touches
 * `ipcRenderer`; only plain data crosses. The shell checks every request again.
 */

const ask = (request: ShellRequest): Promise<unknown> =>
  ipcRenderer.invoke(SHELL_CHANNELS.request, request);

/** For requests whose answer nobody waits for; a refusal shows in the shell's tests, not here. */
const tell = (request: ShellRequest): void => {
  ask(request).catch(() => {});
};

type Listener = (event: ShellEvent) => void;
const listeners = new Set<Listener>();

const listen = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

ipcRenderer.on(SHELL_CHANNELS.event, (_event, told: ShellEvent) => {
  for (const listener of listeners) listener(told);
  // A page that has nothing to save, or has not come so far, does not hold its window up.
  if (told.type === 'closing' && closingListeners === 0) tell({ type: 'close_ready' });
});

// A port cannot cross the bridge; a message of this window to itself can carry it.
ipcRenderer.on(SHELL_CHANNELS.port, (event) => {
  window.postMessage(PORT_MESSAGE, window.location.origin, [...event.ports]);
});

let closingListeners = 0;

const bridge: ShellBridge = {
  start: readStart(process.argv),
  connect: () => tell({ type: 'connect' }),
  onService: (listener) =>
    listen((event) => {
      if (event.type === 'service') listener(event.service);
    }),
  onCommand: (listener) =>
    listen((event) => {
      if (event.type === 'command') listener(event.id);
    }),
  onTheme: (listener) =>
    listen((event) => {
      if (event.type === 'theme') listener(event.dark);
    }),
  onClosing: (save) => {
    closingListeners += 1;
    const stop = listen((event) => {
      if (event.type === 'closing') void save().finally(() => tell({ type: 'close_ready' }));
    });
    return () => {
      closingListeners -= 1;
      stop();
    };
  },
  usable: (failure) => tell({ type: 'usable', failure }),
  openExternal: async (url) => {
    // Only a person's own click or key may lead outside, never a script by itself.
    if (!navigator.userActivation.isActive) return false;
    return (await ask({ type: 'open_external', url })) === true;
  },
  reveal: async (path) => (await ask({ type: 'reveal', path })) === true,
  stageMail: async (html) => String(await ask({ type: 'stage_mail', html })),
  measureMail: async (url, width) => {
    const height = await ask({ type: 'measure_mail', url, width });
    return typeof height === 'number' ? height : null;
  },
  dropMail: (url) => tell({ type: 'drop_mail', url }),
  setTheme: (theme) => tell({ type: 'set_theme', theme }),
  setLanguage: (language) => tell({ type: 'set_language', language }),
  retryService: () => tell({ type: 'retry_service' }),
  openLogs: () => tell({ type: 'open_logs' }),
  quit: () => tell({ type: 'quit' }),
};

contextBridge.exposeInMainWorld('riscontro', bridge);

/** The shell puts it there for every window of ours; without it this is not our shell. */
function readStart(argv: readonly string[]): ShellStart {
  const argument = argv.find((word) => word.startsWith(START_ARGUMENT));
  if (argument === undefined) throw new Error('The shell did not say how to start.');
  const start: ShellStart = JSON.parse(argument.slice(START_ARGUMENT.length));
  return start;
}
