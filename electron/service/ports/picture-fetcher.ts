/** Fetches pictures that mails name, so that nobody behind them learns more than that they were fetched. */
export interface PictureFetcher {
  /**
   * Returns what lies at a web address; null when it could not be had: not public, not there, too
   * large, too slow, too many redirects. Whether it is a picture is for the caller to see.
   */
  fetch(url: string, signal: AbortSignal): Promise<Uint8Array | null>;
}
