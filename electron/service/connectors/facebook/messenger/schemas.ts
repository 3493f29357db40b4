import { z } from 'zod';
import { decoration, figure, flag, person, text } from '../graph-schemas.ts';

const people = z
  .object({ data: z.array(person.nullable().catch(null)) })
  .nullish()
  .catch(null);

const picture = z.object({ url: decoration, render_as_sticker: flag }).nullish().catch(null);

const attachment = z
  .object({
    mime_type: decoration,
    name: decoration,
    image_data: picture,
    video_data: z.object({ url: decoration }).nullish().catch(null),
    file_url: decoration,
  })
  .nullish()
  .catch(null);

export type PrivateAttachment = z.infer<typeof attachment>;

const list = <T extends z.ZodType>(item: T) =>
  z
    .object({ data: z.array(item) })
    .nullish()
    .catch(null);

/** A private message. Who wrote what and when is strict, the rest is lenient, as in public. */
export const messageSchema = z.object({
  id: z.string(),
  created_time: z.unknown().optional(),
  from: person.nullish(),
  to: people,
  message: text,
  sticker: decoration,
  attachments: list(attachment),
  shares: list(
    z.object({ link: decoration, name: decoration, description: decoration }).nullish().catch(null),
  ),
  is_unsupported: flag,
});

export type PrivateMessage = z.infer<typeof messageSchema>;

/** A conversation; its messages may come inside it, the newest first. */
export const threadSchema = z.object({
  id: z.string(),
  updated_time: z.unknown().optional(),
  message_count: figure,
  participants: people,
  can_reply: flag,
  link: decoration,
  messages: z
    .object({
      data: z.array(z.unknown()),
      paging: z.object({ next: z.string().nullish() }).nullish(),
    })
    .nullish()
    .catch(null),
});

export const MESSAGE_FIELDS = [
  'id',
  'created_time',
  'from',
  'to',
  'message',
  'sticker',
  'attachments',
  'shares',
  'is_unsupported',
].join(',');

export const THREAD_FIELDS = 'id,updated_time,message_count,participants,can_reply,link';

/** A whole first read asks for the newest messages along with the conversations. */
export const THREAD_WITH_MESSAGES = `${THREAD_FIELDS},messages.limit(20){${MESSAGE_FIELDS}}`;
