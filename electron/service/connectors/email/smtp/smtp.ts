import type { MailSecret, MailServer } from '../../../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { MailConnector, MailTestStep } from '../../../ports/mail.ts';
import { compose } from './compose.ts';
import { planEnvelope } from './envelope.ts';
import { SMTP_LIMITS, SMTP_TEST_LIMITS, type SmtpLimits } from './limits.ts';
import { openLine } from './line.ts';
import { errorOf, failureOf, type SmtpFault, type SmtpStage } from './outcome.ts';
import { SmtpTalk, type SmtpTalkDeps } from './talk.ts';

export interface SmtpDeps {
  readonly limits?: Partial<SmtpLimits>;
  /** PEM certificates that are trusted instead of the built-in ones; left out: the built-in ones. */
  readonly trust?: readonly string[];
}

/** How the half of a connection test that concerns sending went. */
export type SmtpTest =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly step: Extract<MailTestStep, `smtp_${string}`>;
      readonly error: AppError;
    };

/** The sending half of the e-mail channel. */
export interface Smtp {
  readonly compose: MailConnector['compose'];
  readonly send: MailConnector['send'];
  /** Reaches the server, secures the line and logs in; sends nothing. */
  test(server: MailServer, secret: MailSecret, signal: AbortSignal): Promise<SmtpTest>;
}

/** Returns the sending half of the e-mail channel; it keeps nothing between calls. */
export function createSmtp(deps: SmtpDeps = {}): Smtp {
  const talking = (base: SmtpLimits): SmtpTalkDeps => ({
    limits: { ...base, ...deps.limits },
    ...(deps.trust === undefined ? {} : { trust: deps.trust }),
  });
  return {
    compose,
    send: async ({ settings, secret }, mail, raw, signal) => {
      const planned = planEnvelope(mail, raw.byteLength);
      if (planned === null) {
        return err({ outcome: 'rejected', error: appError('bad_input', { field: 'address' }) });
      }
      const begun = await begin({ server: settings.smtp, secret }, talking(SMTP_LIMITS), signal);
      if (!begun.ok) {
        const { error, fault } = begun.error;
        return err(
          fault === null ? { outcome: 'not_sent', error, retryAfterMs: null } : failureOf(fault),
        );
      }
      const sent = await begun.value.send(planned.envelope, raw, planned.reachesSomebody);
      begun.value.close();
      if (!sent.ok) return err(planned.failure(sent.error));
      const givenId = sent.value.serverMessageId?.slice(1, -1) ?? null;
      return ok({ ...planned.sent(), givenId });
    },
    test: async (server, secret, signal) => {
      const begun = await begin({ server, secret }, talking(SMTP_TEST_LIMITS), signal);
      if (!begun.ok) {
        const { error, fault } = begun.error;
        return { ok: false, step: stepOf(fault?.stage ?? 'reach'), error };
      }
      begun.value.close();
      return { ok: true };
    },
  };
}

/** Why a talk did not come to the point; `fault` is null where not even the line stood. */
interface NotBegun {
  readonly error: AppError;
  readonly fault: SmtpFault | null;
}

/** Opens a line, secures it and logs in. A talk that is returned has to be closed. */
async function begin(
  { server, secret }: { readonly server: MailServer; readonly secret: MailSecret },
  deps: SmtpTalkDeps,
  signal: AbortSignal,
): Promise<Result<SmtpTalk, NotBegun>> {
  const line = await openLine(server, deps.limits.connectMs, signal);
  if (!line.ok) return err({ error: line.error, fault: null });
  const talk = new SmtpTalk(server, line.value, deps, signal);
  const greeted = await talk.begin();
  const ready = greeted.ok ? await talk.logIn(secret) : greeted;
  if (ready.ok) return ok(talk);
  talk.close();
  return err({ error: errorOf(ready.error), fault: ready.error });
}

function stepOf(stage: SmtpStage): Extract<MailTestStep, `smtp_${string}`> {
  switch (stage) {
    case 'reach':
      return 'smtp_reach';
    case 'secure':
      return 'smtp_secure';
    case 'login':
    case 'envelope':
    case 'content':
      return 'smtp_login';
  }
}
