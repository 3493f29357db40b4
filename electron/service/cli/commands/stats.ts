import { Option, type Command } from 'commander';
import { PRESETS } from '../../../../shared/domain/metrics/compute.ts';
import type { PresetName } from '../../../../shared/domain/metrics/types.ts';
import { appError, AppFailure } from '../../../../shared/kernel/app-error.ts';
import type { Inbox } from '../../usecases/inbox.ts';
import { position, type PositionQuery, type PositionRow } from '../../usecases/position.ts';
import { iso, print } from '../output.ts';
import { instantOf } from '../period.ts';
import { inWorkspace, type GlobalOptions } from '../session.ts';

interface StatsOptions extends GlobalOptions {
  readonly from: string;
  readonly to: string;
  readonly preset: PresetName;
  readonly by: PositionQuery['by'];
}

/** `stats`: response rate and times of a period. */
export function addStatsCommand(program: Command): void {
  program
    .command('stats')
    .description(
      'response rate and times of a period. Dates (YYYY-MM-DD) count in the zone of the calendar, ' +
        'both included; ISO instants as they are, the end not included',
    )
    .requiredOption('--from <date>', 'first day, or instant')
    .requiredOption('--to <date>', 'last day, or the instant after the period')
    .addOption(
      new Option('--preset <name>', 'whose definition')
        .choices(Object.keys(PRESETS))
        .default('riscontro'),
    )
    .addOption(
      new Option('--by <what>', 'one row each')
        .choices(['team', 'account', 'month'])
        .default('team'),
    )
    .action((_options: object, command: Command) => {
      const options: StatsOptions = command.optsWithGlobals();
      return inWorkspace(options, {}, ({ inbox }) => stats(inbox, options));
    });
}

function stats(inbox: Inbox, { from, to, preset, by }: StatsOptions): void {
  const { zone } = inbox.store.calendar();
  const fromMs = instantOf(from, zone, 'start');
  const toMs = instantOf(to, zone, 'end');
  if (fromMs === null) throw new AppFailure(appError('bad_input', { field: 'from' }));
  if (toMs === null || toMs <= fromMs) throw new AppFailure(appError('bad_input', { field: 'to' }));
  const found = position(inbox, { fromMs, toMs, preset, by, trailMonths: 0, zone });
  print({
    preset,
    from: iso(fromMs),
    to: iso(toMs),
    by,
    guard: found.guard,
    coverage: found.coverage.share,
    // Who has nothing in the period has no figure.
    rows: found.rows.filter((row) => row.n + row.leftOut > 0).map(rowValue),
  });
}

const rowValue = ({ previous: _previous, key, name, ...figures }: PositionRow): object => ({
  key: name,
  id: key,
  ...figures,
});
