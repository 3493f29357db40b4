import { z } from 'zod';
import type { AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import { badShape, graphUrl, type Asking } from '../graph-client.ts';

/** The Instagram account that belongs to the page. */
export interface LinkedInstagram {
  readonly externalId: string;
  /** Its user name, without `@`; its id where the platform withholds it. */
  readonly name: string;
}

const linked = z.object({
  instagram_business_account: z
    .object({ id: z.string().min(1), username: z.string().nullish().catch(null) })
    .nullish(),
});

/** Returns the Instagram account that is linked to the page, or null. Errors: those of a read. */
export async function linkedInstagram({
  account,
  client,
  signal,
}: Asking): Promise<Result<LinkedInstagram | null, AppError>> {
  const fields = 'instagram_business_account{id,username}';
  const answer = await client.get(graphUrl(account, [account.externalId], { fields }), signal);
  if (!answer.ok) return err(answer.error.error);
  const page = linked.safeParse(answer.value.body);
  if (!page.success) return err(badShape(account.externalId, 'instagram_business_account'));
  const user = page.data.instagram_business_account ?? null;
  return ok(user === null ? null : { externalId: user.id, name: user.username ?? user.id });
}
