import { InvalidArgumentError, type Command } from 'commander';
import { appError, AppFailure } from '../../../../shared/kernel/app-error.ts';
import {
  DEMO_SEED,
  faultOf,
  PRACTICE_APP,
  startPracticePage,
  type Fault,
  type WorldSource,
} from '../../practice/index.ts';
import { systemClock } from '../../system/system-clock.ts';
import { print } from '../output.ts';

interface ServeOptions {
  readonly port: number;
  readonly world?: string;
  readonly seed?: number;
  readonly pageId?: string;
  readonly bulk?: number;
  readonly posts: number;
  readonly empty?: true;
  readonly still?: true;
  readonly faults: readonly Fault[];
}

/** Options of which only one can say what the page holds. */
const WORLDS = ['world', 'bulk', 'empty'] as const;

/** `practice serve`: a Graph-compatible page on this computer. */
export function addPracticeCommand(program: Command): void {
  const practice = program.command('practice').description('a practice page on this computer');
  practice
    .command('serve')
    .description('serve a Graph-compatible page until stopped; prints url, pageId and token')
    .option('--port <n>', 'port on 127.0.0.1; 0 for any free one', wholeNumber, 0)
    .option('--world <file>', 'a recorded feed, served as it is')
    .option('--seed <n>', 'an invented page; the same number gives the same page', wholeNumber)
    .option('--still', 'nobody writes anything new, nobody reacts')
    .option('--bulk <n>', 'a still page with so many comments, to measure with', wholeNumber)
    .option('--posts <n>', 'with --bulk: below so many posts', wholeNumber, 600)
    .option('--empty', 'a still page with five own posts and nothing else')
    .option('--faults <json>', 'one fault or a list; the README of practice names them', faults, [])
    .option('--page-id <id>', 'the id of the page')
    .action((options: ServeOptions, command: Command) => {
      const named = WORLDS.filter((name) => options[name] !== undefined);
      const [first, second] = options.seed === undefined ? named : [...named, 'seed'];
      if (second !== undefined && !(first === 'bulk' && second === 'seed')) {
        command.error(
          `error: option '--${String(first)}' cannot be used with option '--${second}'`,
        );
      }
      return serve(options);
    });
}

function sourceOf({ world, seed = DEMO_SEED, pageId, ...options }: ServeOptions): WorldSource {
  const own = pageId === undefined ? {} : { pageId };
  if (world !== undefined) return { kind: 'recorded', file: world, ...own };
  if (options.empty) return { kind: 'empty', ...own };
  if (options.bulk === undefined) {
    return { kind: 'seed', seed, lively: options.still !== true, ...own };
  }
  return { kind: 'bulk', seed, posts: options.posts, comments: options.bulk, ...own };
}

async function serve(options: ServeOptions): Promise<void> {
  const page = await startPracticePage({
    port: options.port,
    world: sourceOf(options),
    clock: systemClock,
    journalFile: null,
    faults: options.faults,
  }).catch((cause: unknown) => {
    if (options.world === undefined) throw cause;
    throw new AppFailure(appError('bad_input', { field: 'world' }), { cause });
  });
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
  const { url, pageId, token, userToken } = page;
  print({ url, pageId, token, userToken, appId: PRACTICE_APP.id, appSecret: PRACTICE_APP.secret });
  await stopped;
  await page.close();
}

function faults(text: string): readonly Fault[] {
  const given = parseJson(text);
  const wanted = (Array.isArray(given) ? given : [given]).map(faultOf);
  const known = wanted.filter((fault) => fault !== null);
  if (known.length < wanted.length) throw new InvalidArgumentError('Not a fault of this page.');
  return known;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('Not a whole number.');
  return value;
}
