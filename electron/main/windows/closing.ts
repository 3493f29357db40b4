import type { BrowserWindow } from 'electron';
import { tellPage } from '../ipc.ts';

/** How long the page may take to save what is being typed. */
const SAVE_LIMIT_MS = 1_000;

/** Lets the page save what is being typed before its window goes. */
export class ClosingQuestion {
  readonly #window: BrowserWindow;
  #answered = false;
  #asked = false;

  /** `then` runs when the window may close for good. */
  constructor(window: BrowserWindow) {
    this.#window = window;
    window.on('close', (event) => {
      if (this.#answered || window.webContents.isCrashed()) return;
      event.preventDefault();
      if (this.#asked) return;
      this.#asked = true;
      tellPage(window.webContents, { type: 'closing' });
      setTimeout(() => this.answer(), SAVE_LIMIT_MS);
    });
  }

  /** The page has saved, or took too long. */
  answer(): void {
    if (this.#answered || !this.#asked) return;
    this.#answered = true;
    if (!this.#window.isDestroyed()) this.#window.close();
  }
}
