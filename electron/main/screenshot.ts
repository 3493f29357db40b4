import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { app, type BrowserWindow } from 'electron';

/** How long the page may take to become usable before `--screenshot` fails. */
const USABLE_LIMIT_MS = 60_000;

/** `--screenshot FILE`: one picture of the usable page, its path on standard output, and out. */
export class Screenshot {
  readonly #file: string;
  #over = false;

  constructor(file: string) {
    this.#file = file;
    setTimeout(() => this.fail('the page did not become usable within 60 s'), USABLE_LIMIT_MS);
  }

  /** Takes the picture; ends the app with 0, or with 1 and the reason. */
  async take(window: BrowserWindow): Promise<void> {
    if (this.#over) return;
    try {
      const picture = await window.webContents.capturePage();
      if (picture.isEmpty()) return this.fail('the picture is empty');
      await mkdir(dirname(this.#file), { recursive: true });
      await writeFile(this.#file, picture.toPNG());
    } catch (cause) {
      return this.fail(cause instanceof Error ? cause.message : String(cause));
    }
    this.#over = true;
    process.stdout.write(`${this.#file}\n`, () => app.quit());
  }

  /** Ends the app with 1 and says why on the error stream. */
  fail(reason: string): void {
    if (this.#over) return;
    this.#over = true;
    process.stderr.write(`No screenshot: ${reason}\n`, () => app.exit(1));
  }
}
