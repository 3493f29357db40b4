import { linkPeople, undoLink, unlinkPerson } from '../usecases/customers/link.ts';
import { proposeLinks } from '../usecases/customers/propose.ts';
import { api, unwrap } from './base.ts';

/** As many as a dialog shows; who is not among them is found by more words. */
const MOST_FOUND = 20;

/** The group `customers` of the contract. */
export const customers = api.customers.router({
  search: api.customers.search.handler(({ context, input }) => [
    ...context.inbox.store.findPeople(input.text, MOST_FOUND),
  ]),
  proposals: api.customers.proposals.handler(({ context, input }) =>
    proposeLinks(context.inbox.store, input.conversationId).map(({ person, reasons }) => ({
      person,
      reasons: [...reasons],
    })),
  ),
  link: api.customers.link.handler(({ context, input }) =>
    unwrap(linkPeople(context.inbox, input.one, input.other)),
  ),
  unlink: api.customers.unlink.handler(({ context, input }) =>
    unwrap(unlinkPerson(context.inbox, input)),
  ),
  undo: api.customers.undo.handler(({ context, input }) => {
    unwrap(undoLink(context.inbox, input.opId));
  }),
});
