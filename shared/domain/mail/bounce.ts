import { recipientsInText, reportPart, speaksOfDelay } from './bounce-text.ts';
import { readDeliveryStatus } from './delivery-status.ts';
import { headerOf, messageIdsIn, type MailSigns } from './signs.ts';
import type { BounceReport } from './types.ts';

/** Names under which servers write, never people. */
const DAEMON =
  /\bmailer[-_ ]?daemon\b|\bmail deliver(?:y|) (?:sub)?system\b|\bmail daemon\b|^\s*<>\s*$/i;
/** A person may read this mailbox, so its mail must also look like a report. */
const POSTMASTER =
  /\bpost-?master\b|microsoft outlook|\bmail (?:administrator|system)\b|mailadmin/i;

const FAILURE_SUBJECT = new RegExp(
  [
    'undeliver(?:ed|able)|(?:non|un)-?delivery|delivery (?:status|failure|failed|has failed|notification|report|problem|error|delayed)',
    'returned (?:mail|to sender)|mail (?:delivery )?(?:failed|failure|error)|failure (?:notice|delivery)|mail system error|message (?:delivery|status|you sent blocked|could not be delivered)|could not (?:send|deliver)|warning: could not',
    'mancato recapito|mancata consegna|impossibile recapitare|recapito non riuscito|messaggio non recapit|notifica (?:sullo stato )?(?:di|della) (?:recapito|consegna)',
    'unzustellbar|nicht zugestellt|zustell(?:ung|fehler)',
    'non[- ]remis|[ée]chec de (?:la )?(?:remise|distribution)|notification d.[ée]tat de remise',
    'no (?:se )?(?:ha podido|pudo|puede) entreg|no entregado|notificaci[oó]n (?:de|del) estado de entrega',
    'n[aã]o (?:foi )?(?:entregue|poss[ií]vel entregar)|falha (?:na|de) entrega',
    'onbestelbaar|niet (?:bezorgd|afgeleverd)',
    'niedostarczon|nie można dostarczyć|zwrot wiadomości',
    'недоставл|не доставлено|не может быть доставлено|возвращ',
    '配信(?:不能|エラー|失敗)|送信できません|宛先不明|未送达|无法送达|退信|退回|無法傳遞',
    'تعذر التسليم|لم يتم تسليم|toimittaminen epäonnistui|kunne ikke leveres',
  ].join('|'),
  'i',
);

/** A returned mail's head: this much of a returned mail is looked at. */
const HEAD_UNITS = 256_000;

/** Why a mail is a report on a delivery, with what it says; null when it is none. */
export function bounceOf(signs: MailSigns): { why: string; report: BounceReport } | null {
  const why = bounceSign(signs);
  return why === null ? null : { why, report: reportOf(signs) };
}

function bounceSign(signs: MailSigns): string | null {
  if (signs.parts.some(({ mediaType }) => isStatus(mediaType))) return 'message/delivery-status';
  if (/report-type\s*=\s*"?delivery-status/i.test(headerOf(signs, 'content-type') ?? '')) {
    return 'multipart/report; report-type=delivery-status';
  }
  if (headerOf(signs, 'x-failed-recipients') !== null) return 'X-Failed-Recipients';
  if (isAmazonBounce(signs)) return 'notificationType: Bounce';
  const sender = headerOf(signs, 'from') ?? '';
  const subject = (headerOf(signs, 'subject') ?? '').slice(0, 1000);
  const isFailure = FAILURE_SUBJECT.test(subject);
  if (DAEMON.test(sender)) {
    const named = isFailure || recipients(signs).length > 0;
    return named ? 'From: MAILER-DAEMON' : null;
  }
  const isEnvelopeEmpty = headerOf(signs, 'return-path')?.trim() === '<>';
  return isFailure && (POSTMASTER.test(sender) || isEnvelopeEmpty) ? `Subject: ${subject}` : null;
}

const isStatus = (mediaType: string): boolean =>
  mediaType === 'message/delivery-status' || mediaType === 'message/global-delivery-status';

const isAmazonBounce = (signs: MailSigns): boolean =>
  /@sns\.amazonaws\.com/i.test(headerOf(signs, 'from') ?? '') &&
  /notificationType\W{3,12}Bounce/.test(signs.text.slice(0, 10_000));

function reportOf(signs: MailSigns): BounceReport {
  const statuses = signs.parts
    .filter(({ mediaType }) => isStatus(mediaType))
    .map(({ text }) => readDeliveryStatus(text));
  const stated = statuses.flatMap((status) => status.recipients);
  const first = <T>(pick: (report: BounceReport) => T | null): T | null =>
    statuses.map(pick).find((value) => value !== null) ?? null;
  return {
    originalMessageId: first((report) => report.originalMessageId) ?? returnedMessageId(signs),
    envelopeId: first((report) => report.envelopeId) ?? fieldIn(signs.text, 'original-envelope-id'),
    recipients: stated.length > 0 ? stated : recipients(signs),
  };
}

function recipients(signs: MailSigns): BounceReport['recipients'] {
  const subject = headerOf(signs, 'subject') ?? '';
  const context = {
    listed: headerOf(signs, 'x-failed-recipients'),
    ours: headerOf(signs, 'to') ?? '',
    delayed: speaksOfDelay(subject, signs.text),
  };
  const found = recipientsInText(signs.text, context);
  if (found.length > 0) return found;
  // The words are in a language that we do not read, or missing: whom the returned mail was for.
  const to = returnedHeads(signs).map(
    (head) => fieldIn(head, 'x-envelope-to') ?? fieldIn(head, 'to'),
  );
  return recipientsInText('', { ...context, listed: to.find((value) => value !== null) ?? null });
}

/** The Message-ID of the mail that is returned: of its part, of its copy in the text, or what the report answers. */
function returnedMessageId(signs: MailSigns): string | null {
  const copies = returnedHeads(signs).map((head) => fieldIn(head, 'message-id'));
  const answered = [headerOf(signs, 'in-reply-to'), headerOf(signs, 'references')];
  return (
    [...copies, ...answered]
      .map((value) => messageIdsIn(value ?? '').at(-1))
      .find((id) => id !== undefined) ?? null
  );
}

function returnedHeads(signs: MailSigns): readonly string[] {
  const parts = signs.parts
    .filter(({ mediaType }) => !isStatus(mediaType))
    .map(({ text }) => text.slice(0, HEAD_UNITS));
  const text = signs.text.slice(0, HEAD_UNITS).replaceAll(/\r\n?/g, '\n');
  return [...parts, text.slice(reportPart(text).length), text];
}

/** A field within a text, unfolded; `name` in lower case. */
function fieldIn(text: string, name: string): string | null {
  const match = new RegExp(
    `^[^\\S\\n]{0,4}${name}[^\\S\\n]*:([^\\n]*(?:\\n[ \\t][^\\n]*)*)`,
    'im',
  ).exec(text);
  const value = match?.[1]?.replaceAll(/\s+/g, ' ').trim() ?? '';
  return value === '' ? null : value.slice(0, 2000);
}
