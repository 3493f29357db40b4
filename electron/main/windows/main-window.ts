import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { ShellStart } from '../../../shared/contract/bridge.ts';
import { START_ARGUMENT } from '../../../shared/contract/bridge.ts';
import type { Preferences } from '../preferences.ts';
import { colorsOf } from './theme.ts';
import { openingBounds, SMALLEST_SIZE } from './window-bounds.ts';

/** The title bar that the page draws; equal to its `--h-title`. */
const TITLE_BAR_PX = 40;

export interface MainWindowOptions {
  readonly appDir: string;
  readonly start: ShellStart;
  readonly preferences: Preferences;
}

/** Makes the one window; it is shown when its first picture is there. */
export function createMainWindow({ appDir, start, preferences }: MainWindowOptions): BrowserWindow {
  const remembered = preferences.values().window;
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...openingBounds(remembered, workAreas),
    minWidth: SMALLEST_SIZE.width,
    minHeight: SMALLEST_SIZE.height,
    title: 'Riscontro',
    show: false,
    backgroundColor: colorsOf().window,
    ...titleBarOptions(start.titleBar),
    webPreferences: {
      preload: join(appDir, 'dist', 'preload', 'index.cjs'),
      additionalArguments: [`${START_ARGUMENT}${JSON.stringify(start)}`],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Elsewhere the dictionaries would be fetched from the network without a word.
      spellcheck: process.platform === 'darwin',
    },
  });
  if (remembered?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberBounds(window, preferences);
  followTheme(window, start.titleBar);
  return window;
}

function titleBarOptions(
  titleBar: ShellStart['titleBar'],
): Electron.BrowserWindowConstructorOptions {
  if (titleBar === 'frame') return { autoHideMenuBar: true };
  if (titleBar === 'inset') {
    return { titleBarStyle: 'hidden', trafficLightPosition: { x: 13, y: 13 } };
  }
  return { titleBarStyle: 'hidden', titleBarOverlay: overlay() };
}

function overlay(): Electron.TitleBarOverlayOptions {
  const { window, symbol } = colorsOf();
  return { color: window, symbolColor: symbol, height: TITLE_BAR_PX };
}

function followTheme(window: BrowserWindow, titleBar: ShellStart['titleBar']): void {
  const follow = (): void => {
    window.setBackgroundColor(colorsOf().window);
    if (titleBar === 'overlay') window.setTitleBarOverlay(overlay());
  };
  nativeTheme.on('updated', follow);
  window.once('closed', () => nativeTheme.off('updated', follow));
}

function rememberBounds(window: BrowserWindow, preferences: Preferences): void {
  window.on('close', () => {
    preferences.update({
      window: { ...window.getNormalBounds(), maximized: window.isMaximized() },
    });
  });
}
