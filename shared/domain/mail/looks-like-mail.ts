/** A head is looked at as far as this. */
const LOOKED_AT_BYTES = 64 * 1024;

const FIELD = /^[!-9;-~]{1,200}[ \t]*:/;
/** Every mail has one of these; a text that merely has a colon in its first line does not. */
const TELLING =
  /^(?:from|to|date|subject|received|message-id|return-path|delivered-to|sender|reply-to)[ \t]*:/im;

/** Returns a mail's head as text, byte by byte: enough for names and ASCII, whatever its charset. */
export function headText(raw: Uint8Array): string {
  let text = '';
  for (let at = 0; at < raw.length && at < LOOKED_AT_BYTES; at += 4_096) {
    text += String.fromCodePoint(...raw.subarray(at, Math.min(at + 4_096, LOOKED_AT_BYTES)));
    const end = /\r?\n\r?\n/.exec(text);
    if (end !== null) return text.slice(0, end.index);
  }
  return text;
}

/** Whether bytes begin as a mail does: with header fields, one of which only mails have. */
export function looksLikeMail(raw: Uint8Array): boolean {
  const head = headText(raw).replace(/^[\r\n]+/, '');
  return FIELD.test(head) && TELLING.test(head);
}

/**
 * Returns when the last server that took a mail says it did so (its topmost `Received`), in UTC
 * milliseconds; null: none says so.
 */
export function receivedAtMs(raw: Uint8Array): number | null {
  const received = /^Received[ \t]*:((?:[^\n]|\n[ \t])*)/im.exec(headText(raw))?.[1] ?? '';
  const date = received.slice(received.lastIndexOf(';') + 1).replaceAll(/\s+/g, ' ');
  const ms = Date.parse(date.trim().slice(0, 200));
  return Number.isNaN(ms) ? null : ms;
}
