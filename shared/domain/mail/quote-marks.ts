/*
 * How mail programs mark the mail that they quote: an attribution line ("On … wrote:"), the head of
 * the original as a block (Outlook), or a divider. The words come from the programs themselves
 * (Gmail, Outlook, Apple Mail, Thunderbird, Yahoo, Zoho) in the languages that they speak.
 */

/** An attribution line is broken over at most this many lines, and is at most this long. */
const MAX_ATTRIBUTION_LINES = 4;
const MAX_ATTRIBUTION_UNITS = 500;

/** "wrote", as it stands at the end of an attribution or right before its colon. */
const WROTE = [
  'wrote|writes', // en
  'ha scritto|scrive|ha inviato', // it
  'schrieb|hat geschrieben', // de
  'a écrit|écrivait', // fr
  'escribió|escribi[oó]|va escriure', // es, ca
  'escreveu|escreve', // pt
  'schreef|heeft geschreven', // nl
  'napisał(?:a|\\(a\\))?|pisze', // pl
  'написал(?:а|\\(а\\))?|пишет|пише|написав', // ru, uk
  'kirjoitti', // fi
  'skrev|har skrevet|skrev følgende', // no, da, sv
  'írta', // hu
  'a scris', // ro
  'napsal(?:a|\\(a\\))?|napísal(?:a|\\(a\\))?', // cs, sk
  'yazdı|şunu yazdı', // tr
  'έγραψε', // el
  'כתב(?:ה)?|‏כתב', // he
  'كتب(?:ت)?', // ar
  'のメール|書きました|さんは書きました|wrote', // ja
  '写道|寫道|写到|撰写|编写|於.{0,40}寫道', // zh
  '작성|님이 작성', // ko
].join('|');

/** How an attribution begins: a preposition before the date, where the language has one. */
const OPENERS =
  'On|Il(?: giorno)?|In data|Am|Le|El|Em|Op|W dniu|Dnia|On\\s|Den|Pe|Dňa|Dne|Pada|Vào|Στις|בתאריך|في|于|在|올';

const YEAR = '(?:19|20)\\d\\d';
const TIME = '\\d{1,2}\\s?[:.h]\\s?\\d{2}|\\d{1,2}時|\\d{1,2}시|[٠-٩]{1,2}:[٠-٩]{2}';
const ADDRESS = '[^\\s<>()@]{1,64}@[^\\s<>()@]{1,255}';

/** Ends in "wrote", perhaps with a colon; dashes around it are Zoho's. */
const ENDS_WROTE = new RegExp(`(?:${WROTE})[^\\S\\n]*[:：﹕]?[\\s\\-]*$`, 'iu');
/** "… schrieb Max <a@b>:" — the word in the middle, the name at the end. */
const WROTE_BEFORE_NAME = new RegExp(
  `\\s(?:${WROTE}|skrev|schrieb)\\s[^\\n]{1,200}[:：]\\s*$`,
  'iu',
);
const OPENS = new RegExp(`^[-\\s*_‏‎]*(?:${OPENERS})(?=[\\s,\\d])`, 'iu');
const HAS_WHEN = new RegExp(`${YEAR}|${TIME}|[٠-٩]{4}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}`, 'u');
const HAS_ADDRESS = new RegExp(ADDRESS, 'u');
/** A date or weekday in front and an address with a colon behind: Gmail in ru, ja and others. */
const DATE_THEN_ADDRESS = new RegExp(
  `^(?=[^\\n]*(?:${YEAR}|${TIME}))[^\\n>]{6,200}[<(＜]\\s?(?:mailto:)?${ADDRESS}\\s?[>)＞]\\s*[:：]\\s*$`,
  'u',
);

/**
 * Returns how many lines the attribution that begins at line `at` has; 0: none begins there. It must
 * name a time and close with "wrote" or with an address and a colon, so that a sentence that only
 * begins with "On" stays what it is.
 */
export function attributionAt(lines: readonly string[], at: number): number {
  const first = plain(lines[at]);
  if (first === '' || first.length > MAX_ATTRIBUTION_UNITS) return 0;
  let joined = '';
  for (let count = 1; count <= MAX_ATTRIBUTION_LINES; count += 1) {
    const line = plain(lines[at + count - 1]);
    if (line === '' || line.startsWith('>')) {
      // A lone ">:" is the end of a broken address (Gmail), not a quote.
      if (!/^>\s?(?:[:：]|\S{1,20}[:：])$/.test(line)) return 0;
    }
    joined = joined === '' ? line : `${joined} ${line}`;
    if (joined.length > MAX_ATTRIBUTION_UNITS) return 0;
    if (isAttribution(joined)) return count;
    // Only a line that may begin an attribution is worth joining.
    if (count === 1 && !mayBegin(first)) return 0;
  }
  return 0;
}

const plain = (line: string | undefined): string =>
  (line ?? '')
    .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .trim();

const mayBegin = (line: string): boolean => OPENS.test(line) || HAS_WHEN.test(line);

function isAttribution(line: string): boolean {
  if (!HAS_WHEN.test(line)) {
    // A date without its year ("On Wed, Dec 9, …") is believed beside an address only.
    return /\d/.test(line) && OPENS.test(line) && ENDS_WROTE.test(line) && HAS_ADDRESS.test(line);
  }
  if (ENDS_WROTE.test(line))
    return OPENS.test(line) || HAS_ADDRESS.test(line) || /[:：]$/.test(line);
  if (!/[:：]$/.test(line)) return false;
  if (WROTE_BEFORE_NAME.test(line)) return OPENS.test(line) || HAS_ADDRESS.test(line);
  return DATE_THEN_ADDRESS.test(line) && !/^\s*(?:from|to|cc|da|von|de|an)\s*:/i.test(line);
}

/** The labels of a quoted head, by what they say. */
const LABELS = {
  from: 'From|Da|Von|De|Desde|Van|Od|От|От кого|差出人|发件人|寄件者|寄件人|من|Lähettäjä|Fra|Från|Feladó|Expéditeur|Remitente|Remetente|Mittente|보낸 사람|Kimden|De la',
  when: 'Date|Sent|Data|Inviato|Datum|Gesendet|Envoyé|Envoyé le|Fecha|Enviado(?: el)?|Enviada(?: em)?|Verzonden|Data wysłania|Wysłano|Дата|Отправлено|日付|送信日時|日期|发送时间|寄件日期|傳送時間|تاريخ الإرسال|تم الإرسال|التاريخ|Lähetetty|Päivämäärä|Sendt|Dato|Skickat|Dátum|Küldve|보낸 날짜|날짜|Tarih|Gönderildi',
  to: 'To|A|An|À|Para|Aan|Do|Кому|宛先|收件人|收件者|إلى|Vastaanottaja|Til|Till|Címzett|Destinataire|Destinatario|Destinatário|받는 사람|Kime',
  subject:
    'Subject|Oggetto|Betreff|Objet|Asunto|Assunto|Onderwerp|Temat|Тема|件名|主题|主題|主旨|الموضوع|Aihe|Emne|Ämne|Tárgy|제목|Konu',
};
const labelled = (words: string): RegExp =>
  new RegExp(`^[\\s>*_|]{0,8}(?:${words})[*_]{0,2}\\s?[*_]{0,2}[:：]`, 'iu');
const FROM = labelled(LABELS.from);
const SUBJECT = labelled(LABELS.subject);
const OTHERS = [labelled(LABELS.when), labelled(LABELS.to), SUBJECT];
/** Within so many lines the head's other labels follow (a long address breaks the lines). */
const HEAD_LINES = 8;

const DIVIDER = new RegExp(
  `^[\\s>*]{0,4}[-_=—–]{2,}\\s*(?:${[
    'Original (?:Message|Appointment|E-?mail)|Forwarded (?:Message|by .{1,80})|Reply message',
    'Messaggio originale|Messaggio inoltrato|Inoltrato da .{1,80}',
    'Urspr[üu]ngliche (?:Nachricht|E-?Mail)|Weitergeleitete (?:Nachricht|E-?Mail)|Originalnachricht',
    "Message d['’]origine|Message original|Message transf[ée]r[ée]|Message initial",
    'Mensaje original|Mensaje reenviado',
    'Mensagem original|Mensagem encaminhada|Mensagem reencaminhada',
    'Oorspronkelijk bericht|Origineel bericht|Doorgestuurd bericht',
    'Oryginalna wiadomość|Wiadomość oryginalna|Wiadomość przekazana|Przekazana wiadomość|Treść przekazanej wiadomości',
    'Исходное сообщение|Оригинальное сообщение|Пересылаемое сообщение|Перенаправленное сообщение',
    '元のメッセージ|転送メッセージ|转发的邮件|转发邮件信息|原始邮件|原始郵件|轉寄郵件',
    'الرسالة الأصلية|رسالة محو[ّ]?لة',
    'Alkuperäinen viesti|Välitetty viesti|Opprinnelig melding|Videresendt melding|Oprindelig meddelelse|Ursprungligt meddelande',
  ].join('|')})\\s*[:：]?\\s*[-_=—–]{0,}\\s*$`,
  'iu',
);
const FORWARD =
  /^\s{0,3}(?:Begin forwarded message|Inizio messaggio inoltrato|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Début du message (?:transféré|réexpédié)|Inicio del mensaje reenviado|Início da mensagem encaminhada|Begin doorgestuurd bericht|Początek przekazanej wiadomości|Начало переадресованного сообщения|Välitetty viesti alkaa|Videresendt melding)\s?[:：]?\s*$/iu;
const RULE = /^\s{0,3}[_-]{8,}\s*$/;

/**
 * Returns whether the original mail begins at line `at` and goes on to the end: a divider, or a head
 * as a block of at least two labels beside "From".
 */
export function beginsOriginal(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.length > MAX_ATTRIBUTION_UNITS) return false;
  if (DIVIDER.test(line) || FORWARD.test(line)) return true;
  if (RULE.test(line)) return beginsHead(lines, at + 1);
  return beginsHead(lines, at);
}

function beginsHead(lines: readonly string[], at: number): boolean {
  const first = lines[at] ?? '';
  if (!FROM.test(first.slice(0, MAX_ATTRIBUTION_UNITS))) return false;
  const rest = lines.slice(at + 1, at + HEAD_LINES).map((line) => line.slice(0, 200));
  if (OTHERS.filter((label) => rest.some((line) => label.test(line))).length < 2) return false;
  // "Da: Milano / A: Roma / Data: 3 maggio" is a traveller's question, not a mail's head.
  return [first, ...rest].some((line) => SUBJECT.test(line) || HAS_ADDRESS.test(line));
}
