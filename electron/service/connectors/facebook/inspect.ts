import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { ok, type Result } from '../../../../shared/kernel/result.ts';
import type { TokenReport } from '../../ports/token.ts';
import { identify } from './identify.ts';
import type { Reading } from './paging.ts';

/** Says what the token is worth. */
export async function inspect(reading: Reading): Promise<Result<TokenReport, AppError>> {
  const page = await identify(reading);
  if (!page.ok) return page;
  return ok({
    kind: null,
    appId: null,
    scopes: null,
    expiresAtMs: null,
    dataAccessExpiresAtMs: null,
    instagram: null,
  });
}
