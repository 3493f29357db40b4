import type { PracticeControl } from '../../../electron/service/practice/index.ts';
import type { Entry, Ledger, Writer } from './ledger.ts';
import type { Deed } from './steps.ts';
import { PAGE_TEXTS, TEXTS } from './texts.ts';

/** Who writes on the page. */
const PEOPLE: readonly Writer[] = [
  'Anna Bianchi',
  'Bruno Conti',
  'Carla Dini',
  'Dario Esposito',
  'Elena Fabbri',
  'Furio Galli',
].map((name, index) => ({ id: `90000${String(index)}`, name }));

const CUSTOMER_TEXTS = Object.values(TEXTS).flat();

/** Where a deed is done. */
export interface Scene {
  readonly ledger: Ledger;
  readonly control: PracticeControl;
  readonly nowMs: number;
}

const pick = <T>(list: readonly T[], die: number): T | undefined =>
  list[Math.floor(die * list.length)];

type Fits = (entry: Entry) => boolean;

/** The first that fits from a thrown place on; half of what is done is done to what is newest. */
function choose({ ledger }: Scene, { dice: [where, old] }: Deed, fits: Fits): Entry | undefined {
  const { entries } = ledger;
  const share = old < 0.5 ? where : 1 - (where * Math.min(NEWEST, entries.length)) / entries.length;
  const start = Math.floor(share * entries.length);
  for (let step = 0; step < entries.length; step += 1) {
    const entry = entries[(start + step) % entries.length];
    if (entry !== undefined && fits(entry)) return entry;
  }
  return undefined;
}

const NEWEST = 20;

const isComment: Fits = ({ kind }) => kind === 'comment';

/** Does it at the page and writes it down; a deed that has nothing to be done to is left undone. */
export function doDeed(scene: Scene, deed: Deed): void {
  const { ledger } = scene;
  const there: Fits = (entry) => ledger.isThere(entry);
  switch (deed.kind) {
    case 'page_posts':
    case 'visitor_posts':
    case 'somebody_mentions':
      return publish(scene, deed);
    case 'customer_comments':
    case 'page_comments':
      return comment(
        scene,
        deed,
        choose(scene, deed, (one) => !isComment(one) && there(one)),
      );
    case 'customer_replies':
    case 'page_replies':
      return comment(
        scene,
        deed,
        choose(scene, deed, (one) => isComment(one) && there(one)),
      );
    case 'edit':
      return edit(scene, choose(scene, deed, there), deed.dice[2]);
    case 'hide':
    case 'show': {
      const hidden = deed.kind === 'hide';
      return hide(
        scene,
        choose(scene, deed, (one) => mayHide(ledger, one) && there(one)),
        hidden,
      );
    }
    case 'delete': {
      // A post takes everything below with it: that is to happen, but not all the time.
      const postsToo = deed.dice[2] < 0.03;
      return remove(
        scene,
        choose(scene, deed, (one) => (postsToo || isComment(one)) && there(one)),
      );
    }
    case 'restore':
      return restore(
        scene,
        choose(scene, deed, ({ id }) => ledger.isDeleted(id)),
      );
    case 'like':
      return like(scene, choose(scene, deed, there), deed.dice[2]);
  }
}

const mayHide = ({ page }: Ledger, { author, kind }: Entry): boolean =>
  author.id !== page.id && kind !== 'mention';

function publish({ ledger, control, nowMs }: Scene, { kind, dice }: Deed): void {
  const [who, what] = dice;
  const own = kind === 'page_posts';
  const author = own ? ledger.page : (pick(PEOPLE, who) ?? ledger.page);
  const text = pick(own ? PAGE_TEXTS : CUSTOMER_TEXTS, what) ?? '';
  const postKind = own ? 'own' : kind === 'visitor_posts' ? 'visitor' : 'mention';
  const id = control.writePost({ kind: postKind, from: author, text });
  ledger.add({ id, kind: postKind, author, postId: id, parentId: null, photo: false }, nowMs, text);
}

function comment(scene: Scene, { kind, dice }: Deed, target: Entry | undefined): void {
  if (target === undefined) return;
  const { ledger, control, nowMs } = scene;
  const [, , who, what] = dice;
  const byPage = kind === 'page_comments' || kind === 'page_replies';
  const author = byPage ? ledger.page : authorOf(ledger, target, who);
  const text = pick(byPage ? PAGE_TEXTS : CUSTOMER_TEXTS, what) ?? '';
  const photo = !byPage && (who * 10) % 1 < 0.08;
  const id = control.writeComment({ parent: target.id, from: author, text, photo });
  const parentId = target.kind === 'comment' ? (target.parentId ?? target.id) : null;
  ledger.add({ id, kind: 'comment', author, postId: target.postId, parentId, photo }, nowMs, text);
}

/** In a thread mostly the one who began it goes on. */
function authorOf(ledger: Ledger, target: Entry, die: number): Writer {
  const starter = ledger.get(target.parentId ?? target.id).author;
  if (target.kind === 'comment' && starter.id !== ledger.page.id && die < 0.5) return starter;
  return pick(PEOPLE, (die * 2) % 1) ?? starter;
}

function edit({ ledger, control, nowMs }: Scene, entry: Entry | undefined, die: number): void {
  if (entry === undefined) return;
  const own = entry.author.id === ledger.page.id;
  const text = pick(own ? PAGE_TEXTS : CUSTOMER_TEXTS, die) ?? '';
  control.edit(entry.id, text);
  entry.texts.push({ atMs: nowMs, value: text });
}

function hide({ control, nowMs }: Scene, entry: Entry | undefined, hidden: boolean): void {
  if (entry === undefined) return;
  if (hidden) control.hide(entry.id);
  else control.unhide(entry.id);
  entry.hidden.push({ atMs: nowMs, value: hidden });
}

function remove({ control, nowMs }: Scene, entry: Entry | undefined): void {
  if (entry === undefined) return;
  control.remove(entry.id);
  entry.deleted.push({ atMs: nowMs, value: true });
}

function restore({ control, nowMs }: Scene, entry: Entry | undefined): void {
  if (entry === undefined) return;
  control.restore(entry.id);
  entry.deleted.push({ atMs: nowMs, value: false });
}

function like({ control, nowMs }: Scene, entry: Entry | undefined, die: number): void {
  if (entry === undefined) return;
  const before = entry.likes.at(-1)?.value ?? 0;
  const more = die < 0.6 || before === 0 ? 1 : -1;
  control.like(entry.id, more);
  entry.likes.push({ atMs: nowMs, value: before + more });
}
