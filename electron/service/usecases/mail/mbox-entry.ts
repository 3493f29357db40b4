/**
 * Returns a mail as it stands in an mbox (mboxrd): its separator, every line that could be taken for one
 * with a `>` more before it, an empty line behind it. Line ends stay as the mail has them, so that it
 * can be read back byte by byte.
 */
export function mboxEntry(raw: Uint8Array, from: string, atMs: number): Uint8Array {
  const mail = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const end = mail.indexOf('\r\n') === -1 ? '\n' : '\r\n';
  const lastLine = mail.at(-1) === 0x0a ? '' : end;
  const separator = `From ${sender(from)} ${asctime(atMs)}${end}`;
  return Buffer.concat([
    Buffer.from(separator),
    mail.indexOf('From ') === -1 ? mail : escaped(mail),
    Buffer.from(lastLine + end),
  ]);
}

const escaped = (mail: Buffer): Buffer =>
  Buffer.from(mail.toString('latin1').replaceAll(/^(>*From )/gm, '>$1'), 'latin1');

/** One word, as a separator has it. */
const sender = (address: string): string =>
  /^[!-~]{1,254}$/.test(address) ? address : 'MAILER-DAEMON';

/** `Mon Nov 23 08:00:00 2026`, in UTC. */
function asctime(atMs: number): string {
  const [, weekday, day, month, year, time] =
    /^(\w{3}), (\d{2}) (\w{3}) (\d{4,}) ([\d:]{8})/.exec(new Date(atMs).toUTCString()) ?? [];
  return year === undefined
    ? 'Thu Jan 01 00:00:00 1970'
    : `${weekday} ${month} ${day} ${time} ${year}`;
}
