import { z } from 'zod';
import { MAX_IMAGE_BYTES, textLimit } from '../../../../../shared/domain/action/limits.ts';
import { appError, type ErrorCode } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { ActionRequest, Delivered } from '../../../ports/action.ts';
import type { DeliveryFailure } from '../../../ports/connector.ts';
import { graphUrl, type Asking } from '../graph-client.ts';
import { createdSchema } from '../graph-schemas.ts';
import { deedsOf, type Deed } from './deeds.ts';

type Outcome = Result<Delivered, DeliveryFailure>;

/**
 * Does one thing at the platform, once. Facebook has no key against doubles, so everything but a
 * clear word stays `unknown`, also a success without an id. What is to be deleted and is not there is
 * deleted.
 */
export async function act(asking: Asking, request: ActionRequest): Promise<Outcome> {
  const trouble = troubleWith(request);
  if (trouble !== null) return rejected(trouble);
  const deeds = deedsOf(request, asking.account.externalId);
  if (!deeds.ok) return rejected(deeds.error);
  const [first, ...more] = deeds.value;
  let done = await carryOut(asking, first);
  if (!done.ok && request.action === 'delete' && done.error.error.code === 'object_gone') {
    return ok({ externalId: null });
  }
  for (const deed of more) {
    if (!done.ok) return done;
    const next = await carryOut(asking, deed);
    // A part of it stands before the customer: it must not be said again by itself.
    done = next.ok ? next : err({ outcome: 'unknown', error: next.error.error });
  }
  return done;
}

/** What can be told before anything leaves. */
function troubleWith(request: ActionRequest): ErrorCode | null {
  if (!('text' in request)) return null;
  const image = 'image' in request ? request.image : null;
  if (image !== null && image.bytes.byteLength > MAX_IMAGE_BYTES) return 'image_too_large';
  if (request.text.trim() === '' && image === null) return 'text_empty';
  const limit = textLimit(request.channel, request.action);
  return request.text.length > limit ? 'text_too_long' : null;
}

async function carryOut({ client, account, signal }: Asking, deed: Deed): Promise<Outcome> {
  const { path, says, ...write } = deed;
  const answer = await client.write({ ...write, url: graphUrl(account, path) }, signal);
  return answer.ok ? READERS[says](answer.value.body) : answer;
}

const sent = z.object({ message_id: z.string().min(1) });
/** `{success: true}`; of people who were blocked a yes for each. */
const agreed = z.record(z.string(), z.boolean());

/** How the success of a deed is read. */
const READERS: Readonly<Record<Deed['says'], (body: unknown) => Outcome>> = {
  id: (body) => {
    const created = createdSchema.safeParse(body);
    return created.success ? ok({ externalId: created.data.id }) : unclear('id');
  },
  message_id: (body) => {
    const created = sent.safeParse(body);
    return created.success ? ok({ externalId: created.data.message_id }) : unclear('message_id');
  },
  success: (body) => {
    const answers = agreed.safeParse(body);
    if (!answers.success || Object.keys(answers.data).length === 0) return unclear('success');
    const all = Object.values(answers.data).every((yes) => yes);
    return all ? ok({ externalId: null }) : rejected('refused');
  },
};

const unclear = (field: string): Outcome =>
  err({ outcome: 'unknown', error: appError('unknown_outcome', { field }) });

const rejected = (code: ErrorCode): Outcome => err({ outcome: 'rejected', error: appError(code) });
