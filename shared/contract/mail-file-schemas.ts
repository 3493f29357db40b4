import { atMs } from './basic-schemas.ts';
import { z } from './zod.ts';

/** What can be seen of a file of a mail. Everything in it is a stranger's: text, and nothing else. */

const heardAddress = z.object({ name: z.string().nullable(), address: z.string() });

/** A time as an invitation says it: on the clock of its place, and the instant where one can tell. */
const eventTime = z.object({
  wall: z.string(),
  zone: z.string().nullable(),
  atMs: atMs.nullable(),
});
export type EventTimeView = z.infer<typeof eventTime>;

const calendarEvent = z.object({
  method: z.enum(['request', 'cancel', 'reply', 'publish']),
  title: z.string(),
  where: z.string(),
  notes: z.string(),
  starts: eventTime.nullable(),
  ends: eventTime.nullable(),
  recurs: z.boolean(),
  organiser: heardAddress.nullable(),
  attendees: z.number(),
  answer: z
    .object({
      by: heardAddress,
      says: z.enum(['accepted', 'declined', 'tentative', 'other']),
    })
    .nullable(),
  /** Further events in the same file. */
  more: z.number(),
});
export type CalendarEventView = z.infer<typeof calendarEvent>;

const innerMail = z.object({
  subject: z.string(),
  from: heardAddress.nullable(),
  to: z.array(heardAddress),
  dateMs: atMs.nullable(),
  text: z.string(),
  isCut: z.boolean(),
  files: z.array(z.object({ name: z.string(), size: z.number() })),
  /** The mails within it, as far down as is read. */
  get mails() {
    return z.array(innerMail);
  },
});
export type InnerMailView = z.infer<typeof innerMail>;

/** What a file shows without another program; `file`: nothing, it can be saved. */
export const readableFile = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mail'), mail: innerMail }),
  z.object({ kind: z.literal('event'), event: calendarEvent }),
  z.object({ kind: z.literal('picture'), dataUrl: z.string() }),
  z.object({ kind: z.literal('text'), text: z.string(), isCut: z.boolean() }),
  z.object({ kind: z.literal('file') }),
]);
export type ReadableFileView = z.infer<typeof readableFile>;
