/**
 * Names under which files of strangers are written to disk: never a path, never a device, never a
 * hidden file, and with every ending that its sender gave it still to be seen.
 */

/** The longest name that common file systems take, in bytes of UTF-8. */
export const MAX_NAME_BYTES = 255;
/** Longer endings are no endings. */
const MAX_ENDING_BYTES = 32;

/** Control and format characters (direction, zero width), line separators, halves, and what has no meaning. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Co}\p{Variation_Selector}\u115F\u1160\u3164\uFFA0]/gu;
/** What Windows or a shell takes for more than a letter, and signs that only look like a separator. */
const RESERVED = /[<>:"|?*\u2044\u2215\u29F5\u29F8\u29F9\uFE68\uFF0F\uFF3C\uFF1A]/g;
/** Devices of Windows, in any folder and with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3])$/i;

/** Endings for files that came without a name; only of types that nothing runs. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['application/json', 'json'],
  ['application/msword', 'doc'],
  ['application/pdf', 'pdf'],
  ['application/vnd.ms-excel', 'xls'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/zip', 'zip'],
  ['audio/mpeg', 'mp3'],
  ['image/avif', 'avif'],
  ['image/bmp', 'bmp'],
  ['image/gif', 'gif'],
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/tiff', 'tif'],
  ['image/webp', 'webp'],
  ['message/rfc822', 'eml'],
  ['text/calendar', 'ics'],
  ['text/csv', 'csv'],
  ['text/plain', 'txt'],
  ['text/vcard', 'vcf'],
  ['video/mp4', 'mp4'],
]);

/**
 * Returns the name a stranger's file may be written under, at most {@link MAX_NAME_BYTES} long with its
 * last ending kept. A file without a name is called after its media type.
 */
export function safeFileName(name: string, mediaType: string): string {
  const step = lastStep(name.slice(0, 4096))
    .normalize('NFC')
    .replace(RESERVED, '_')
    .replace(/\s+/gu, ' ')
    // A dot in front hides a file, one at the end is dropped by Windows, with the spaces before it.
    .replace(/^[. ]+|[. ]+$/g, '');
  if (step === '') return unnamed(mediaType);
  return withinBytes(isDevice(step) ? `_${step}` : step, MAX_NAME_BYTES);
}

/** Returns the name for the `count`th file of the same name in a folder: `conto (2).pdf`. `count` from 1. */
export function numberedFileName(name: string, count: number): string {
  if (count <= 1) return name;
  const { stem, ending } = partsOf(name);
  const number = ` (${count})`;
  const room = MAX_NAME_BYTES - utf8Length(ending) - number.length;
  return `${cutTo(stem, room)}${number}${ending}`;
}

function lastStep(path: string): string {
  const steps = path.replace(UNSEEN, '').split(/[/\\]/);
  return steps.findLast((step) => /[^. ]/.test(step.trim())) ?? '';
}

const unnamed = (mediaType: string): string => {
  const ending = ENDINGS.get(mediaType.toLowerCase());
  return ending === undefined ? 'file' : `file.${ending}`;
};

const isDevice = (name: string): boolean => DEVICE.test((name.split('.')[0] ?? '').trimEnd());

function withinBytes(name: string, max: number): string {
  if (utf8Length(name) <= max) return name;
  const { stem, ending } = partsOf(name);
  return `${cutTo(stem, max - utf8Length(ending))}${ending}`;
}

function partsOf(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot) : '';
  return utf8Length(ending) > MAX_ENDING_BYTES || ending.includes(' ')
    ? { stem: name, ending: '' }
    : { stem: dot > 0 ? name.slice(0, dot) : name, ending };
}

/** Cut between code points, and never so that a dot or a space stands last. */
function cutTo(text: string, max: number): string {
  let bytes = 0;
  let kept = '';
  for (const point of text) {
    bytes += utf8Length(point);
    if (bytes > max) break;
    kept += point;
  }
  return kept.replace(/[. ]+$/, '');
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const point of text) {
    const code = point.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
