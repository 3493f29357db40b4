/** Where the workspace's own backups go; the store looks after how many stay. */
export interface BackupFolder {
  /** The file for a backup made at this instant. */
  fileFor(atMs: number): string;
  /** When the newest was made, UTC milliseconds, or null. */
  newestAtMs(): number | null;
}
