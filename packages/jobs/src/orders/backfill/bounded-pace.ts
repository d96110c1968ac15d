import type { BackfillOptions } from 'sequenzy-commerce/backfill';
import type { Io } from '../../job/io.ts';
import type { Connection } from '../../connect/connection.ts';
import { paceOf } from '../../connect/pace.ts';
import { endWithin } from './daily-hours.ts';
import type { Pace } from '../../job/events.ts';

type Bounds = Pick<BackfillOptions, 'maxRequests' | 'deadline' | 'window'>;

/** As {@link paceOf}, within the bounds of a backfill: hours of the day, a last moment, a most of requests. */
export function boundedPace(
  requests: number,
  { maxRequests = Infinity, deadline, window }: Bounds,
  connection: Pick<Connection, 'client' | 'rate'>,
  clock: Pick<Io['clock'], 'now'>,
): Pace {
  const pace = paceOf(Math.min(requests, maxRequests), connection);
  return (settled) => {
    const work = pace(settled);
    if (work === undefined) return undefined;
    const now = clock.now();
    const end = window === undefined ? now + work : endWithin(window, now, work);
    return Math.max(0, Math.min(end, deadline?.getTime() ?? Infinity) - now);
  };
}
