/** Where one workspace and what belongs to it live on disk. */
export interface DataFolders {
  /** The workspace itself: database, secrets, lock. */
  readonly workspaceDir: string;
  /** Electron's own files: window bounds, caches, preferences. */
  readonly shellDir: string;
  readonly logDir: string;
}

/** What the folders depend on; all of it handed in, so that this stays a pure function. */
export interface FolderSource {
  /** `process.platform`. */
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The home folder of the person. */
  readonly home: string;
  /** An absolute workspace folder chosen by `--profile`; it wins over everything else. */
  readonly profileDir?: string | undefined;
  /** The practice workspace, which never mixes with real work. */
  readonly practice?: boolean;
}

/** Returns the folder that holds everything Riscontro keeps for this person, by the platform's custom. */
export function defaultDataDir({ platform, env, home }: FolderSource): string {
  if (platform === 'win32') {
    return join(
      platform,
      env['APPDATA'] || join(platform, home, 'AppData', 'Roaming'),
      'Riscontro',
    );
  }
  if (platform === 'darwin') {
    return join(platform, home, 'Library', 'Application Support', 'Riscontro');
  }
  // The XDG rule: a relative path there is invalid and is ignored.
  const chosen = env['XDG_DATA_HOME'];
  const base = chosen?.startsWith('/') ? chosen : join(platform, home, '.local', 'share');
  return join(platform, base, 'riscontro');
}

/** Returns the folders for this start; the shell and the command line use the same ones. */
export function dataFolders(source: FolderSource): DataFolders {
  const { platform, profileDir, practice = false } = source;
  const dataDir = defaultDataDir(source);
  const workspaceDir = profileDir ?? join(platform, dataDir, practice ? 'practice' : 'workspace');
  const own = profileDir !== undefined || practice;
  return {
    workspaceDir,
    // A workspace of its own gets a shell of its own, so that it can be open beside the real one.
    shellDir: join(platform, own ? workspaceDir : dataDir, 'shell'),
    logDir: join(platform, workspaceDir, 'logs'),
  };
}

function join(platform: string, ...parts: readonly string[]): string {
  return parts.join(platform === 'win32' ? '\\' : '/');
}
