/** Checks that files stay small: none over 400 lines, half of them at most 150. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { appFolder } from '../runtime/prepare.ts';

const folders = ['electron', 'renderer', 'shared', 'build'];
const maximumLines = 400;
const maximumMedianLines = 150;

const lineCount = (file: string): number => readFileSync(file, 'utf8').trimEnd().split('\n').length;

const sizes = folders
  .flatMap((folder) =>
    readdirSync(join(appFolder, folder), { recursive: true, withFileTypes: true }),
  )
  .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|cjs|css)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ file: relative(appFolder, file), lines: lineCount(file) }))
  .toSorted((a, b) => b.lines - a.lines);

const tooLong = sizes.filter(({ lines }) => lines > maximumLines);
const median = sizes[Math.floor(sizes.length / 2)]?.lines ?? 0;

for (const { file, lines } of tooLong) console.error(`${file}: ${lines} lines`);
console.log(`${sizes.length} files, median ${median} lines, longest ${sizes[0]?.lines ?? 0}.`);
if (tooLong.length > 0 || median > maximumMedianLines) {
  console.error(`No file may pass ${maximumLines} lines, the median not ${maximumMedianLines}.`);
  process.exitCode = 1;
}
