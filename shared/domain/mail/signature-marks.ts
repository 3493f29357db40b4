/*
 * Where a signature begins. Hiding a sentence is worse than showing a signature: only marks that
 * mail programs set are believed, never a greeting or a name.
 */

/** `-- ` (RFC 3676, 4.3), also without its blank, and the rules that list servers set. */
const DELIMITER = /^\s{0,1}(?:--|__)\s*$|^_{20,}\s*$/;

/** A signature after its mark is at most this long; a longer text after `--` is text. */
const MAX_SIGNATURE_LINES = 30;

/** What telephones and programs add below. Only as a line of its own. */
const SENT_FROM = new RegExp(
  `^\\s{0,3}(?:${[
    'Sent from (?:my|Outlook|Mail|Yahoo|Gmail|ProtonMail|Proton Mail|the all new|a mobile)|Get Outlook for|Sent via|Sent with|Sent using',
    "Inviato (?:da(?:l(?:la|lo)?)? |da(?:l(?:la|lo)?)?l['’]|con |tramite )|Scarica Outlook per|Ottieni Outlook per",
    'Von (?:meinem|meinen|meiner) .{1,60} gesendet|Gesendet (?:von|mit|über|aus) |Diese Nachricht wurde von meinem',
    'Envoyé (?:de(?:puis)? mon|à partir d|depuis |de mon|avec )|Télécharge[rz] Outlook|Obtenir Outlook',
    'Enviado (?:desde|do meu|a partir do|de meu|con|pelo)|Enviada do meu|Obtener Outlook|Obter o Outlook',
    'Verzonden (?:vanaf|met|via|van)|Verstuurd (?:vanaf|met|via)|Outlook voor .{1,20} downloaden',
    'Wysłan[eo] z |Pobierz program Outlook',
    'Отправлено (?:с|из|от) |Скачать Outlook|Загрузить Outlook',
    'Lähetetty |Hanki Outlook',
    'Sendt fra |Skickat från |Hämta Outlook|Få Outlook|Skaff deg Outlook',
    '(?:.{0,20})から送信|发自我的|從我的.{1,20}(?:傳送|發送)|来自我的|获取 ?Outlook|发送自|أُرسلت من|أرسلت من|مرسل من|تم الإرسال من',
  ].join('|')})[^\\n]{0,120}$`,
  'iu',
);

/**
 * Returns the line of the writer's own lines at which the signature begins; their number when there
 * is none. A delimiter within a code block (```) does not count.
 */
export function signatureStart(lines: readonly string[]): number {
  const filled = lastFilled(lines) + 1;
  const first = Math.max(0, filled - MAX_SIGNATURE_LINES);
  const fenced = fencedLines(lines);
  for (let at = first; at < filled; at += 1) {
    const line = lines[at] ?? '';
    if (fenced.has(at) || line.length > 200) continue;
    if (DELIMITER.test(line)) return at;
    if (SENT_FROM.test(line) && isApart(lines, at)) return at;
  }
  return lines.length;
}

/** A telephone's line stands below an empty line and has at most a few short lines below it. */
function isApart(lines: readonly string[], at: number): boolean {
  const above = lines[at - 1];
  const below = lines.slice(at + 1).filter((line) => line.trim() !== '');
  return (above === undefined || above.trim() === '') && below.length <= 3;
}

function lastFilled(lines: readonly string[]): number {
  let at = lines.length - 1;
  while (at >= 0 && lines[at]?.trim() === '') at -= 1;
  return at;
}

function fencedLines(lines: readonly string[]): ReadonlySet<number> {
  const fences = lines.flatMap((line, at) => (/^\s{0,3}```/.test(line) ? [at] : []));
  const inside = new Set<number>();
  for (let pair = 0; pair + 1 < fences.length; pair += 2) {
    const end = fences[pair + 1] ?? 0;
    for (let at = fences[pair] ?? 0; at <= end; at += 1) inside.add(at);
  }
  return inside;
}
