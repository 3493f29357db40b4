import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import type { Language, ThemeChoice } from '../../shared/contract/bridge.ts';
import { dataFolders, type DataFolders } from '../../shared/kernel/data-folders.ts';
import type { ShellArguments } from './arguments.ts';
import { openPreferences, type Preferences } from './preferences.ts';
import { openShellLog, type ShellLog } from './system/shell-log.ts';
import { APP_ORIGIN } from './windows/app-protocol.ts';

/** What holds for the whole run of the shell. */
export interface Environment {
  readonly args: ShellArguments;
  readonly folders: DataFolders;
  readonly preferences: Preferences;
  readonly log: ShellLog;
  /** The development server, or null for the built page. */
  readonly devUrl: string | null;
  /** The only origin whose requests are answered. */
  readonly origin: string;
}

/** Finds the folders and makes them the app's own. Before the app is ready. */
export function prepareEnvironment(args: ShellArguments): Environment {
  const folders = dataFolders({
    platform: process.platform,
    env: process.env,
    home: homedir(),
    profileDir: args.profileDir ?? undefined,
    practice: args.demo,
  });
  mkdirSync(folders.shellDir, { recursive: true, mode: 0o700 });
  app.setPath('userData', folders.shellDir);
  const preferences = openPreferences(join(folders.shellDir, 'preferences.json'));
  const devUrl = app.isPackaged ? null : loopbackUrl(process.env['RISCONTRO_DEV_URL']);
  return {
    args,
    folders,
    preferences,
    log: openShellLog(folders.logDir),
    devUrl,
    origin: devUrl === null ? APP_ORIGIN : new URL(devUrl).origin,
  };
}

/** Returns the page's language: asked for, else remembered, else the system's when we speak it. */
export function languageOf({ args, preferences }: Environment): Language {
  const remembered = args.language ?? preferences.values().language;
  return remembered ?? (app.getLocale().startsWith('it') ? 'it' : 'en');
}

/** Puts the look in force: asked for, else remembered, else the system's. Returns the choice. */
export function applyTheme({ args, preferences }: Environment): ThemeChoice {
  const theme = args.theme ?? preferences.values().theme ?? 'system';
  nativeTheme.themeSource = theme;
  return theme;
}

function loopbackUrl(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  const url = new URL(text);
  const isLoopback = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  return isLoopback && url.protocol === 'http:' ? url.href : null;
}
