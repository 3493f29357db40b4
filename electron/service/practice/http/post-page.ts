import type { Item } from '../world/items.ts';
import type { PageState } from '../world/state.ts';
import { answer, type Answer } from './answers.ts';
import { escapeHtml as escape, PAGE_STYLE } from './html.ts';

function block(state: PageState, item: Item): string {
  const reply = item.kind === 'comment' && item.parentId !== null;
  const when = new Date(item.createdAtMs).toISOString().slice(0, 16).replace('T', ' ');
  const author = escape(item.from?.name ?? '—');
  const tail = item.id.slice(item.id.indexOf('_') + 1);
  const head = `<b>${author}</b> <small>${when} UTC</small>`;
  const text = escape(state.textOf(item)) || (state.photoOf(item) ? '📷' : '');
  return `<article id="${tail}"${reply ? ' class="reply"' : ''}>${head}\n${text}</article>`;
}

/** The thread below its top-level comment, in reading order. */
function threads(state: PageState, post: Item): readonly Item[] {
  const all = state.below(post);
  const tops = all.filter((comment) => comment.parentId === null);
  return tops.flatMap((top) => [top, ...all.filter((comment) => comment.parentId === top.id)]);
}

/** A permalink opened in a browser: the post with its comments, to look at only. */
export function postPage(state: PageState, path: readonly string[]): Answer {
  const [, , tail = ''] = path;
  const post = state.find(`${state.info.id}_${tail}`);
  if (post === null) return { status: 404, body: '<!DOCTYPE html><p>404</p>' };
  const blocks = [post, ...threads(state, post)].map((item) => block(state, item)).join('');
  const title = escape(state.info.name);
  return answer(
    `<!DOCTYPE html><html lang="it"><meta charset="utf-8"><title>${title}</title>` +
      `<style>${PAGE_STYLE}</style><h1>${title}</h1>${blocks}</html>`,
  );
}
