/**
 * Returns a text as it is compared, never as it is shown: composed Unicode (NFC), plain line ends,
 * no space around it. Platforms trim and recompose what they are sent; that is not an edit.
 */
export const canonicalText = (text: string): string =>
  text.normalize('NFC').replaceAll('\r\n', '\n').trim();
