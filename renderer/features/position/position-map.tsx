import { useState } from 'react';
import type { MapClock, MapSpot, MapTeam } from './map-model.ts';
import { minutesOnMap, spotOf } from './map-model.ts';
import type { MapFrame, TimeDomain } from './map-scale.ts';
import { placeLabels, timeDomain, timeTicks, xOf, yOf } from './map-scale.ts';
import { useSize } from './use-size.ts';
import css from './position-map.module.css';

/** The words of the map, ready in the page's language. */
export interface MapWords {
  readonly title: string;
  readonly manyFast: string;
  readonly manySlow: string;
  readonly fewFast: string;
  readonly fewSlow: string;
  readonly xAxis: string;
  readonly yAxis: string;
  readonly referenceRate: string;
  readonly referenceTime: string;
  readonly tick: (minutes: number) => string;
  readonly percent: (rate: number) => string;
  readonly month: (key: string) => string;
  readonly pointName: (team: MapTeam) => string;
  readonly who: (team: MapTeam) => string;
  readonly more: (team: MapTeam) => string;
}

export interface PositionMapProps {
  readonly teams: readonly MapTeam[];
  readonly clock: MapClock;
  readonly reference: { readonly rate: number; readonly minutes: number };
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly words: MapWords;
}

interface Ground {
  readonly frame: MapFrame;
  readonly domain: TimeDomain;
}

const RATES = [0, 0.25, 0.5, 0.75, 1] as const;
const LABEL_HEIGHT = 40;

/** The map of response rate by response time: own teams with their monthly trail. */
export function PositionMap(props: PositionMapProps) {
  const [ref, size] = useSize<HTMLDivElement>();
  const frame = { ...size, left: 44, right: 12, top: 10, bottom: 40 };
  const ground = { frame, domain: timeDomain(minutesOnMap(props.teams, props.clock)) };
  return (
    <div ref={ref} style={{ height: '100%', minHeight: 0 }}>
      {size.width > 0 && (
        <svg
          className={css.map}
          role="group"
          aria-label={props.words.title}
          viewBox={`0 0 ${size.width} ${size.height}`}
        >
          <Field {...props} {...ground} />
          {props.teams.filter(showsTrail(props.selected)).map((team) => (
            <Trail key={team.key} team={team} clock={props.clock} words={props.words} {...ground} />
          ))}
          {props.teams.map((team) => (
            <Point key={team.key} team={team} map={props} {...ground} />
          ))}
          <Labels map={props} {...ground} />
        </svg>
      )}
    </div>
  );
}

function Field({ frame, domain, words, reference }: PositionMapProps & Ground) {
  const right = frame.width - frame.right;
  const bottom = frame.height - frame.bottom;
  const splitX = xOf(reference.minutes, domain, frame);
  const splitY = yOf(reference.rate, frame);
  return (
    <g>
      <rect
        className={css.best}
        x={frame.left}
        y={frame.top}
        width={Math.max(0, splitX - frame.left)}
        height={Math.max(0, splitY - frame.top)}
      />
      {timeTicks(domain).map((tick) => (
        <g key={tick}>
          <path className={css.grid} d={`M${xOf(tick, domain, frame)} ${frame.top}V${bottom}`} />
          <text x={xOf(tick, domain, frame)} y={bottom + 16} textAnchor="middle">
            {words.tick(tick)}
          </text>
        </g>
      ))}
      {RATES.map((rate) => (
        <g key={rate}>
          <path className={css.grid} d={`M${frame.left} ${yOf(rate, frame)}H${right}`} />
          <text x={frame.left - 8} y={yOf(rate, frame) + 4} textAnchor="end">
            {words.percent(rate)}
          </text>
        </g>
      ))}
      <rect
        className={css.field}
        x={frame.left}
        y={frame.top}
        width={Math.max(0, right - frame.left)}
        height={Math.max(0, bottom - frame.top)}
      />
      <path className={css.reference} d={`M${frame.left} ${splitY}H${right}`} />
      <path className={css.reference} d={`M${splitX} ${frame.top}V${bottom}`} />
      <text x={right - 8} y={splitY - 6} textAnchor="end">
        {words.referenceRate}
      </text>
      <text x={splitX + 6} y={bottom - 8}>
        {words.referenceTime}
      </text>
      <text className={css.quad} x={frame.left + 8} y={frame.top + 18}>
        {words.manyFast}
      </text>
      <text className={css.quad} x={right - 8} y={frame.top + 18} textAnchor="end">
        {words.manySlow}
      </text>
      <text className={css.quad} x={frame.left + 8} y={bottom - 10}>
        {words.fewFast}
      </text>
      <text className={css.quad} x={right - 8} y={bottom - 10} textAnchor="end">
        {words.fewSlow}
      </text>
      <text x={frame.left + 8} y={frame.top + 36}>
        {words.yAxis}
      </text>
      <text x={right} y={bottom + 34} textAnchor="end">
        {words.xAxis}
      </text>
    </g>
  );
}

/** Two months' names need room to be read. */
const isApart = (
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number } | undefined,
): boolean => b === undefined || Math.hypot(a.x - b.x, a.y - b.y) > 28;

/** Months of too few cases jump about and say little: their trail is drawn when it is asked for. */
const showsTrail =
  (selected: string | null) =>
  (team: MapTeam): boolean =>
    !team.row.underGuard || team.key === selected;

const place = (spot: MapSpot, { frame, domain }: Ground): { x: number; y: number } => ({
  x: xOf(spot.minutes, domain, frame),
  y: yOf(spot.rate, frame),
});

const stroke = (team: MapTeam): string | undefined => (team.mark === 'circle' ? css.care : css.com);
const fill = (team: MapTeam): string | undefined =>
  team.mark === 'circle' ? css.careFill : css.comFill;

function Mark({ team, r, className }: { team: MapTeam; r: number; className: string }) {
  return team.mark === 'circle' ? (
    <circle r={r} className={className} />
  ) : (
    <rect x={-r} y={-r} width={2 * r} height={2 * r} transform="rotate(45)" className={className} />
  );
}

interface TrailProps extends Ground {
  readonly team: MapTeam;
  readonly clock: MapClock;
  readonly words: MapWords;
}

function Trail({ team, clock, words, ...ground }: TrailProps) {
  const steps = team.trail.flatMap((step) => {
    const spot = spotOf(step.row, clock);
    return spot === null ? [] : [{ ...step, spot, ...place(spot, ground) }];
  });
  const end = spotOf(team.row, clock);
  const line = [...steps, ...(end === null ? [] : [{ spot: end, ...place(end, ground) }])];
  return (
    <g aria-hidden="true">
      {line.slice(1).map((to, index) => {
        const from = line[index];
        if (from === undefined) return null;
        const thin = from.spot.guarded || to.spot.guarded ? css.thin : '';
        return (
          <path
            key={`${from.x},${from.y}`}
            className={`${css.trail} ${stroke(team)} ${thin}`}
            d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
          />
        );
      })}
      {steps.map((step, index) => (
        <g key={step.month} transform={`translate(${step.x} ${step.y})`}>
          <Mark
            team={team}
            r={3.5}
            className={`${css.step} ${step.spot.guarded ? css.guarded : stroke(team)}`}
          />
          {(index === 0 || (index === steps.length - 1 && isApart(step, steps[0]))) && (
            <text x={8} y={14}>
              {words.month(step.month)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function Point({ team, map, ...ground }: { team: MapTeam; map: PositionMapProps } & Ground) {
  const [hovered, setHovered] = useState(false);
  const spot = spotOf(team.row, map.clock);
  if (spot === null) return null;
  const { x, y } = place(spot, ground);
  const before = team.before === null ? null : spotOf(team.before, map.clock);
  const ghost = before === null ? null : place(before, ground);
  const chosen = hovered || map.selected === team.key;
  return (
    <>
      {ghost !== null && (
        <g transform={`translate(${ghost.x} ${ghost.y})`} aria-hidden="true">
          <Mark team={team} r={8} className={`${css.ghost} ${stroke(team)}`} />
        </g>
      )}
      <g
        className={css.point}
        style={{ transform: `translate(${x}px, ${y}px)` }}
        role="button"
        tabIndex={0}
        aria-pressed={map.selected === team.key}
        aria-label={map.words.pointName(team)}
        onClick={() => map.onSelect(team.key)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            map.onSelect(team.key);
          }
        }}
        onPointerEnter={() => setHovered(true)}
        onPointerLeave={() => setHovered(false)}
      >
        <circle r={16} fill="transparent" />
        <Mark
          team={team}
          r={chosen ? 12 : 10}
          className={`${css.halo} ${spot.guarded ? css.guarded : stroke(team)}`}
        />
        <Mark team={team} r={7} className={`${spot.guarded ? css.step : fill(team)}`} />
      </g>
    </>
  );
}

function Labels({ map, ...ground }: { map: PositionMapProps } & Ground) {
  const wishes = map.teams.flatMap((team) => {
    const spot = spotOf(team.row, map.clock);
    if (spot === null) return [];
    const width = Math.max(map.words.who(team).length * 7, map.words.more(team).length * 6.2) + 20;
    return [{ key: team.key, team, ...place(spot, ground), width, height: LABEL_HEIGHT }];
  });
  const taken = map.teams.filter(showsTrail(map.selected)).flatMap((team) =>
    team.trail.flatMap(({ row }) => {
      const spot = spotOf(row, map.clock);
      return spot === null ? [] : [place(spot, ground)];
    }),
  );
  return placeLabels(wishes, ground.frame, taken).map((label) => {
    const team = map.teams.find((each) => each.key === label.key);
    return team === undefined ? null : (
      <g
        key={label.key}
        className={css.label}
        transform={`translate(${label.boxX} ${label.boxY})`}
        aria-hidden="true"
      >
        <rect width={label.width} height={label.height} rx={6} />
        <text className={css.who} x={10} y={17}>
          {map.words.who(team)}
        </text>
        <text className={css.more} x={10} y={32}>
          {map.words.more(team)}
        </text>
      </g>
    );
  });
}
