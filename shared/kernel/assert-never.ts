/** Ends an exhaustive switch: the compiler proves that it is never reached. Throws when it is. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
