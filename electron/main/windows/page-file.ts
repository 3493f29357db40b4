import { isAbsolute, join, relative } from 'node:path';

/** Returns the file below `dir` that a path of the page means; null when it means another place. */
export function pageFile(dir: string, pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = join(dir, path === '/' ? 'index.html' : path);
  const inside = relative(dir, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file;
}
