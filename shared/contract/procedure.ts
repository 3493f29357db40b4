import { oc } from '@orpc/contract';
import { appErrorSchema } from './basic-schemas.ts';

/**
 * What every procedure is made from. Each expected failure is the oRPC error `APP` whose data is an
 * AppError; anything else is a bug.
 */
export const procedure = oc.errors({ APP: { data: appErrorSchema } });
