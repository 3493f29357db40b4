import type { RasterType } from './picture.ts';
import type { MailAddress } from './types.ts';

/** A time as an invitation says it. */
export interface EventTime {
  /** On the clock of its place, `2026-11-25T10:00:00`; of a whole day `2026-11-25`. */
  readonly wall: string;
  /** The zone by its IANA name, or as the sender calls it; null: whole days, or no zone is said. */
  readonly zone: string | null;
  /** The instant, in UTC milliseconds; null where nobody can tell which it is. */
  readonly atMs: number | null;
}

/** An invitation, or what became of one (RFC 5545, RFC 5546). */
export interface CalendarEvent {
  /** What it is about: to come, to strike out, somebody's answer, or just to know. */
  readonly method: 'request' | 'cancel' | 'reply' | 'publish';
  readonly title: string;
  readonly where: string;
  readonly notes: string;
  readonly starts: EventTime | null;
  /** Of whole days the last one; null: it says no end. */
  readonly ends: EventTime | null;
  /** It comes again; `starts` is the first time. */
  readonly recurs: boolean;
  readonly organiser: MailAddress | null;
  readonly attendees: number;
  /** Of a reply: who says what. */
  readonly answer: {
    readonly by: MailAddress;
    readonly says: 'accepted' | 'declined' | 'tentative' | 'other';
  } | null;
  /** Further events in the same file, which are not told of here. */
  readonly more: number;
}

/** A mail within a mail, as it is read. */
export interface ReadableMail {
  readonly subject: string;
  readonly from: MailAddress | null;
  readonly to: readonly MailAddress[];
  /** As its sender's clock says. */
  readonly dateMs: number | null;
  readonly text: string;
  /** The text was longer than is shown. */
  readonly isCut: boolean;
  /** The files that came with it: their names and their sizes in bytes. */
  readonly files: readonly { readonly name: string; readonly size: number }[];
  /** The mails within it, as far down as is read. */
  readonly mails: readonly ReadableMail[];
}

/** What can be seen of a file without opening it in another program. */
export type Readable =
  | { readonly kind: 'mail'; readonly mail: ReadableMail }
  | { readonly kind: 'event'; readonly event: CalendarEvent }
  /** `dataUrl` is of a raster type. */
  | { readonly kind: 'picture'; readonly type: RasterType; readonly dataUrl: string }
  | { readonly kind: 'text'; readonly text: string; readonly isCut: boolean }
  /** Nothing; it can be saved. */
  | { readonly kind: 'file' };
