import { seededRandom, type SeededRandom } from '../support/seeded-random.ts';

const BEGAN_MS = Date.UTC(2026, 0, 2, 8);
const EVERY_MS = 20 * 60_000;

const SENTENCES = [
  'Buongiorno, la linea è ferma da ieri sera e il modem lampeggia di rosso.',
  'Vi ho già scritto due volte e nessuno mi ha risposto: perché?',
  'Allego la fattura di ottobre, l’importo non è quello concordato.',
  'Il pacco risulta consegnato ma qui non è arrivato niente.',
  'Posso passare in negozio sabato mattina, oppure mi conviene telefonare?',
  'Grazie della risposta, però il problema c’è ancora.',
  'Il codice cliente è 4471-22 e l’indirizzo non è cambiato.',
  'Vorrei disdire il contratto dal primo del mese prossimo.',
] as const;

const PEOPLE = [
  'Anna Rossi',
  'Luca Bianchi',
  'Chiara Però',
  'Marco D’Angelo',
  'Zoë Müller',
] as const;

/** One mail of many: what it answers is another of the same mailbox. */
interface Told {
  readonly index: number;
  readonly random: SeededRandom;
}

const idOf = (index: number): string => `m${index}.k7@posta.test`;

const text = ({ random }: Told, sentences: number): string =>
  Array.from({ length: sentences }, () => random.pick(SENTENCES)).join(' ');

const wrapped = (value: string, width = 76): string =>
  (value.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\r\n');

const base64 = (value: string | Uint8Array): string =>
  wrapped(Buffer.from(value).toString('base64'));

/** Quoted-printable with soft breaks, as mail programs write it. */
function quotedPrintable(value: string): string {
  const encoded = Buffer.from(value)
    .toString('latin1')
    .replaceAll(/[=\x80-\xff]/g, (one) => `=${one.charCodeAt(0).toString(16).toUpperCase()}`);
  return encoded
    .split('\n')
    .map((line) => (line.match(/(?:=[0-9A-F]{2}|[^=]){1,70}/g) ?? []).join('=\r\n'))
    .join('\r\n');
}

const word = (value: string): string =>
  /^[\x20-\x7e]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`;

/** The fields that travelling adds: four servers' stamps, a signature, what a filter found. */
function head(told: Told): readonly string[] {
  const { index, random } = told;
  const date = new Date(BEGAN_MS + index * EVERY_MS).toUTCString().replace('GMT', '+0000');
  const name = random.pick(PEOPLE);
  const answers = index > 10 && random.below(3) > 0 ? index - 1 - random.below(10) : null;
  const signature = wrapped(
    Buffer.from(`${idOf(index)}${SENTENCES.join('')}`).toString('base64'),
    64,
  );
  return [
    ...[1, 2, 3, 4].map(
      (hop) =>
        `Received: from mx${hop}.posta.test (mx${hop}.posta.test [192.0.2.${hop}])\r\n\tby mx${hop + 1}.negozio.test (Postfix) with ESMTPS id 4X${index}Z${hop}\r\n\tfor <assistenza@negozio.test>; ${date}`,
    ),
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=posta.test; s=s1;\r\n\tb=${signature.replaceAll('\r\n', '\r\n\t ')}`,
    'Authentication-Results: mx5.negozio.test; dkim=pass header.d=posta.test;\r\n\tspf=pass smtp.mailfrom=posta.test; dmarc=pass header.from=posta.test',
    'X-Spam-Status: No, score=-1.2 required=5.0 tests=DKIM_VALID,HTML_MESSAGE,\r\n\tSPF_PASS autolearn=ham',
    `Message-ID: <${idOf(index)}>`,
    ...(answers === null
      ? []
      : [`In-Reply-To: <${idOf(answers)}>`, `References: <${idOf(answers)}>`]),
    `From: ${word(name)} <cliente${random.below(4000)}@posta.test>`,
    'To: Assistenza <assistenza@negozio.test>',
    `Subject: ${word(answers === null ? random.pick(SENTENCES).slice(0, 60) : `Re: ${SENTENCES[3].slice(0, 40)}`)}`,
    `Date: ${date}`,
    'MIME-Version: 1.0',
  ];
}

const quote = (told: Told): string =>
  [
    '',
    'Il giorno lun 5 ott 2026 alle ore 10:12 Assistenza <assistenza@negozio.test> ha scritto:',
    ...Array.from({ length: 12 }, () => `> ${text(told, 1)}`),
  ].join('\n');

const html = (told: Told, paragraphs: number): string =>
  `<html><head><style>p{margin:0 0 1em;font:14px Arial}</style></head><body>${Array.from(
    { length: paragraphs },
    () =>
      `<table width="600" cellpadding="0"><tr><td style="padding:8px;color:#222222"><p class="MsoNormal"><span style="font-family:Calibri,sans-serif;font-size:11pt">${text(told, 3)}</span></p><a href="https://www.negozio.test/ordine?n=${told.random.below(1e6)}">Ordine</a></td></tr></table>`,
  ).join('\n')}</body></html>`;

const part = (type: string, encoding: string, body: string, more = ''): string =>
  `Content-Type: ${type}${more}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;

const plainPart = (told: Told): string =>
  part(
    'text/plain; charset=utf-8',
    'quoted-printable',
    quotedPrintable(text(told, 4) + quote(told)),
  );

const htmlPart = (told: Told, paragraphs: number): string =>
  part('text/html; charset=utf-8', 'quoted-printable', quotedPrintable(html(told, paragraphs)));

function multipart(kind: string, told: Told, parts: readonly string[]): string {
  const boundary = `=_${kind}_${told.index}_x`;
  const body = parts.map((one) => `--${boundary}\r\n${one}`).join('');
  return `Content-Type: multipart/${kind};\r\n boundary="${boundary}"\r\n\r\n${body}--${boundary}--\r\n`;
}

const both = (told: Told): string =>
  multipart('alternative', told, [plainPart(told), htmlPart(told, 6 + told.random.below(14))]);

function file(told: Told): string {
  const bytes = Buffer.alloc(60_000 + told.random.below(240_000));
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = told.random.below(256);
  return part(
    'application/pdf; name="fattura.pdf"',
    'base64',
    base64(bytes),
    '\r\nContent-Disposition: attachment; filename="fattura.pdf"',
  );
}

function body(told: Told): string {
  const kind = told.index % 20;
  if (kind < 7) return plainPart(told);
  if (kind < 16) return both(told);
  if (kind < 19) return htmlPart(told, 25);
  return multipart('mixed', told, [both(told), file(told)]);
}

/**
 * Returns a mailbox of customers' mails, the same for the same count: of twenty, seven plain texts, nine
 * with text and HTML, three with HTML only, and one with a file of 60 to 300 kB; two of three answer
 * another. About 25 kB each on the average.
 */
export function* mailboxOfMails(count: number): Generator<readonly [name: string, text: string]> {
  const random = seededRandom(7);
  for (let index = 0; index < count; index += 1) {
    const told = { index, random };
    yield [`M${index}`, `${head(told).join('\r\n')}\r\n${body(told)}`];
  }
}
