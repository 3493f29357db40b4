import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import {
  MAX_NAME_BYTES,
  numberedFileName,
  safeFileName,
} from '../../shared/domain/mail/file-name.ts';

const safe = (name: string, type = 'application/octet-stream'): string => safeFileName(name, type);

test.each([
  ['fattura.pdf', 'fattura.pdf'],
  ['Relazione finale – città è già.docx', 'Relazione finale – città è già.docx'],
  ['../../.ssh/authorized_keys', 'authorized_keys'],
  ['..\\..\\Windows\\System32\\evil.dll', 'evil.dll'],
  ['/etc/passwd', 'passwd'],
  ['C:\\temp\\a.txt', 'a.txt'],
  ['C:a.txt', 'C_a.txt'],
  ['\\\\server\\share\\run.exe', 'run.exe'],
  ['conto.pdf:hidden.exe', 'conto.pdf_hidden.exe'],
  ['folder/', 'folder'],
  ['a/..', 'a'],
  ['fattura\u202Efdp.exe', 'fatturafdp.exe'],
  ['\u2066conto\u2069.pdf', 'conto.pdf'],
  ['con\u200Bto\u00AD.pdf', 'conto.pdf'],
  ['a\u0000b\u0007c\u001B[2Jd.txt', 'abc[2Jd.txt'],
  ['a\r\nb.txt', 'ab.txt'],
  ['a\u2028b.txt', 'ab.txt'],
  ['\ud800half\udfff.txt', 'half.txt'],
  ['fattura.pdf                                        .exe', 'fattura.pdf .exe'],
  ['fattura.pdf\u00A0\u3000\u2003.exe', 'fattura.pdf .exe'],
  ['fattura.pdf.exe', 'fattura.pdf.exe'],
  ['fattura.pdf\u3164\u3164.exe', 'fattura.pdf.exe'],
  ['.bashrc', 'bashrc'],
  ['...hidden', 'hidden'],
  ['run.exe.', 'run.exe'],
  ['run.exe. . .', 'run.exe'],
  ['a<b>c|d?e*f"g.txt', 'a_b_c_d_e_f_g.txt'],
  ['a\uFF0Fb\u2215c\uFF3Cd.txt', 'a_b_c_d.txt'],
  ['con', '_con'],
  ['CON.txt', '_CON.txt'],
  ['nul .tar.gz', '_nul .tar.gz'],
  ['Com1.log', '_Com1.log'],
  ['lpt\u00B2.txt', '_lpt\u00B2.txt'],
  ['conto.txt', 'conto.txt'],
  ['com10.txt', 'com10.txt'],
  ['e\u0301.txt', '\u00e9.txt'],
])('%j is written as %j', (name, written) => {
  expect(safe(name)).toBe(written);
});

test.each([
  ['', 'application/pdf', 'file.pdf'],
  ['...', 'image/jpeg', 'file.jpg'],
  [' / / ', 'TEXT/Calendar', 'file.ics'],
  ['\u202E\u200B', 'message/rfc822', 'file.eml'],
  ['..\\..', 'application/x-msdownload', 'file'],
  ['', 'constructor', 'file'],
])('a file without a name (%j) is called after its type %s', (name, type, written) => {
  expect(safe(name, type)).toBe(written);
});

const bytes = (name: string): number => Buffer.byteLength(name);

test('a long name is cut between characters, and its last ending stays', () => {
  expect(safe(`${'a'.repeat(400)}.pdf`)).toBe(`${'a'.repeat(251)}.pdf`);
  expect(safe(`${'è'.repeat(400)}.tar.gz`)).toMatch(/^è+\.gz$/);
  expect(safe(`${'\u{1F600}'.repeat(400)}.png`)).toBe(`${'\u{1F600}'.repeat(62)}.png`);
  expect(safe('x'.repeat(5_000))).toBe('x'.repeat(255));
  expect(safe(`a.${'x'.repeat(5_000)}`)).toHaveLength(255);
  expect(safe(`${'a'.repeat(250)} . . . .${'b'.repeat(40)}`)).toBe('a'.repeat(250));
});

test('files of one name get numbers before their ending, and stay short enough', () => {
  expect(numberedFileName('conto.pdf', 1)).toBe('conto.pdf');
  expect(numberedFileName('conto.pdf', 2)).toBe('conto (2).pdf');
  expect(numberedFileName('LEGGIMI', 3)).toBe('LEGGIMI (3)');
  expect(numberedFileName('a.pdf .exe', 2)).toBe('a.pdf  (2).exe'.replace('  ', ' '));
  const long = numberedFileName(safe(`${'è'.repeat(400)}.pdf`), 999);
  expect(long).toMatch(/^è+ \(999\)\.pdf$/);
  expect(bytes(long)).toBeLessThanOrEqual(MAX_NAME_BYTES);
});

test('whatever a sender writes becomes one safe step of a path, and is left as it is then', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 600 }), (name) => {
      const written = safe(name);
      expect(written).not.toMatch(/[/\\:<>"|?*\p{Cc}\p{Cf}\p{Surrogate}]|^[. ]|[. ]$|^$/u);
      expect(bytes(written)).toBeLessThanOrEqual(MAX_NAME_BYTES);
      expect(bytes(numberedFileName(written, 999))).toBeLessThanOrEqual(MAX_NAME_BYTES);
      expect(safe(written)).toBe(written);
    }),
    { seed: 121, numRuns: 2_000 },
  );
});
