import { describe, expect, it } from 'vitest';
import { fileFace } from '../../renderer/features/conversation/mail/file-face.ts';
import { isTextPoor } from '../../renderer/features/conversation/mail/shown-first.ts';
import { formatTold, formatWall } from '../../renderer/lib/format/date.ts';

describe('a file of a mail', () => {
  it.each([
    ['bolletta.pdf', 'application/pdf', ['bolletta', '.pdf', 'file', false, false]],
    ['foto.JPG', 'image/jpeg', ['foto', '.JPG', 'image', true, false]],
    ['fattura\u202efdp.exe', 'application/pdf', ['fatturafdp', '.exe', 'file', false, true]],
    ['foto.png.html', 'image/png', ['foto.png', '.html', 'image', false, true]],
    ['../../etc/invito.ics', 'text/calendar', ['invito', '.ics', 'clock', true, false]],
    ['', 'message/rfc822', ['file', '.eml', 'mail', true, false]],
    ['senza', 'application/x-unknown', ['senza', '', 'file', false, false]],
    ['pagina', 'text/html', ['pagina', '', 'file', false, false]],
  ] as const)('%j of %s shows its true ending', (name, mediaType, face) => {
    const { stem, ending, icon, canLook, isProgram } = fileFace({ name, mediaType });
    expect([stem, ending, icon, canLook, isProgram]).toEqual(face);
  });
});

describe('a mail is shown as it was sent at once', () => {
  const mail = { html: true, folded: false, whole: true };
  it.each([
    ['when its text is empty', '', mail, true],
    ['when it is hardly more than links', `Vedi qui https://a.example/${'x'.repeat(80)}`, mail, true],
    ['not when it says something', 'Buongiorno, quando arriva il tecnico?', mail, false],
    ['not when it answers in a word', 'Sì', { ...mail, folded: true }, false],
    ['not without that form', '', { ...mail, html: false }, false],
    ['not when it is not here', '', { ...mail, whole: false }, false],
  ])('%s', (_what, text, facts, shown) => {
    expect(isTextPoor(text, facts)).toBe(shown);
  });
});

describe('times that strangers tell', () => {
  it('are written on the clock of their place, or stand as they are', () => {
    expect(formatWall('2026-12-01T10:00:00')).toContain('1 dicembre 2026');
    expect(formatWall('2026-12-01T10:00:00')).toContain('10:00');
    expect(formatWall('2026-12-01')).not.toContain(':');
    expect(['domani', '', '2026-12-01T10', '9'.repeat(500)].map(formatWall)).toEqual([
      'domani',
      '',
      '2026-12-01T10',
      '9'.repeat(500),
    ]);
    expect(() => formatWall('2026-99-99T99:99:99')).not.toThrow();
  });
  it('are nothing when they are no instant', () => {
    expect([NaN, 1e300, -1e20].map(formatTold)).toEqual(['', '', '']);
  });
});
