import { compileRules } from '../../shared/domain/sla/rules.ts';
import { deadlineOf, ruleAt, workedBetween } from '../../shared/domain/sla/deadline.ts';
import { progress, round, type Part, type Scale } from './figures.ts';
import { raceInputs } from './race-inputs.ts';

const MOST_SECONDS = 2;
const MOST_MIB = 100;

/** All obligations of a workspace again, as after a change of rules: due, warning, business time. */
export function benchRecompute({ obligations }: Scale): Part {
  progress(`recompute: ${obligations} obligations`);
  const rules = compileRules([], []);
  const { starts, ends } = raceInputs(obligations);
  const results = {
    due: new Float64Array(obligations),
    warn: new Float64Array(obligations),
    worked: new Float64Array(obligations),
  };
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const startedAt = performance.now();
  for (let index = 0; index < obligations; index += 1) {
    const startMs = starts[index] ?? 0;
    const rule = ruleAt(rules, startMs);
    const { dueAtMs, warnAtMs } = deadlineOf(rule, 'first_response', startMs);
    results.due[index] = dueAtMs ?? Number.NaN;
    results.warn[index] = warnAtMs ?? Number.NaN;
    results.worked[index] = workedBetween(rule, startMs, ends[index] ?? 0);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const mib = (process.memoryUsage().rss - before) / 2 ** 20;
  return {
    obligations,
    seconds: round(seconds, 2),
    perSecond: round(obligations / seconds),
    memoryMib: round(mib),
    target: `seconds <= ${MOST_SECONDS}, memoryMib <= ${MOST_MIB}`,
    holds: seconds <= MOST_SECONDS && mib <= MOST_MIB,
  };
}
