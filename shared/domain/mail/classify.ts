import { oneLine } from '../text.ts';
import { bounceOf } from './bounce.ts';
import { headerOf, type MailSigns } from './signs.ts';
import type { MailClass } from './types.ts';

const MAX_WHY_UNITS = 120;

/**
 * Returns whose mail it is, and the header or part that says so. In this order: a complaint passed on
 * (ARF, RFC 5965), a report on a delivery (RFC 3464 or for people), a machine's mail (RFC 3834 and
 * what was custom before it), a list's or newsletter's. What nothing gives away is a person's.
 */
export function classifyMail(signs: MailSigns): MailClass {
  const complaint = complaintSign(signs);
  if (complaint !== null) return { kind: 'feedback', why: whyOf(complaint) };
  const bounce = bounceOf(signs);
  if (bounce !== null) return { kind: 'bounce', why: whyOf(bounce.why), report: bounce.report };
  const machine = machineSign(signs);
  if (machine !== null) return { kind: 'automatic', why: whyOf(machine) };
  const list = listSign(signs);
  return list === null ? { kind: 'person' } : { kind: 'list', why: whyOf(list) };
}

const whyOf = (sign: string): string => oneLine(sign, MAX_WHY_UNITS);

function complaintSign(signs: MailSigns): string | null {
  if (signs.parts.some(({ mediaType }) => mediaType === 'message/feedback-report')) {
    return 'message/feedback-report';
  }
  const type = headerOf(signs, 'content-type') ?? '';
  if (/report-type\s*=\s*"?feedback-report/i.test(type)) return 'report-type=feedback-report';
  // Hotmail's complaints come without the part.
  const isHotmails = signs.parts.some(({ text }) =>
    /^X-HmXmrOriginalRecipient:/im.test(text.slice(0, 20_000)),
  );
  return isHotmails ? 'X-HmXmrOriginalRecipient' : null;
}

/** Fields that a machine's mail has, and which of their values say so. */
const MACHINE_FIELDS: readonly (readonly [name: string, says: RegExp])[] = [
  ['auto-submitted', /^(?!\s*no\b)/i],
  ['x-auto-response-suppress', /\b(?:all|oof|autoreply|dr|rn|nrn)\b/i],
  ['x-autoreply', /^(?!\s*no\b)/i],
  ['x-autorespond', /^/],
  ['x-autoresponder', /^/],
  ['x-auto-reply-from', /^/],
  ['x-mail-autoreply', /^/],
  ['x-loop', /\S/],
  ['precedence', /^\s*(?:junk|auto[-_]?reply)\b/i],
  ['delivered-to', /^\s*(?:autoresponder|autoreply)\s*$/i],
];

/** How the subject of an absence notice begins in programs that set no header. */
const ABSENCE_SUBJECT =
  /^\s*(?:(?:re|r|aw|sv)\s*:\s*)?(?:auto(?:matic)?[- ]?(?:reply|response|answer)|auto:|out of (?:the )?office|(?:risposta|messaggio) automatic[ao]|fuori ufficio|assenza dall.ufficio|automatische (?:antwort|nachricht)|abwesenheits?(?:notiz|benachrichtigung|nachricht)|abwesend|r[ée]ponse automatique|absence du bureau|respuesta autom[aá]tica|fuera de (?:la )?oficina|resposta autom[aá]tica|automatisch antwoord|afwezigheid|odpowied[zź] automatyczna|autoodpowied[zź]|автоматический ответ|автоответ|自動(?:応答|返信)|自动(?:答复|回复)|自動回覆|رد تلقائي|automaattinen vastaus|poissaoloilmoitus|autosvar|automatisk svar)/iu;

function machineSign(signs: MailSigns): string | null {
  const receipt = signs.parts.find(({ mediaType }) =>
    mediaType.endsWith('disposition-notification'),
  );
  if (receipt !== undefined) return receipt.mediaType;
  for (const [name, says] of MACHINE_FIELDS) {
    const found = signs.headers.find((one) => one.name === name && says.test(one.value));
    if (found !== undefined) return fieldText(name, found.value);
  }
  const returnPath = headerOf(signs, 'return-path');
  if (returnPath !== null && /^\s*<\s*>\s*$/.test(returnPath)) return 'Return-Path: <>';
  const from = headerOf(signs, 'from') ?? '';
  if (/\bmailer[-_ ]?daemon\b/i.test(from)) return fieldText('from', from);
  const subject = (headerOf(signs, 'subject') ?? '').slice(0, 1000);
  return ABSENCE_SUBJECT.test(subject) ? fieldText('subject', subject) : null;
}

function listSign(signs: MailSigns): string | null {
  const precedence = headerOf(signs, 'precedence');
  if (precedence !== null && /^\s*(?:list|bulk)\b/i.test(precedence)) {
    return fieldText('precedence', precedence);
  }
  for (const name of ['list-id', 'list-unsubscribe']) {
    const value = headerOf(signs, name);
    if (value !== null) return fieldText(name, value);
  }
  return null;
}

/** `list-id` as it is written in mails: `List-Id: …`. */
const fieldText = (name: string, value: string): string =>
  `${name.replaceAll(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase())}: ${value.slice(0, 400)}`;
