/** Writes packages as Outlook does ([MS-OXTNEF]). */

/** A property of MAPI: its type, its id, its value. */
export type Property =
  | readonly [type: 0x1e | 0x1f, id: number, value: string]
  | readonly [type: 0x102 | 0x0d, id: number, value: Uint8Array]
  | readonly [type: 0x03, id: number, value: number];

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, (value >> 8) & 0xff]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
const padded = (bytes: Uint8Array): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

/** Named properties (from 0x8000) get a name of their own. */
export function properties(list: readonly Property[]): Buffer {
  const written = list.map(([type, id, value]) => {
    const name =
      id < 0x8000
        ? []
        : [
            Buffer.alloc(16, 7),
            u32(1),
            u32(6),
            padded(Buffer.from('Nome', 'utf16le').subarray(0, 6)),
          ];
    const head = [u16(type), u16(id), ...name];
    if (typeof value === 'number') return Buffer.concat([...head, u32(value)]);
    const bytes =
      typeof value === 'string'
        ? Buffer.from(`${value}\0`, type === 0x1f ? 'utf16le' : 'latin1')
        : value;
    return Buffer.concat([...head, u32(1), u32(bytes.length), padded(bytes)]);
  });
  return Buffer.concat([u32(list.length), ...written]);
}

const attribute = (level: number, id: number, data: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from([level]),
    u32(id),
    u32(data.length),
    data,
    u16(data.reduce((sum, byte) => sum + byte, 0)),
  ]);

/** A file as it stands in a package. */
export interface PackedFile {
  readonly title?: string;
  readonly data?: Uint8Array;
  readonly properties?: readonly Property[];
}

/** Returns a package of these files. */
export const tnefPackage = (
  files: readonly PackedFile[],
  message: {
    readonly codePage?: number;
    readonly body?: string;
    readonly properties?: readonly Property[];
  } = {},
): Buffer =>
  Buffer.concat([
    u32(0x223e9f78),
    u16(1),
    attribute(1, 0x89006, u32(0x10000)),
    attribute(1, 0x69007, Buffer.concat([u32(message.codePage ?? 1252), u32(0)])),
    ...(message.body === undefined
      ? []
      : [attribute(1, 0x2800c, Buffer.from(`${message.body}\0`, 'latin1'))]),
    ...(message.properties === undefined
      ? []
      : [attribute(1, 0x69003, properties(message.properties))]),
    ...files.flatMap((file) => [
      attribute(2, 0x69002, Buffer.alloc(14)),
      ...(file.title === undefined
        ? []
        : [attribute(2, 0x18010, Buffer.from(`${file.title}\0`, 'latin1'))]),
      ...(file.data === undefined ? [] : [attribute(2, 0x6800f, file.data)]),
      ...(file.properties === undefined
        ? []
        : [attribute(2, 0x69005, properties(file.properties))]),
    ]),
  ]);
