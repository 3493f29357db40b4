import { textLimit } from '../../../../shared/domain/action/limits.ts';
import { appError, type ErrorCode } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { ActionRequest, Delivered } from '../../ports/action.ts';
import type { DeliveryFailure, RemoteAccount } from '../../ports/connector.ts';
import { graphUrl, type GraphClient } from './graph-client.ts';
import { createdSchema } from './graph-schemas.ts';

/** What doing something needs. */
export interface Acting {
  readonly client: GraphClient;
  readonly account: RemoteAccount;
  readonly signal: AbortSignal;
}

/**
 * Does one thing at the page, once. Facebook has no key against doubles, so everything but a clear
 * word stays `unknown`, also a success without an id.
 */
export async function act(
  acting: Acting,
  request: ActionRequest,
): Promise<Result<Delivered, DeliveryFailure>> {
  if (request.action !== 'reply') return rejected('not_allowed');
  const { client, account, signal } = acting;
  if (request.text.trim() === '') return rejected('text_empty');
  if (request.text.length > textLimit(request.channel, 'reply')) return rejected('text_too_long');
  const url = graphUrl(account, [request.targetExternalId, 'comments']);
  const form = { message: request.text };
  const answer = await client.write({ method: 'POST', url, form }, signal);
  if (!answer.ok) return answer;
  const created = createdSchema.safeParse(answer.value.body);
  return created.success
    ? ok({ externalId: created.data.id })
    : err({ outcome: 'unknown', error: appError('unknown_outcome', { field: 'id' }) });
}

const rejected = (code: ErrorCode): Result<never, DeliveryFailure> =>
  err({ outcome: 'rejected', error: appError(code) });
