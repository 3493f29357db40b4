import { answer, graphError, type Answer } from './answers.ts';
import type { Fault, MetFaults } from './faults.ts';
import { isObject } from './render.ts';

const HTML = '<!DOCTYPE html><html><body><h1>Sorry, something went wrong.</h1></body></html>';

function errorOf({ code = 1, subcode, status }: Fault): Answer {
  return graphError({
    code,
    ...(subcode === undefined ? {} : { subcode }),
    ...(status === undefined ? {} : { status }),
  });
}

/** Returns what is answered without asking the page at all, or null when the page is asked. */
export function answerInstead(fault: Fault | null): Answer | null {
  switch (fault?.kind) {
    case 'html':
      return answer(HTML);
    case 'status500':
      return { status: fault.status ?? 500, body: HTML };
    case 'drop':
      return answer('');
    case 'error':
      return errorOf(fault);
    default:
      return null;
  }
}

const isList = (body: unknown): body is { readonly data: readonly unknown[] } =>
  isObject(body) && Array.isArray(body['data']);

/** A list that holds its first item once more, as happens when things move while one pages. */
const doubled = (data: readonly unknown[]): readonly unknown[] =>
  data.length === 0 ? data : [...data, data[0]];

/**
 * Bends what the page answered: a list leads back to its own address, forever or once, or holds
 * something twice; something was done although an error comes.
 */
export function bend(given: Answer, { call, moods }: MetFaults, address: string): Answer {
  if (call?.kind === 'accept_then_error') return errorOf({ ...call, code: call.code ?? 2 });
  const { body } = given;
  if (!isList(body)) return given;
  const loop = { cursors: { before: 'TE9PUA==', after: 'TE9PUA==' }, next: address };
  if (call?.kind === 'endless_cursor') return { ...given, body: { ...body, paging: loop } };
  if (call?.kind === 'empty_page') return { ...given, body: { ...body, data: [], paging: loop } };
  if (!moods.some(({ kind }) => kind === 'duplicates')) return given;
  return { ...given, body: { ...body, data: doubled(body.data) } };
}
