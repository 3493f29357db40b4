/** Tells the person at the terminal what the set-up does. On stderr: stdout belongs to results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/**
 * Returns a function that shows how far a download is, given the bytes so far and, when known, all
 * of them. A terminal sees one line that changes; a log gets a line at each tenth.
 */
export function downloadProgress(name: string): (bytes: number, totalBytes?: number) => void {
  let shownTenth = -1;
  return (bytes, totalBytes) => {
    const share = totalBytes === undefined ? undefined : Math.min(bytes / totalBytes, 1);
    const done = share === undefined ? '' : ` of ${megabytes(totalBytes ?? 0)}`;
    const percent = share === undefined ? '' : ` (${Math.floor(share * 100)} %)`;
    const line = `${name}: ${megabytes(bytes)}${done} MB${percent}`;
    if (process.stderr.isTTY) {
      process.stderr.write(`\r${line}${share === 1 ? '\n' : ''}`);
      return;
    }
    const tenth = Math.floor((share ?? bytes / 100_000_000) * 10);
    if (tenth === shownTenth) return;
    shownTenth = tenth;
    say(line);
  };
}
