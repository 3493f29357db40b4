import type { MailAddress, MailHead } from './types.ts';

/** The platform id of a mail with this Message-ID, the same wherever a copy of it lies. */
export const mailIdOf = (messageId: string): string => `mid:${messageId}`;

/** Returns the Message-ID behind a {@link mailIdOf}; null: it is known by its bytes only. */
export const messageIdOf = (externalId: string): string | null =>
  externalId.startsWith('mid:') ? externalId.slice('mid:'.length) : null;

/** The platform id of a mail: by its Message-ID, else by `digest`, which its bytes give. */
export const externalIdOf = ({ messageId }: Pick<MailHead, 'messageId'>, digest: string): string =>
  messageId === null ? `sha:${digest}` : mailIdOf(messageId);

/** Who somebody is for us: their address, however it is written. */
export const personIdOf = ({ address }: Pick<MailAddress, 'address'>): string =>
  address.trim().toLowerCase();

/** Whether an address is one of ours, with or without a mark behind a plus sign (RFC 5233). */
export const isOurs = (one: MailAddress | null, ours: readonly MailAddress[]): boolean =>
  one !== null &&
  ours.some((own) => {
    const [id, ownId] = [personIdOf(one), personIdOf(own)];
    return id === ownId || id.replace(/\+[^@]*@/, '@') === ownId;
  });
