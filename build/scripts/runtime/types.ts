/** An Electron that can be started on this machine. */
export interface Runtime {
  /** `pinned` is what we release on; `fallback` only serves closed networks; `own` is the user's. */
  readonly kind: 'pinned' | 'fallback' | 'own';
  readonly version: string;
  /** Absolute path of the binary. */
  readonly executable: string;
}

/** Expected trouble of the set-up: its message is written for the person at the terminal. */
export class SetupError extends Error {}
