import { BrowserWindow } from 'electron';
import { isMailUrl, measuringUrl } from './mail-shelf.ts';

/** Longer than any screen needs; a mail that claims more scrolls within its frame. */
const HIGHEST_PX = 100_000;
const WIDEST_PX = 4_000;
const PATIENCE_MS = 3_000;
/** What a mail that is too wide needs below it: as its frame's style sheet says. */
const SCROLL_BAR_PX = 10;
/** A window that measured nothing for so long goes. */
const IDLE_MS = 30_000;

/**
 * Measures mails: the page cannot look into its frames, and in them no script runs, ours neither. So a
 * window that nobody sees lays the same document out at the same width and is asked how high it became
 * (decision 0119). It has nothing of ours, and in the document runs only the line below.
 */
export class MailMeasure {
  #window: BrowserWindow | null = null;
  #idle: NodeJS.Timeout | undefined;
  /** One after the other: there is one window. */
  #queue: Promise<unknown> = Promise.resolve();

  /** Returns the height of the mail at `url`, in px, or null when its layout takes too long. */
  measure(parent: BrowserWindow, url: string, width: number): Promise<number | null> {
    const next = this.#queue.then(() => this.#measure(parent, url, width));
    this.#queue = next.catch(() => null);
    return next.catch(() => null);
  }

  close(): void {
    clearTimeout(this.#idle);
    if (this.#window !== null && !this.#window.isDestroyed()) this.#window.destroy();
    this.#window = null;
  }

  async #measure(parent: BrowserWindow, url: string, width: number): Promise<number | null> {
    if (!isMailUrl(url) || parent.isDestroyed()) return null;
    clearTimeout(this.#idle);
    const window = this.#open(parent);
    const px = Math.min(Math.max(Math.floor(width), 1), WIDEST_PX);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), PATIENCE_MS);
    });
    const height = await Promise.race([layOut(window, url, px), late]);
    clearTimeout(timer);
    // What takes so long is still at it: the next mail gets a fresh window.
    if (height === null) this.close();
    else this.#idle = setTimeout(() => this.close(), IDLE_MS);
    return typeof height === 'number' && height >= 0 ? Math.min(height, HIGHEST_PX) : null;
  }

  #open(parent: BrowserWindow): BrowserWindow {
    if (this.#window !== null && !this.#window.isDestroyed()) return this.#window;
    this.#window = new BrowserWindow({
      parent,
      show: false,
      skipTaskbar: true,
      focusable: false,
      useContentSize: true,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        backgroundThrottling: false,
      },
    });
    return this.#window;
  }
}

async function layOut(window: BrowserWindow, url: string, width: number): Promise<unknown> {
  try {
    window.setContentSize(width, 600);
    await window.loadURL(measuringUrl(url));
    return await window.webContents.executeJavaScript(heightAt(width));
  } catch {
    return null;
  }
}

/** A hidden window gets its new width a little later. The frame will have no vertical scroll bar. */
const heightAt = (width: number): string => `new Promise((resolve) => {
  const root = document.documentElement;
  root.style.setProperty('overflow', 'hidden', 'important');
  let tries = 0;
  const look = () => {
    tries += 1;
    if (innerWidth !== ${width} && tries < 50) setTimeout(look, 10);
    else resolve(root.offsetHeight + (root.scrollWidth > root.clientWidth ? ${SCROLL_BAR_PX} : 0));
  };
  look();
})`;
