import { appError, type ErrorCode } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { DeliveryFailure, RemoteAccount, ReplyRequest } from '../../ports/connector.ts';
import { graphUrl, type GraphClient } from './graph-client.ts';
import { createdSchema } from './graph-schemas.ts';

/** Longest comment that Facebook takes, in UTF-16 units (told by several clients, not by Meta). */
export const MAX_REPLY_LENGTH = 8_000;

/**
 * Posts a comment, once. Facebook has no key against doubles, so everything but a clear word stays
 * `unknown`, also a success without an id.
 */
export async function reply(
  client: GraphClient,
  account: RemoteAccount,
  request: ReplyRequest,
  signal: AbortSignal,
): Promise<Result<{ readonly externalId: string }, DeliveryFailure>> {
  const { parentExternalId, text } = request;
  if (text.trim() === '') return rejected('text_empty');
  if (text.length > MAX_REPLY_LENGTH) return rejected('text_too_long');
  const url = graphUrl(account, [parentExternalId, 'comments']);
  const answer = await client.post(url, { message: text }, signal);
  if (!answer.ok) return answer;
  const created = createdSchema.safeParse(answer.value.body);
  return created.success
    ? ok({ externalId: created.data.id })
    : err({ outcome: 'unknown', error: appError('unknown_outcome', { field: 'id' }) });
}

const rejected = (code: ErrorCode): Result<never, DeliveryFailure> =>
  err({ outcome: 'rejected', error: appError(code) });
