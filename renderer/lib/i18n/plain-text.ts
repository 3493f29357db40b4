/** Whether a text has neither placeholders nor ICU's quoting in it: it needs no parsing. */
export const isPlain = (text: string): boolean => !/[{}]|''/.test(text);
