import type { ComposerMode } from '../../shared/contract/channel-schemas.ts';
import {
  isWritten,
  mailKey,
  USUAL_MAIL,
  type MailHabits,
  type MailWriting,
} from './mail-writing.ts';

/** Where a text goes: to the page for all to see, to one person alone, or to the team as a note. */
export type DraftMode = ComposerMode['mode'];

/** A picture that goes along. */
export interface DraftImage {
  /** The service's name for it; null while it is being handed over. */
  readonly imageId: string | null;
  readonly name: string;
  readonly bytes: number;
  /** The picture itself: the service forgets it when its reply is taken back. */
  readonly file: File;
  /** A small picture of it as a `data:` address; null where it cannot be drawn. */
  readonly preview: string | null;
}

/** What the service keeps of a draft. */
export interface SavedDraft {
  readonly text: string;
  readonly mode: DraftMode;
  /** By {@link mailKey}. */
  readonly mail: string;
  readonly replyTo: string | null;
  /** When it was kept, by the service's clock. */
  readonly atMs: number;
}

/** What is being written in one conversation. */
export interface Draft {
  readonly text: string;
  readonly mode: DraftMode;
  /** The person said where it goes: a kept draft no longer decides that. */
  readonly modeChosen: boolean;
  /** The message that it answers, by id; null: the conversation as a whole. */
  readonly replyTo: string | null;
  readonly image: DraftImage | null;
  /** What is written into a mail beside its text; as usual where it is none. */
  readonly mail: MailWriting;
  /** What the service has; null when it has nothing. */
  readonly saved: SavedDraft | null;
  /** What the service keeps is known here; before that, nothing may be written over it. */
  readonly seeded: boolean;
  /** Handed over this moment: the text stays until the service has it. */
  readonly sending: boolean;
  /** Why it could not be handed over; an error code. */
  readonly error: string | null;
}

/** What is needed of a reply that may return: its words and where they were to go. */
export type WrittenReply = Pick<Draft, 'text' | 'mode' | 'replyTo' | 'image'>;

export interface DraftsState {
  readonly byId: Readonly<Record<string, Draft>>;
  /** What mails are written with; the interface's language is not kept here. */
  readonly habits: Omit<MailHabits, 'language'>;
}

/** Nothing is being written. */
export const initialDrafts: DraftsState = {
  byId: {},
  habits: { signatures: [], quote: false },
};

/** An empty sheet: public, unless the person says otherwise. */
export const EMPTY_DRAFT: Draft = {
  text: '',
  mode: 'public',
  modeChosen: false,
  replyTo: null,
  image: null,
  mail: USUAL_MAIL,
  saved: null,
  seeded: false,
  sending: false,
  error: null,
};

/** Whether there is anything that is worth being kept. */
export const isWorthKeeping = ({ text, mail }: Pick<Draft, 'text' | 'mail'>): boolean =>
  text !== '' || isWritten(mail);

/** Returns what the service has of a draft that it kept at `atMs`; null: nothing worth it. */
export const savedAs = (draft: Draft, atMs: number): SavedDraft | null =>
  isWorthKeeping(draft)
    ? {
        text: draft.text,
        mode: draft.mode,
        mail: mailKey(draft.mail),
        replyTo: draft.replyTo,
        atMs,
      }
    : null;

/** Whether the service knows all that was typed. An empty sheet that was never saved is safe too. */
export function isSaved(draft: Draft): boolean {
  const had = draft.saved;
  const has = savedAs(draft, had?.atMs ?? 0);
  return JSON.stringify(has) === JSON.stringify(had);
}
