/**
 * The fallback runtime has no default application, which in a plain Electron opens the folder that
 * it is given as first argument. This one takes its place, so that both are started alike.
 */
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const electron = require('electron');

/**
 * Two methods that Electron keeps for its own default application.
 * @typedef {{ setAppPath(folder: string): void, setVersion(version: string): void }} Internals
 */
const app = /** @type {Electron.App & Internals} */ (electron.app);

const argument = process.argv.slice(1).find((word) => !word.startsWith('-'));
if (argument === undefined) {
  process.stderr.write('The first argument is the folder of the application.\n');
  app.exit(2);
} else {
  const folder = resolve(argument);
  const { main, name, productName, version } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  app.setAppPath(folder);
  app.setName(productName ?? name);
  app.setVersion(version);
  require(join(folder, main));
}
