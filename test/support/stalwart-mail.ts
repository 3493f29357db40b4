import { z } from 'zod';

/* The expected parse beside each message of stalwartlabs/mail-parser, as far as it is compared. */

const mailbox = z.object({ name: z.string().nullable(), address: z.string().nullable() });
const headerSchema = z.object({ name: z.unknown(), value: z.unknown() });
const partSchema = z.object({
  headers: z.array(headerSchema),
  body: z.record(z.string(), z.unknown()),
});
const messageSchema = z.object({
  text_body: z.array(z.number()),
  attachments: z.array(z.number()),
  parts: z.array(partSchema),
});
type Part = z.infer<typeof partSchema>;

/** What two parsers are compared by. */
export interface ComparedMail {
  readonly subject: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly messageId: readonly string[];
  readonly references: readonly string[];
  readonly text: string;
  readonly files: readonly string[];
}

/** Returns what the other parser found. Text is empty when it is made from HTML or not of one part. */
export function expectedMail(json: unknown): ComparedMail {
  const message = messageSchema.parse(json);
  const root = message.parts[0];
  const texts = message.text_body.map((index) => message.parts[index]?.body['Text']);
  return {
    subject: textsOf(root, 'subject')[0] ?? '',
    from: addressesOf(root, 'from').slice(0, 1),
    to: addressesOf(root, 'to'),
    cc: addressesOf(root, 'cc'),
    messageId: textsOf(root, 'message_id').slice(0, 1),
    references: textsOf(root, 'references'),
    text: texts.map((text) => (typeof text === 'string' ? text : '')).join('\n'),
    files: message.attachments.map((index) => fileName(message.parts[index])),
  };
}

const valueOf = (part: Part | undefined, name: string): unknown =>
  part?.headers.find((header) => header.name === name)?.value;

function textsOf(part: Part | undefined, name: string): readonly string[] {
  const parsed = z
    .union([
      z.object({ Text: z.string() }).transform(({ Text }) => [Text]),
      z.object({ TextList: z.array(z.string()) }).transform(({ TextList }) => TextList),
    ])
    .safeParse(valueOf(part, name));
  return parsed.success ? parsed.data : [];
}

function addressesOf(part: Part | undefined, name: string): readonly string[] {
  const parsed = z
    .object({
      Address: z.union([
        z.object({ List: z.array(mailbox) }).transform(({ List }) => List),
        z
          .object({ Group: z.array(z.object({ addresses: z.array(mailbox) })) })
          .transform(({ Group }) => Group.flatMap((group) => group.addresses)),
      ]),
    })
    .safeParse(valueOf(part, name));
  const list = parsed.success ? parsed.data.Address : [];
  return list
    .filter((one) => one.address !== null)
    .map((one) => `${one.name ?? ''} <${one.address ?? ''}>`.trim());
}

function fileName(part: Part | undefined): string {
  const type = z.object({
    ContentType: z.object({
      attributes: z.array(z.object({ name: z.string(), value: z.string() })).nullable(),
    }),
  });
  const named = [
    ['content_disposition', 'filename'],
    ['content_type', 'name'],
  ].map(([header, attribute]) => {
    const parsed = type.safeParse(valueOf(part, header ?? ''));
    const attributes = parsed.success ? parsed.data.ContentType.attributes : null;
    return attributes?.find((one) => one.name === attribute)?.value;
  });
  return named.find((name) => name !== undefined) ?? '';
}
