import type { BouncedRecipient } from '../../../../../shared/domain/mail/types.ts';
import type { DeliveryFailure } from '../../../ports/connector.ts';
import type { OutgoingMail, SentMail } from '../../../ports/mail.ts';
import { enhancedStatus, failureOf, replyCode, replyWords, type SmtpFault } from './outcome.ts';
import { envelopeAddress } from './plain.ts';
import type { NotedEnvelope } from './talk.ts';

/** An envelope on its way: what goes in, and what came of it. */
export interface PlannedEnvelope {
  readonly envelope: NotedEnvelope;
  /** Whether the server takes the mail for anybody it is written to; known once it said 354. */
  readonly reachesSomebody: () => boolean;
  /** What came of it once the server has taken the mail. */
  readonly sent: () => Pick<SentMail, 'accepted' | 'refused'>;
  /** What came of it when the talk ended with `fault`. */
  readonly failure: (fault: SmtpFault) => DeliveryFailure;
}

/**
 * Returns the envelope of a mail of `bytes` bytes, or null when an address of it fits in none, or
 * nobody is in it. A mail leaves only if the server takes it for somebody in `to`: a copy that arrives
 * alone would count as an answer that its customer never got (decision 0117).
 */
export function planEnvelope(mail: OutgoingMail, bytes: number): PlannedEnvelope | null {
  const from = envelopeAddress(mail.from.address);
  const to = inEnvelope(mail.to.map(({ address }) => address));
  const cc = inEnvelope(mail.cc.map(({ address }) => address));
  if (from === null || to === null || cc === null || to.size === 0) return null;
  const spelling = new Map([...cc, ...to]);
  const envelope: NotedEnvelope = {
    from,
    to: [...spelling.keys()],
    size: bytes,
    dsn: { ret: 'HDRS', notify: ['SUCCESS', 'FAILURE'], envid: envelopeId(mail.messageId) },
  };
  const refusals = (): readonly Refusal[] =>
    (envelope.rejectedErrors ?? []).map((error) => ({
      address: String(error['recipient'] ?? ''),
      reply: typeof error.response === 'string' ? error.response : '',
    }));
  const reachesSomebody = (): boolean =>
    (envelope.accepted ?? []).some((address) => to.has(address));
  return {
    envelope,
    reachesSomebody,
    sent: () => ({
      accepted: (envelope.accepted ?? []).map((address) => spelling.get(address) ?? address),
      refused: refusals().map((refusal) => refusedRecipient(refusal, spelling)),
    }),
    failure: (fault) =>
      failureOf(
        withRefusal(
          fault,
          refusals().filter((one) => to.has(one.address)),
        ),
      ),
  };
}

interface Refusal {
  readonly address: string;
  readonly reply: string;
}

/** From the address in the envelope to its spelling in the mail; null when one fits in no envelope. */
function inEnvelope(addresses: readonly string[]): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>();
  for (const address of addresses) {
    const plain = envelopeAddress(address);
    if (plain === null) return null;
    found.set(plain, address);
  }
  return found;
}

/** Of a mail that nobody in `to` may get, the refusal is the reason; one for now gives hope for all. */
function withRefusal(fault: SmtpFault, refusals: readonly Refusal[]): SmtpFault {
  if (fault.stage !== 'envelope' || replyCode(fault.reply) !== 0 || fault.timedOut) return fault;
  const reason = refusals.find(({ reply }) => replyCode(reply) < 500) ?? refusals[0];
  return reason === undefined ? fault : { ...fault, reply: reason.reply };
}

function refusedRecipient(
  { address, reply }: Refusal,
  spelling: ReadonlyMap<string, string>,
): BouncedRecipient {
  const status = enhancedStatus(reply) ?? (replyCode(reply) < 500 ? '4.0.0' : '5.0.0');
  const diagnostic = `${replyCode(reply)} ${replyWords(reply)}`.trim();
  return { address: spelling.get(address) ?? address, action: 'failed', status, diagnostic };
}

/** Longest ENVID is 100 characters (RFC 3461 §4.4); two of them may stand for one. */
const ENVELOPE_ID = /^[\x21-\x7e]{1,80}$/;

/** Reports name the mail by the left part of its Message-ID; null where that is no envelope's id. */
function envelopeId(messageId: string): string | null {
  const left = messageId.slice(0, messageId.lastIndexOf('@'));
  return ENVELOPE_ID.test(left) ? left : null;
}
