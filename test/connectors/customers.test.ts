import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../shared/domain/event.ts';
import type { Person } from '../../shared/domain/customer/types.ts';
import {
  linkPeople,
  undoLink,
  unlinkPerson,
} from '../../electron/service/usecases/customers/link.ts';
import { proposeLinks } from '../../electron/service/usecases/customers/propose.ts';
import { openConversation } from '../../electron/service/usecases/open-conversation.ts';
import { commit } from '../../electron/service/usecases/inbox.ts';
import { mailWorld, type MailWorld } from '../support/mail-world.ts';
import { OUR_ADDRESS, ScriptedMailbox, SETTINGS } from '../support/scripted-mailbox.ts';
import { START_MS } from '../support/service.ts';
import { accountAdded } from '../support/store.ts';

const ANNA = 'anna.rossi@cliente.example';
const PAGE = 'page-1';

/** A comment on the page, in a thread of its own. */
const comment = (id: string, author: { externalId: string; name: string }, text: string) =>
  [
    {
      kind: 'conversation.opened',
      payload: {
        channel: 'facebook',
        kind: 'comment',
        externalId: id,
        contextExternalId: null,
        starter: author,
        teamId: 'care',
        permalink: null,
      },
    },
    {
      kind: 'message.observed',
      payload: {
        messageId: `m-${id}`,
        externalId: id,
        parentExternalId: null,
        author,
        authorKind: 'customer',
        text,
        createdAtMs: START_MS - 5_000,
        visibility: 'public',
        source: null,
        presence: 'visible',
        attachments: [],
        permalink: null,
        addressees: [],
      },
    },
  ].map(
    (one): NewEvent =>
      ({
        ...one,
        actor: 'connector:facebook',
        accountId: PAGE,
        conversationId: id,
        happenedAtMs: START_MS - 5_000,
      }) as NewEvent,
  );

interface Scene {
  readonly world: MailWorld;
  readonly mail: Person;
  readonly mailConversation: string;
}

/** Anna wrote a mail; on the page somebody named her address, and somebody has her name. */
async function scene(): Promise<Scene> {
  const box = new ScriptedMailbox();
  box.arrive({ from: ANNA, messageId: 'a@c', atMs: START_MS - 10_000 });
  const world = await mailWorld(box.connector, SETTINGS);
  await world.sync();
  commit(world.inbox(), [
    accountAdded(PAGE),
    ...comment(
      'c1',
      { externalId: 'fb-1', name: 'Anna R.' },
      `Vi ho scritto da ${ANNA.toUpperCase()}!`,
    ),
    ...comment('c2', { externalId: 'fb-2', name: 'Rossi Anna' }, 'Anche a me'),
    ...comment('c3', { externalId: 'fb-3', name: 'Anna Rossi' }, `Scrivete a ${OUR_ADDRESS}`),
  ]);
  const [conversation] = world.conversations().filter(({ row }) => row.channel === 'email');
  return {
    world,
    mail: { accountId: world.account.id, externalId: ANNA },
    mailConversation: conversation?.row.id ?? '',
  };
}

const onPage = (externalId: string): Person => ({ accountId: PAGE, externalId });

function opened({ world }: Scene, id: string) {
  const found = openConversation(world.inbox(), id);
  if (!found.ok) throw new Error(found.error.code);
  const { customer } = found.value;
  return {
    who: customer?.identities.map(({ externalId }) => externalId).toSorted(),
    history: customer?.history.map((row) => `${row.channel} ${row.id}`),
  };
}

const opIdOf = (linked: ReturnType<typeof linkPeople>): string | null => {
  if (!linked.ok) throw new Error(linked.error.code);
  return linked.value.opId;
};

describe('a customer who wrote at two places', () => {
  test('is linked by hand, shows at both, and is undone as if it never was', async () => {
    const at = await scene();
    const { world, mail, mailConversation } = at;
    const alone = { who: [ANNA], history: [] };
    expect(opened(at, mailConversation)).toEqual(alone);
    const opId = opIdOf(linkPeople(world.inbox(), mail, onPage('fb-1')));
    expect(opened(at, mailConversation)).toEqual({ who: [ANNA, 'fb-1'], history: ['facebook c1'] });
    expect(opened(at, 'c1')).toEqual({
      who: [ANNA, 'fb-1'],
      history: [`email ${mailConversation}`],
    });
    expect(undoLink(world.inbox(), opId ?? '')).toMatchObject({ ok: true });
    expect(opened(at, mailConversation)).toEqual(alone);
    expect(undoLink(world.inbox(), opId ?? '')).toEqual({ ok: true, value: { opId: null } });
  });

  test('saying it again says nothing, and a stranger is nobody', async () => {
    const { world, mail } = await scene();
    const inbox = world.inbox();
    linkPeople(inbox, mail, onPage('fb-1'));
    linkPeople(inbox, onPage('fb-1'), onPage('fb-2'));
    const { length } = inbox.store.personFacts();
    expect(linkPeople(inbox, onPage('fb-2'), mail)).toEqual({ ok: true, value: { opId: null } });
    expect(unlinkPerson(inbox, onPage('fb-3'))).toEqual({ ok: true, value: { opId: null } });
    expect(linkPeople(inbox, mail, onPage('nobody'))).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(undoLink(inbox, 'nothing')).toMatchObject({ error: { code: 'not_found' } });
    expect(inbox.store.personFacts()).toHaveLength(length);
  });

  test('loses one identity, while the others stay together, also after our clock was set back', async () => {
    const at = await scene();
    const { world, mail } = at;
    const inbox = world.inbox();
    linkPeople(inbox, mail, onPage('fb-1'));
    world.clock.setWall(START_MS - 1_000_000);
    linkPeople(inbox, mail, onPage('fb-2'));
    const out = unlinkPerson(inbox, mail);
    expect(opened(at, 'c1').who).toEqual(['fb-1', 'fb-2']);
    expect(opened(at, at.mailConversation).who).toEqual([ANNA]);
    undoLink(inbox, opIdOf(out) ?? '');
    expect(opened(at, 'c2').who).toEqual([ANNA, 'fb-1', 'fb-2']);
  });

  test('pages are told of every conversation of both', async () => {
    const { world, mail, mailConversation } = await scene();
    const told: string[] = [];
    world.inbox().changes.listen((change) => {
      if (change.type === 'conversations') told.push(...change.ids);
    });
    linkPeople(world.inbox(), mail, onPage('fb-1'));
    expect(told.toSorted()).toEqual(['c1', mailConversation].toSorted());
  });
});

const told = ({ world }: Scene, id: string) =>
  proposeLinks(world.inbox().store, id).map(
    ({ person, reasons }) =>
      `${person.externalId}: ${reasons.map(({ kind, conversationId }) => `${kind} ${conversationId ?? '-'}`).join(', ')}`,
  );

describe('who may be the same customer', () => {
  test('whoever wrote the address of a mail’s sender, and the other way round', async () => {
    const at = await scene();
    expect(told(at, at.mailConversation)).toEqual(['fb-1: address_written c1']);
    expect(told(at, 'c1')).toEqual([`${ANNA}: address_written c1`]);
  });

  test('a namesake is a hint; our own address says nothing', async () => {
    const at = await scene();
    expect(told(at, 'c3')).toEqual(['fb-2: same_name -']);
  });

  test('nobody who is linked already', async () => {
    const at = await scene();
    linkPeople(at.world.inbox(), at.mail, onPage('fb-1'));
    expect(told(at, 'c1')).toEqual([]);
  });
});
