import { filesRefused, MAX_MAIL_FILE_BYTES } from '../../../../shared/domain/mail/files.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock, Ids } from '../../ports/clock.ts';
import type { StagedFiles } from '../../ports/staged-files.ts';

/** A file that is on its way from the page; its pieces live in memory. */
interface Upload {
  readonly name: string;
  readonly mediaType: string;
  /** As the page said it will be. */
  readonly bytes: number;
  readonly pieces: Uint8Array[];
  received: number;
  stopTimer: () => void;
}

/** An upload of which nothing is heard for so long is forgotten, in milliseconds. */
export const UPLOAD_LIFE_MS = 5 * 60_000;
/** So many may be on their way at once, and so many bytes: more than one mail carries. */
export const MOST_UPLOADS = 24;
const MOST_BYTES = 3 * MAX_MAIL_FILE_BYTES;

/** Files on their way from the page, piece by piece. A page that is gone leaves none behind for long. */
export class Uploads {
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #open = new Map<string, Upload>();

  constructor(clock: Clock, ids: Ids) {
    this.#clock = clock;
    this.#ids = ids;
  }

  /** Opens an upload; returns its id. Errors: `files_too_large`, `files_too_many` (at once). */
  begin(file: Pick<Upload, 'name' | 'mediaType' | 'bytes'>): Result<string, AppError> {
    const refused = filesRefused([file]);
    if (refused !== null) return err(refused);
    const open = [...this.#open.values()];
    const bytes = open.reduce((sum, one) => sum + one.bytes, file.bytes);
    if (open.length >= MOST_UPLOADS || bytes > MOST_BYTES) {
      return err(appError('files_too_many', { limit: MOST_UPLOADS }));
    }
    const id = this.#ids.next();
    this.#open.set(id, { ...file, pieces: [], received: 0, stopTimer: this.#timer(id) });
    return ok(id);
  }

  /**
   * Takes the piece that begins at `offset`; returns how much is here. A piece that is here already is
   * not taken twice. Errors: `not_found`, `conflict` (a piece is missing before it), `bad_input` (more
   * than was announced).
   */
  append(id: string, offset: number, piece: Uint8Array): Result<number, AppError> {
    const upload = this.#open.get(id);
    if (upload === undefined) return err(appError('not_found'));
    upload.stopTimer();
    upload.stopTimer = this.#timer(id);
    if (offset + piece.length <= upload.received) return ok(upload.received);
    if (offset !== upload.received) return err(appError('conflict', { offset: upload.received }));
    if (offset + piece.length > upload.bytes) return err(appError('bad_input', { field: 'bytes' }));
    upload.pieces.push(piece);
    upload.received += piece.length;
    return ok(upload.received);
  }

  /** Closes an upload; returns the whole file. Errors: `not_found`, `conflict` (it is not whole yet). */
  take(id: string): Result<Parameters<StagedFiles['stage']>[0], AppError> {
    const upload = this.#open.get(id);
    if (upload === undefined) return err(appError('not_found'));
    const { name, mediaType, bytes, pieces, received } = upload;
    if (received !== bytes) return err(appError('conflict', { offset: received }));
    this.drop(id);
    return ok({ name, mediaType, bytes: Buffer.concat(pieces, bytes) });
  }

  /** Forgets an upload, at whatever piece it stands. */
  drop(id: string): void {
    this.#open.get(id)?.stopTimer();
    this.#open.delete(id);
  }

  /** Forgets all of them; the service ends. */
  close(): void {
    for (const id of this.#open.keys()) this.drop(id);
  }

  #timer(id: string): () => void {
    return this.#clock.after(UPLOAD_LIFE_MS, () => void this.#open.delete(id));
  }
}
