import { badParameter, graphError, type Answer } from './answers.ts';
import { parseFields, plainField, type FieldRequest } from './fields.ts';
import type { Query } from './query.ts';
import type { View } from './view.ts';

export type Json = Readonly<Record<string, unknown>>;

/** What a field holds; undefined where the platform leaves it out. */
export type FieldOf<T> = (item: T, view: View, request: FieldRequest) => unknown;

/** A kind of object: what can be asked of it, and what comes unasked. */
export interface NodeKind<T> {
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldOf<T>>>;
  readonly defaults: readonly string[];
  readonly idOf: (item: T) => string;
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keeps only the wanted inner fields, and `id`. */
export function narrow(value: unknown, fields: readonly FieldRequest[]): unknown {
  if (fields.length === 0) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => narrow(one, fields));
  if (!isObject(value)) return value;
  if (Array.isArray(value['data'])) return { ...value, data: narrow(value['data'], fields) };
  const kept = fields
    .filter(({ name }) => value[name] !== undefined)
    .map((field) => [field.name, narrow(value[field.name], field.fields)] as const);
  return { ...Object.fromEntries(kept), ...('id' in value ? { id: value['id'] } : {}) };
}

/** The wanted fields, or those that come unasked. */
export const requestsOf = (
  fields: readonly FieldRequest[],
  defaults: readonly string[],
): readonly FieldRequest[] => (fields.length > 0 ? fields : defaults.map(plainField));

/** Returns an object with the wanted fields only, and its id. */
export function renderNode<T>(
  kind: NodeKind<T>,
  item: T,
  { view, fields }: { readonly view: View; readonly fields: readonly FieldRequest[] },
): Json {
  const rendered: Record<string, unknown> = {};
  for (const request of requestsOf(fields, kind.defaults)) {
    const value = narrow(kind.fields[request.name]?.(item, view, request), request.fields);
    if (value !== undefined && request.name !== 'id') rendered[request.name] = value;
  }
  return { ...rendered, id: kind.idOf(item) };
}

/** Reads the `fields` parameter; an answer instead when it makes no sense or asks for too much. */
export function fieldsFor(
  query: Query,
  unknownField: (fields: readonly FieldRequest[]) => string | null,
  kindName: string,
): readonly FieldRequest[] | Answer {
  const parsed = parseFields(query.get('fields') ?? '');
  if (!parsed.ok) {
    const message = `Syntax error in "fields" at character ${String(parsed.error.at)}.`;
    return graphError({ code: 2500, message });
  }
  const missing = unknownField(parsed.value);
  if (missing === null) return parsed.value;
  return badParameter(`Tried accessing nonexisting field (${missing}) on node type (${kindName})`);
}

/** The first wanted field that a kind does not have, or null. */
export const unknownFieldOf =
  (kind: Pick<NodeKind<never>, 'fields'>) =>
  (fields: readonly FieldRequest[]): string | null =>
    fields.find(({ name }) => name !== 'id' && !Object.hasOwn(kind.fields, name))?.name ?? null;

/** True for a refusal. */
export const isAnswer = (value: readonly FieldRequest[] | Answer): value is Answer =>
  'status' in value;
