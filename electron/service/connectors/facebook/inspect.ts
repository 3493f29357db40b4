import { z } from 'zod';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { TokenReport } from '../../ports/token.ts';
import { graphUrl } from './graph-client.ts';
import { identify } from './identify.ts';
import type { Reading } from './paging.ts';
import { endsTheRead } from './steps.ts';

const seconds = z.number().nullish().catch(null);

const debugSchema = z.object({
  data: z.object({
    type: z.string().nullish().catch(null),
    app_id: z.coerce.string().nullish().catch(null),
    is_valid: z.boolean().nullish().catch(null),
    expires_at: seconds,
    data_access_expires_at: seconds,
    scopes: z.array(z.string()).nullish().catch(null),
    granular_scopes: z
      .array(z.object({ scope: z.string(), target_ids: z.array(z.string()).nullish() }))
      .nullish()
      .catch(null),
  }),
});

type Debug = z.infer<typeof debugSchema>['data'];

/**
 * Says what the token is worth, by asking about it with itself. What the platform does not tell is
 * null; whose it is it tells in any case. Errors: those of a read; `token_dead` when the platform
 * calls it invalid.
 */
export async function inspect(reading: Reading): Promise<Result<TokenReport, AppError>> {
  const page = await identify(reading);
  if (!page.ok) return page;
  const debug = await debugToken(reading);
  if (!debug.ok) return debug;
  if (debug.value?.is_valid === false) return err(appError('token_dead'));
  const instagram = await reading.linked();
  if (!instagram.ok && endsTheRead(instagram.error)) return instagram;
  const linked = instagram.ok ? instagram.value : null;
  const kind = await kindOf(reading, debug.value);
  if (!kind.ok) return kind;
  return ok({
    kind: kind.value,
    appId: debug.value?.app_id ?? null,
    scopes: scopesOf(debug.value, reading.account.externalId, linked?.externalId ?? null),
    expiresAtMs: instantOf(debug.value?.expires_at),
    dataAccessExpiresAtMs: instantOf(debug.value?.data_access_expires_at),
    instagram: linked,
  });
}

/** Null where the platform refuses to tell, or tells something else. */
async function debugToken({
  account,
  client,
  signal,
}: Reading): Promise<Result<Debug | null, AppError>> {
  const url = graphUrl(account, ['debug_token'], { input_token: account.token });
  const answer = await client.get(url, signal);
  if (!answer.ok) {
    const { error } = answer.error;
    return endsTheRead(error) ? err(error) : ok(null);
  }
  const parsed = debugSchema.safeParse(answer.value.body);
  return ok(parsed.success ? parsed.data.data : null);
}

async function kindOf(
  reading: Reading,
  debug: Debug | null,
): Promise<Result<TokenReport['kind'], AppError>> {
  if (debug?.type === 'PAGE') return ok('page');
  // A system user is a person without a face: no page either.
  if (debug?.type === 'USER' || debug?.type === 'SYSTEM_USER') return ok('user');
  const proof = await reading.prove();
  if (proof.ok) return ok('page');
  if (proof.error.code === 'wrong_token_kind') return ok('user');
  return endsTheRead(proof.error) ? err(proof.error) : ok(null);
}

/** 0 stands for "never". */
const instantOf = (value: number | null | undefined): number | null =>
  value === null || value === undefined || value <= 0 ? null : value * 1000;

/**
 * A permission that was granted for other pages (or other Instagram accounts) only is none for this
 * one. Those of other things, such as advertising accounts, are taken as they are.
 */
function scopesOf(
  debug: Debug | null,
  pageId: string,
  instagramId: string | null,
): readonly string[] | null {
  const elsewhere = new Set(
    (debug?.granular_scopes ?? []).flatMap(({ scope, target_ids }) => {
      const ids = target_ids ?? [];
      const own = ownerOf(scope, pageId, instagramId);
      return own === null || ids.length === 0 || ids.includes(own) ? [] : [scope];
    }),
  );
  return debug?.scopes?.filter((scope) => !elsewhere.has(scope)) ?? null;
}

function ownerOf(scope: string, pageId: string, instagramId: string | null): string | null {
  if (scope.startsWith('pages_')) return pageId;
  return scope.startsWith('instagram_') ? instagramId : null;
}
