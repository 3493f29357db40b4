import type { MessagePortMain } from 'electron';
import type { HostToService, ServiceToHost } from '../../../shared/contract/host.ts';

/** Where a service may run: an Electron utility process, or a child of the pinned Node. */
export type HostKind = 'utility' | 'child';

/** One run of the service, in whichever host. */
export interface ServiceProcess {
  /** The system's id of it, once it runs; for the log. */
  pid(): number | null;
  send(message: HostToService): void;
  /** Hands the service its end of a channel to a page. */
  openPort(port: MessagePortMain): void;
  /** Lets it end in order: it has said its last word. */
  end(): void;
  /** Ends it at once. */
  kill(): void;
}

/** What a run tells. After `onExit` nothing more comes. */
export interface ServiceProcessEvents {
  onMessage(message: ServiceToHost): void;
  onExit(exit: ExitReason): void;
}

/** How a run ended; for the log only. */
export interface ExitReason {
  readonly code: number | null;
  readonly signal: string | null;
  /** A system code when it could not even start (`ENOENT`), else null. */
  readonly error: string | null;
}

/** The service is ours and checked by version; this keeps strangers' messages out. */
export function isServiceMessage(data: unknown): data is ServiceToHost {
  return (
    typeof data === 'object' && data !== null && 'type' in data && typeof data.type === 'string'
  );
}
