import { z } from 'zod';

const metrics = z.object({
  call_count: z.number().catch(0),
  total_cputime: z.number().catch(0),
  total_time: z.number().catch(0),
  /** Minutes. */
  estimated_time_to_regain_access: z.number().catch(0),
});

const businessUsage = z.record(z.string(), z.array(metrics));

type Metrics = z.infer<typeof metrics>;

/** What the rate-limit headers of one answer say. */
export interface Usage {
  /** The highest of all figures, 0–100 (Facebook lets it pass 100), or null without headers. */
  readonly percent: number | null;
  /** How long until calls are allowed again, or null when nothing is said. */
  readonly regainMs: number | null;
}

/** Reads `X-App-Usage`, `X-Business-Use-Case-Usage` and `Retry-After`; what is broken counts as absent. */
export function usageOf(headers: Headers): Usage {
  const app = metrics.safeParse(json(headers.get('x-app-usage')));
  const business = businessUsage.safeParse(json(headers.get('x-business-use-case-usage')));
  const all: readonly Metrics[] = [
    ...(app.success ? [app.data] : []),
    ...(business.success ? Object.values(business.data).flat() : []),
  ];
  const figures = all.flatMap((one) => [one.call_count, one.total_cputime, one.total_time]);
  const minutes = all.map((one) => one.estimated_time_to_regain_access);
  const seconds = Number(headers.get('retry-after') ?? 0);
  const regainMs = Math.max(0, ...minutes) * 60_000 || (seconds > 0 ? seconds * 1_000 : 0);
  return {
    percent: figures.length === 0 ? null : Math.max(...figures),
    regainMs: regainMs > 0 ? regainMs : null,
  };
}

function json(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
