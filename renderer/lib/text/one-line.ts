/** As much of a text as a line beside other words needs, in UTF-16 units. */
const ENOUGH = 120;

/** Returns how a text begins, as one line. */
export const oneLine = (text: string): string =>
  text
    .slice(0, 2 * ENOUGH)
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, ENOUGH);
