import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Identity } from '../../ports/connector.ts';
import { graphUrl, type Asking } from './graph-client.ts';
import { identitySchema } from './graph-schemas.ts';

/** Asks for the page's id and name: the cheapest proof that a token is alive. */
export async function identify(reading: Asking): Promise<Result<Identity, AppError>> {
  const url = graphUrl(reading.account, [reading.account.externalId], { fields: 'id,name' });
  const answer = await reading.client.get(url, reading.signal);
  if (!answer.ok) return err(answer.error.error);
  const page = identitySchema.safeParse(answer.value.body);
  if (!page.success) return err(appError('bad_shape', { edge: 'page' }));
  return ok({ externalId: page.data.id, name: page.data.name });
}
