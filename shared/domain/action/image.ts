/** Pictures that a message may carry, as the platforms take them. */
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const;

export type ImageType = (typeof IMAGE_TYPES)[number];

/** A picture that lies ready in the workspace's folder, until what carries it has left. */
export interface StagedImage {
  readonly id: string;
  /** As its owner calls it; never used as a path. */
  readonly name: string;
  readonly mediaType: ImageType;
  readonly bytes: number;
}

type Signature = readonly (readonly [at: number, bytes: readonly number[]])[];

/** First bytes by which the formats are told apart (their own specifications). */
const SIGNATURES: Readonly<Record<ImageType, Signature>> = {
  'image/jpeg': [[0, [0xff, 0xd8, 0xff]]],
  'image/png': [[0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]],
  'image/gif': [[0, [0x47, 0x49, 0x46, 0x38]]],
  'image/webp': [
    [0, [0x52, 0x49, 0x46, 0x46]],
    [8, [0x57, 0x45, 0x42, 0x50]],
  ],
};

/** Returns what a file is by its first bytes, whatever its name says; null: none of {@link IMAGE_TYPES}. */
export const imageTypeOf = (bytes: Uint8Array): ImageType | null =>
  IMAGE_TYPES.find((type) =>
    SIGNATURES[type].every(([at, expected]) =>
      expected.every((byte, index) => bytes[at + index] === byte),
    ),
  ) ?? null;
