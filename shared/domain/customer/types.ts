/** Somebody as one account knows them: by a platform id, or by their address (`personIdOf`). */
export interface Person {
  readonly accountId: string;
  readonly externalId: string;
}

/** The name under which a person is kept apart from all others. */
export const personKey = ({ accountId, externalId }: Person): string =>
  `${accountId}/${externalId}`;

/** Whether two are the same person of the same account; not whether they are one customer. */
export const samePerson = (one: Person, other: Person): boolean =>
  one.accountId === other.accountId && one.externalId === other.externalId;
