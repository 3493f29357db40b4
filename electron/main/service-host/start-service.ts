import { join } from 'node:path';
import { app } from 'electron';
import type { DataFolders } from '../../../shared/kernel/data-folders.ts';
import type { ShellArguments } from '../arguments.ts';
import { useKeychain } from '../system/keychain.ts';
import type { ShellLog } from '../system/shell-log.ts';
import { startChild } from './child-process.ts';
import { chooseHost, findNode } from './choose-host.ts';
import type { LogIn } from './login-calls.ts';
import { ServiceSupervisor } from './supervisor.ts';
import { startUtility } from './utility-process.ts';

export interface ServiceStart {
  readonly args: ShellArguments;
  readonly folders: DataFolders;
  readonly log: ShellLog;
  /** The development server, or null. */
  readonly devUrl: string | null;
  readonly logIn: LogIn;
  readonly browse: (url: string) => Promise<boolean>;
}

/** Starts the service as early as its host allows, beside the window rather than before it. */
export function startService(start: ServiceStart): ServiceSupervisor {
  const { args, folders, log, devUrl, logIn, browse } = start;
  const appDir = app.getAppPath();
  const serviceFile = join(appDir, 'dist', 'service', 'index.cjs');
  const node = findNode({
    env: process.env,
    appDir,
    resourcesDir: process.resourcesPath,
    platform: process.platform,
  });
  // Compiled once, then read: a fifth of the service's start.
  const childEnv = {
    ...process.env,
    NODE_COMPILE_CACHE: join(folders.shellDir, 'compile-cache'),
  };
  // Reading a map of 2 MB is felt at every start; names and lines of the bundle tell enough there.
  const switches = devUrl === null ? [] : ['--enable-source-maps'];
  const host = chooseHost(process.versions['napi'], args.host);
  const supervisor = new ServiceSupervisor({
    options: {
      profileDir: folders.workspaceDir,
      practice: args.demo,
      logDir: folders.logDir,
      downloadsDir: app.getPath('downloads'),
      canSeal: true,
    },
    host,
    hostForced: args.host !== null,
    startProcess: (kind, events) =>
      kind === 'utility'
        ? startUtility(serviceFile, events)
        : startChild({ node, serviceFile, switches, env: childEnv }, events),
    // A child may ask before the keychain can be reached.
    keychain: (what, value) => app.whenReady().then(() => useKeychain(what, value)),
    logIn,
    browse,
    now: () => Date.now(),
    random: () => Math.random(),
    after: (delayMs, task) => {
      const timer = setTimeout(task, delayMs);
      return () => clearTimeout(timer);
    },
    log,
  });
  if (host === 'child') supervisor.start();
  else void app.whenReady().then(() => supervisor.start());
  return supervisor;
}
