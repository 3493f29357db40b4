import { position as positionOf } from '../usecases/position.ts';
import { api } from './base.ts';

/** The group `position` of the contract. */
export const position = api.position.router({
  get: api.position.get.handler(({ context, input }) => {
    const { rows, trail, coverage, guard } = positionOf(context.inbox, input);
    return {
      rows: [...rows],
      trail: [...trail],
      coverage: { share: coverage.share, gaps: [...coverage.gaps] },
      guard,
    };
  }),
});
