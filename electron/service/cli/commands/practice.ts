import { InvalidArgumentError, type Command } from 'commander';
import { appError, AppFailure } from '../../../../shared/kernel/app-error.ts';
import { DEMO_SEED, startPracticePage, type WorldSource } from '../../practice/index.ts';
import { systemClock } from '../../system/system-clock.ts';
import { print } from '../output.ts';

interface ServeOptions {
  readonly port: number;
  readonly world?: string;
  readonly seed?: number;
  readonly pageId?: string;
}

/** `practice serve`: a Graph-compatible page on this computer. */
export function addPracticeCommand(program: Command): void {
  const practice = program.command('practice').description('a practice page on this computer');
  practice
    .command('serve')
    .description('serve a Graph-compatible page until stopped; prints url, pageId and token')
    .option('--port <n>', 'port on 127.0.0.1; 0 for any free one', wholeNumber, 0)
    .option('--world <file>', 'a recorded feed, served as it is')
    .option('--seed <n>', 'an invented page; the same number gives the same page', wholeNumber)
    .option('--page-id <id>', 'the id of the page')
    .action((options: ServeOptions, command: Command) => {
      if (options.world !== undefined && options.seed !== undefined) {
        command.error("error: option '--world' cannot be used with option '--seed'");
      }
      return serve(options);
    });
}

async function serve({ port, world, seed, pageId }: ServeOptions): Promise<void> {
  const own = pageId === undefined ? {} : { pageId };
  const source: WorldSource =
    world === undefined
      ? { kind: 'seed', seed: seed ?? DEMO_SEED, ...own }
      : { kind: 'recorded', file: world, ...own };
  const page = await startPracticePage({
    port,
    world: source,
    clock: systemClock,
    journalFile: null,
  }).catch((cause: unknown) => {
    if (world === undefined) throw cause;
    throw new AppFailure(appError('bad_input', { field: 'world' }), { cause });
  });
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
  print({ url: page.url, pageId: page.pageId, token: page.token });
  await stopped;
  await page.close();
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('Not a whole number.');
  return value;
}
