import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { app, shell } from 'electron';

/** Shows a saved file in its folder. False when it is not there, or not where files are saved. */
export function reveal(path: string): boolean {
  const file = resolve(path);
  const below = relative(app.getPath('downloads'), file);
  if (below === '' || below.startsWith('..') || isAbsolute(below) || !existsSync(file))
    return false;
  shell.showItemInFolder(file);
  return true;
}
