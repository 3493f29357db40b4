import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { appFolder, type Stage } from '../../build/scripts/runtime/prepare.ts';

/** How a test wants the application to be opened. */
export interface LaunchOptions {
  /** The workspace folder; a temporary one, removed on close, when it is not given. */
  readonly profileDir?: string;
  /** Opens the practice workspace. */
  readonly demo?: boolean;
  /** Where the service runs; the shell's own choice when it is not given. */
  readonly host?: 'child' | 'utility';
  /** Further arguments for the shell. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The application in a real window, driven from outside. */
export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** The first window. */
  readonly page: Page;
  readonly profileDir: string;
  /** Saves a picture of the window in test-results/ and returns its path. */
  readonly screenshot: (name: string) => Promise<string>;
  /** Closes the application as a person would, and waits until its process has ended. */
  readonly close: () => Promise<void>;
}

/** What is needed of a {@link Stage} to open a window on it. */
export type LaunchStage = Pick<Stage, 'args' | 'env'> & { readonly executable: string };

const results = join(appFolder, 'test-results');

/** The environment without its holes, which is what a child process is given. */
const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );

const switches = (profileDir: string, { demo, host, args = [] }: LaunchOptions): string[] => [
  `--profile=${profileDir}`,
  ...(demo === true ? ['--demo'] : []),
  ...(host === undefined ? [] : [`--host=${host}`]),
  ...args,
];

/** Opens the application on a prepared stage; rejects when no window comes within 60 s. */
export async function launchOn(stage: LaunchStage, options: LaunchOptions): Promise<LaunchedApp> {
  const temporary =
    options.profileDir === undefined ? await mkdtemp(join(tmpdir(), 'riscontro-e2e-')) : undefined;
  const profileDir = options.profileDir ?? temporary ?? '';
  const app = await _electron.launch({
    executablePath: stage.executable,
    args: [...stage.args, ...switches(profileDir, options)],
    env: { ...ownEnvironment(), ...stage.env, ...options.env },
    cwd: appFolder,
    timeout: 60_000,
  });
  const page = await app.firstWindow({ timeout: 60_000 });
  return {
    app,
    page,
    profileDir,
    screenshot: async (name) => {
      await mkdir(results, { recursive: true });
      const path = join(results, `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
    close: async () => {
      await app.close();
      if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
    },
  };
}
