import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the person may say after `npm start --` and `npm run dev --`. */
export const START_USAGE = `Usage: npm start -- [--demo] [--profile DIR] [--screenshot FILE] [--host child|utility]
                    [--lang it|en] [--theme light|dark|system]

  --demo             open the practice workspace: a page of an invented company
  --profile DIR      keep the workspace in this folder
  --screenshot FILE  save a picture of the inbox once it is usable, print its path, and quit
  --host HOST        run the inbox service in an Electron utility process or as a child of Node
  --lang, --theme    the language and the look to start with`;

const values = {
  host: ['child', 'utility'],
  lang: ['it', 'en'],
  theme: ['light', 'dark', 'system'],
};

/**
 * Returns the arguments for the application, with absolute paths; undefined when one is unknown or has
 * a value that it cannot have.
 */
export function startArguments(words: readonly string[]): readonly string[] | undefined {
  try {
    const { values: given } = parseArgs({
      args: [...words],
      options: {
        demo: { type: 'boolean' },
        profile: { type: 'string' },
        screenshot: { type: 'string' },
        host: { type: 'string' },
        lang: { type: 'string' },
        theme: { type: 'string' },
      },
    });
    const { demo, profile, screenshot, ...choices } = given;
    const paths = Object.entries({ profile, screenshot }).flatMap(([name, path]) => {
      if (path === '') throw new TypeError(name);
      return path === undefined ? [] : [`--${name}=${resolve(path)}`];
    });
    const chosen = Object.entries(choices).map(([name, value]) => {
      if (!values[name as keyof typeof values].includes(value)) throw new TypeError(name);
      return `--${name}=${value}`;
    });
    return [...(demo === true ? ['--demo'] : []), ...paths, ...chosen];
  } catch {
    return undefined;
  }
}
