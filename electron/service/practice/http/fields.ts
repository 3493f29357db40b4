import { err, ok, type Result } from '../../../../shared/kernel/result.ts';

/** One requested field: `comments.limit(5).summary(true){id,from{id}}`. */
export interface FieldRequest {
  readonly name: string;
  /** Modifiers by name, `limit` → `5`. */
  readonly modifiers: ReadonlyMap<string, string>;
  /** What is wanted inside; empty when nothing was said. */
  readonly fields: readonly FieldRequest[];
}

/** Says where the text stopped making sense, counted from 0. */
export interface FieldSyntaxError {
  readonly at: number;
}

/** A reader over the text; every rule of the grammar moves `at`. */
interface Reader {
  readonly text: string;
  at: number;
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;

function take(reader: Reader, sign: string): boolean {
  if (reader.text[reader.at] !== sign) return false;
  reader.at += 1;
  return true;
}

function takeName(reader: Reader): string | null {
  NAME.lastIndex = reader.at;
  const name = NAME.exec(reader.text)?.[0] ?? null;
  if (name !== null) reader.at += name.length;
  return name;
}

/** Reads `.limit(5).summary(true)`; null when one is broken. */
function takeModifiers(reader: Reader): Map<string, string> | null {
  const modifiers = new Map<string, string>();
  while (take(reader, '.')) {
    const name = takeName(reader);
    const end = reader.text.indexOf(')', reader.at);
    if (name === null || !take(reader, '(') || end < 0) return null;
    modifiers.set(name, reader.text.slice(reader.at, end).replaceAll(/^["']|["']$/g, ''));
    reader.at = end + 1;
  }
  return modifiers;
}

function takeField(reader: Reader): FieldRequest | null {
  const name = takeName(reader);
  const modifiers = name === null ? null : takeModifiers(reader);
  if (name === null || modifiers === null) return null;
  if (!take(reader, '{')) return { name, modifiers, fields: [] };
  const fields = takeList(reader);
  return fields !== null && take(reader, '}') ? { name, modifiers, fields } : null;
}

function takeList(reader: Reader): readonly FieldRequest[] | null {
  const fields: FieldRequest[] = [];
  do {
    const field = takeField(reader);
    if (field === null) return null;
    fields.push(field);
  } while (take(reader, ','));
  return fields;
}

/** Parses the `fields` parameter; empty or missing text gives no fields. */
export function parseFields(text: string): Result<readonly FieldRequest[], FieldSyntaxError> {
  const packed = text.replaceAll(/\s+/g, '');
  if (packed === '') return ok([]);
  const reader: Reader = { text: packed, at: 0 };
  const fields = takeList(reader);
  return fields === null || reader.at < packed.length ? err({ at: reader.at }) : ok(fields);
}

/** Makes a request for a plain field. */
export const plainField = (name: string): FieldRequest => ({
  name,
  modifiers: new Map(),
  fields: [],
});

/** Writes the wanted fields back as text, for the address of a next page. */
export const fieldsText = (fields: readonly FieldRequest[]): string =>
  fields
    .map(({ name, modifiers, fields: inner }) => {
      const dots = [...modifiers].map(([key, value]) => `.${key}(${value})`).join('');
      return `${name}${dots}${inner.length > 0 ? `{${fieldsText(inner)}}` : ''}`;
    })
    .join(',');
