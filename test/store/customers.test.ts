import { describe, expect, it } from 'vitest';
import type { NewEvent } from '../../shared/domain/event.ts';
import type { Person } from '../../shared/domain/customer/types.ts';
import { MIGRATIONS } from '../../electron/service/store/migrations/migrate.ts';
import {
  ACCOUNT,
  accountAdded,
  derivedRows,
  NOW_MS,
  someConversations,
  workspace,
} from '../support/store.ts';

const who = (externalId: string, accountId = ACCOUNT): Person => ({ accountId, externalId });

const linked = (one: Person, other: Person, atMs = NOW_MS): NewEvent => ({
  kind: 'person.linked',
  actor: 'agent:Anna',
  accountId: null,
  conversationId: null,
  happenedAtMs: atMs,
  payload: { people: [one, other] },
});

const unlinked = (person: Person, atMs = NOW_MS): NewEvent => ({
  ...linked(person, person, atMs),
  kind: 'person.unlinked',
  payload: { person },
});

/** Two conversations of two people, the second of whom never gave a name at first. */
const talk = (
  id: string,
  person: { readonly externalId: string; readonly name: string | null },
  { atMs = NOW_MS, text = 'Buongiorno', accountId = ACCOUNT, channel = 'facebook' } = {},
): readonly NewEvent[] => {
  const base = { actor: 'connector', accountId, conversationId: id, happenedAtMs: atMs };
  return [
    {
      ...base,
      kind: 'conversation.opened',
      payload: {
        channel: channel as 'facebook' | 'email',
        kind: channel === 'email' ? 'email' : 'comment',
        externalId: `c-${id}`,
        contextExternalId: null,
        starter: person,
        teamId: 'care',
        permalink: null,
      },
    },
    {
      ...base,
      kind: 'message.observed',
      payload: {
        messageId: `m-${id}`,
        externalId: `c-${id}`,
        parentExternalId: null,
        author: person,
        authorKind: 'customer',
        text,
        createdAtMs: atMs,
        visibility: 'public',
        source: null,
        presence: 'visible',
        attachments: [],
        permalink: null,
        addressees: [],
      },
    },
  ];
};

const names = (rows: readonly { readonly name: string | null }[]) => rows.map(({ name }) => name);

describe('customers in the store', () => {
  it('are all identities that were linked, whichever one is asked for', () => {
    const store = workspace().open();
    store.append([accountAdded(), accountAdded('mail')]);
    store.append(talk('1', { externalId: 'p1', name: 'Anna Rossi' }));
    store.append(talk('2', { externalId: 'p2', name: 'Bruno' }));
    store.append(
      talk(
        '3',
        { externalId: 'anna@x.example', name: null },
        { accountId: 'mail', channel: 'email' },
      ),
    );
    const mail = who('anna@x.example', 'mail');
    store.append([linked(who('p1'), mail)]);
    expect(store.customerOf(mail)).toEqual([who('p1'), mail]);
    expect(store.customerOf(who('p2'))).toEqual([who('p2')]);
    expect(store.conversationsOf(store.customerOf(mail), 5).map(({ id }) => id)).toEqual([
      '3',
      '1',
    ]);
    store.append([linked(who('p2'), mail), unlinked(who('p1'))]);
    expect(store.customerOf(mail)).toEqual([who('p2'), mail]);
    expect(store.personOfConversation('3')).toEqual(mail);
  });

  it('lose those of an account that was removed, and have them again when it returns', () => {
    const store = workspace().open();
    store.append([accountAdded(), ...talk('1', { externalId: 'p1', name: 'Anna' })]);
    store.append(talk('2', { externalId: 'p2', name: 'Bruno' }));
    store.append([linked(who('p1'), who('p2'))]);
    store.append([{ ...accountAdded(), kind: 'account.removed', payload: {} } as NewEvent]);
    expect(store.people(store.customerOf(who('p1')))).toEqual([]);
    store.append([accountAdded()]);
    expect(names(store.people(store.customerOf(who('p1'))))).toEqual(['Anna', 'Bruno']);
  });

  it('are no change of settings', () => {
    const store = workspace().open();
    store.append([accountAdded()]);
    expect(store.append([linked(who('a'), who('b'))]).settings).toBe(false);
  });
});

/** A workspace with three conversations of two people. */
const withPeople = () => {
  const store = workspace().open();
  store.append([accountAdded(), accountAdded('mail')]);
  store.append(talk('1', { externalId: '4711', name: 'Nicolò Bianchi' }));
  store.append(talk('2', { externalId: '4711', name: 'Nico Bianchi' }, { atMs: NOW_MS + 1 }));
  store.append(
    talk(
      '3',
      { externalId: 'n.bianchi@x.example', name: 'N. B.' },
      {
        accountId: 'mail',
        channel: 'email',
        text: 'Sono Giulia',
      },
    ),
  );
  return store;
};

describe('people are found', () => {
  it.each([
    ['bian', ['Nico Bianchi', 'N. B.']],
    ['nicolo', ['Nico Bianchi']],
    ['BIANCHI nico', ['Nico Bianchi']],
    ['n.bianchi@x', ['N. B.']],
    ['giulia', []],
    ['4711', []],
    ['"*', []],
    ['', []],
  ])('by %j: %j', (text, found) => {
    expect(names(withPeople().findPeople(text, 20))).toEqual(found);
  });

  it('each once, with the newest name, how often and when they wrote last', () => {
    expect(withPeople().findPeople('nico', 20)).toEqual([
      {
        accountId: ACCOUNT,
        externalId: '4711',
        channel: 'facebook',
        name: 'Nico Bianchi',
        lastAtMs: NOW_MS + 1,
        conversationCount: 2,
      },
    ]);
  });

  it('by at most as many as are asked for', () => {
    expect(withPeople().findPeople('bian', 1)).toHaveLength(1);
  });
});

it('a workspace from before has the same people as one made anew', () => {
  const { open, raw } = workspace();
  const store = open();
  store.append([accountAdded()]);
  for (const facts of someConversations(40, 3)) store.append(facts);
  const ours = talk('ours', { externalId: 'page', name: 'La Pagina' });
  store.append(ours.map((one) => withKind(one, 'brand')));
  store.append(talk('late', { externalId: 'p9', name: null }));
  store.append(
    talk('late', { externalId: 'p9', name: 'Nina' }, { atMs: NOW_MS + 5 })
      .slice(1)
      .map(
        (one) =>
          ({ ...one, payload: { ...one.payload, messageId: 'm2', externalId: 'm2' } }) as NewEvent,
      ),
  );
  store.close();
  const db = raw();
  const made = derivedRows(db);
  db.exec('DROP TABLE participant; DROP TABLE participant_name; DROP TABLE customer');
  MIGRATIONS.find(({ version }) => version === 43)?.up(db);
  expect(derivedRows(db)).toEqual(made);
  db.close();
});

const withKind = (event: NewEvent, authorKind: 'brand'): NewEvent =>
  event.kind === 'message.observed'
    ? { ...event, payload: { ...event.payload, authorKind, source: 'native' } }
    : event;

it('rebuilding gives the same customers, and the check finds one that was spoiled', () => {
  const { open, raw } = workspace();
  const store = open();
  store.append([accountAdded()]);
  for (const facts of someConversations(20, 5)) store.append(facts);
  store.append([linked(who('p1'), who('p2')), linked(who('p2'), who('p3')), unlinked(who('p1'))]);
  const db = raw();
  const before = derivedRows(db);
  expect(store.rebuildCheck()).toEqual({ ok: true, findings: [] });
  store.rebuild();
  expect(derivedRows(db)).toEqual(before);
  expect(before['customer']).toHaveLength(2);
  db.exec("UPDATE customer SET customer_id = 'x'");
  expect(store.rebuildCheck().findings).toEqual(['customer: rows are not what was said of people']);
  db.close();
});
