import { answer, graphError, type Answer } from './answers.ts';
import type { Fault } from './faults.ts';

const HTML = '<!DOCTYPE html><html><body><h1>Sorry, something went wrong.</h1></body></html>';

/** Returns what is answered without asking the page at all, or null when the page is asked. */
export function answerInstead(fault: Fault | null): Answer | null {
  switch (fault?.kind) {
    case 'html':
      return answer(HTML);
    case 'status500':
      return { status: fault.status ?? 500, body: HTML };
    case 'drop':
      return answer('');
    case 'error': {
      const { code = 1, subcode, status } = fault;
      return graphError({
        code,
        ...(subcode === undefined ? {} : { subcode }),
        ...(status === undefined ? {} : { status }),
      });
    }
    default:
      return null;
  }
}

const isList = (body: unknown): body is { readonly data: readonly unknown[] } =>
  typeof body === 'object' && body !== null && 'data' in body && Array.isArray(body.data);

/** Bends a list so that it leads back to its own address, forever or once. */
export function bend(given: Answer, fault: Fault | null, address: string): Answer {
  const { body } = given;
  if (!isList(body)) return given;
  const loop = { cursors: { before: 'TE9PUA==', after: 'TE9PUA==' }, next: address };
  if (fault?.kind === 'endless_cursor') return { ...given, body: { ...body, paging: loop } };
  if (fault?.kind !== 'empty_page') return given;
  return { ...given, body: { ...body, data: [], paging: loop } };
}
