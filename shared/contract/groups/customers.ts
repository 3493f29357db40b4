import { z } from '../zod.ts';
import { linkProposal, person, personRow } from '../customer-schemas.ts';
import { procedure } from '../procedure.ts';
import { id } from '../schemas.ts';

/** What `undo` takes back; null: it was so already. */
const said = z.object({ opId: id.nullable() });

/** Who is whom: identities that one customer has at several places. */
export const customers = {
  /** People whose name or address has these words as beginnings, the newest first, at most 20. */
  search: procedure.input(z.object({ text: z.string().max(200) })).output(z.array(personRow)),
  /** Who else the customer of a conversation may be. */
  proposals: procedure.input(z.object({ conversationId: id })).output(z.array(linkProposal)),
  /** Says that two are one customer, with all whom either is linked to. Fails with `not_found`. */
  link: procedure.input(z.object({ one: person, other: person })).output(said),
  /** Takes one identity out of its customer; the others stay together. */
  unlink: procedure.input(person).output(said),
  /** Takes back a link or an unlink as if it never was. Fails with `not_found`. */
  undo: procedure.input(z.object({ opId: id })).output(z.void()),
};
