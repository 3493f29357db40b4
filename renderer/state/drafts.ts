import type { ComposerMode } from '../../shared/contract/channel-schemas.ts';

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

/** What is being written in one conversation. */
export interface Draft {
  readonly text: string;
  readonly mode: DraftMode;
  /** The person said where it goes: a kept draft no longer decides that. */
  readonly modeChosen: boolean;
  /** The message that it answers, by id; null: the conversation as a whole. */
  readonly replyTo: string | null;
  readonly image: DraftImage | null;
  /** The text and mode that the service has; null when it has none. */
  readonly saved: { readonly text: string; readonly mode: DraftMode } | null;
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
}

/** Nothing is being written. */
export const initialDrafts: DraftsState = { byId: {} };

/** An empty sheet: public, unless the person says otherwise. */
export const EMPTY_DRAFT: Draft = {
  text: '',
  mode: 'public',
  modeChosen: false,
  replyTo: null,
  image: null,
  saved: null,
  seeded: false,
  sending: false,
  error: null,
};

/** Whether the service knows all that was typed. An empty sheet that was never saved is safe too. */
export const isSaved = (draft: Draft): boolean =>
  draft.saved === null
    ? draft.text === ''
    : draft.saved.text === draft.text && draft.saved.mode === draft.mode;
