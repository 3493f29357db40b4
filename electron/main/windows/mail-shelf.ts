import { randomBytes } from 'node:crypto';

/** Where mails are shown: one host for all, so that their frames share one process. */
const MAIL_URL = 'rmsg://mail/';
/** Where the same mails are measured. */
const MEASURING_URL = 'rmsg://measure/';

/** How much is kept, in characters: the page drops what it shows no longer, this is for when it does not. */
export interface ShelfLimits {
  readonly documents: number;
  readonly characters: number;
}

const LIMITS: ShelfLimits = { documents: 64, characters: 96_000_000 };

/** The sanitised mails that the page shows, by addresses that nobody can guess. In memory only. */
export class MailShelf {
  readonly #limits: ShelfLimits;
  /** In the order in which they came. */
  readonly #documents = new Map<string, string>();
  #characters = 0;

  constructor(limits: ShelfLimits = LIMITS) {
    this.#limits = limits;
  }

  /** Keeps a document and returns its address. The oldest go when it is too much; they stay as shown. */
  put(html: string): string {
    const url = `${MAIL_URL}${randomBytes(16).toString('hex')}`;
    this.#documents.set(url, html);
    this.#characters += html.length;
    for (const oldest of this.#documents.keys()) {
      if (!this.#isTooMuch() || oldest === url) break;
      this.drop(oldest);
    }
    return url;
  }

  /** How many documents are kept. */
  get size(): number {
    return this.#documents.size;
  }

  /** Returns the document at an address, or null. */
  get(url: string): string | null {
    return this.#documents.get(url) ?? null;
  }

  drop(url: string): void {
    this.#characters -= this.#documents.get(url)?.length ?? 0;
    this.#documents.delete(url);
  }

  clear(): void {
    this.#documents.clear();
    this.#characters = 0;
  }

  #isTooMuch(): boolean {
    const { documents, characters } = this.#limits;
    return this.#documents.size > documents || this.#characters > characters;
  }
}

/** Returns where the mail at `url` is measured. */
export const measuringUrl = (url: string): string => url.replace(MAIL_URL, MEASURING_URL);

/** Returns the mail that is measured at an address, or null when it is shown there. */
export const measuredUrl = (url: string): string | null =>
  url.startsWith(MEASURING_URL) ? url.replace(MEASURING_URL, MAIL_URL) : null;

/** Whether an address is one of a mail's, kept or not. */
export const isMailUrl = (url: string): boolean => url.startsWith(MAIL_URL);
