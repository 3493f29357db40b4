/** A part of a mail that tests write by hand. */
export interface RawPart {
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Further lines of its head. */
  readonly head?: readonly string[];
}

/** Returns a mail of these parts; files are encoded as Base64, texts stand as they are. */
export function rawMail(
  parts: readonly RawPart[],
  { subject = 'Guasto', kind = 'mixed', from = 'Anna <anna@cliente.example>' } = {},
): Buffer {
  const lines = parts.flatMap(({ type, body, head = [] }) => [
    '--limite',
    `Content-Type: ${type}`,
    ...head,
    ...(typeof body === 'string'
      ? ['', body]
      : ['Content-Transfer-Encoding: base64', '', base64(body)]),
  ]);
  return Buffer.from(
    [
      `From: ${from}`,
      'To: aiuto@ondalta.example',
      `Subject: ${subject}`,
      'Date: Mon, 23 Nov 2026 08:00:00 +0100',
      'MIME-Version: 1.0',
      `Content-Type: multipart/${kind}; boundary=limite`,
      '',
      ...lines,
      '--limite--',
      '',
    ].join('\r\n'),
  );
}

const base64 = (body: Uint8Array): string =>
  Buffer.from(body)
    .toString('base64')
    .replaceAll(/.{1,76}/g, '$&\r\n');

/** A file of a mail under a name. */
export const rawFile = (name: string, type: string, body: string | Uint8Array): RawPart => ({
  type: `${type}; name="${name}"`,
  body: typeof body === 'string' ? Buffer.from(body) : body,
  head: [`Content-Disposition: attachment; filename="${name}"`],
});

/** A picture of ten by ten pixels. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC',
  'base64',
);
