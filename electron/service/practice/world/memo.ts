/**
 * Returns `make` with a memory: what was worked out for a list is kept as long as that very list
 * lives. Lists are never changed in place, so a changed one is another one.
 */
export function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}
