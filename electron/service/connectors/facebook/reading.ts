import type { SourceId } from '../../../../shared/domain/source/types.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { badShape, graphUrl, type Asking } from './graph-client.ts';
import { createdSchema } from './graph-schemas.ts';
import { linkedInstagram } from './instagram/linked.ts';
import type { Reading } from './paging.ts';

/** Returns what one read shares; it ends with the read. */
export function createReading(
  parts: Asking & { readonly now: () => number; readonly source: SourceId },
): Reading {
  let proof: Promise<Result<void, AppError>> | null = null;
  let linked: ReturnType<Reading['linked']> | null = null;
  return {
    ...parts,
    prove: () => (proof ??= prove(parts)),
    linked: () => (linked ??= linkedInstagram(parts)),
  };
}

/**
 * Asks who speaks: with a page's token that is the page. Only such a token's empty lists and "no such
 * object" mean what they say; a person's token gets them for what it may not see. Errors:
 * `wrong_token_kind`, those of a read.
 */
async function prove({ client, account, signal }: Asking): Promise<Result<void, AppError>> {
  const answer = await client.get(graphUrl(account, ['me'], { fields: 'id' }), signal);
  if (!answer.ok) return err(answer.error.error);
  const me = createdSchema.safeParse(answer.value.body);
  if (!me.success) return err(badShape('me', 'id'));
  return me.data.id === account.externalId ? ok(undefined) : err(appError('wrong_token_kind'));
}
