import type { Connection } from './connection.ts';
import type { Pace } from '../job/events.ts';

/** By the limiter that paces a run of so many requests: it alone knows what else uses the quota. */
export function paceOf(
  requests: number,
  { client: { rateLimiter }, rate }: Pick<Connection, 'client' | 'rate'>,
): Pace {
  return ({ sent, retried, rateLimited }) => {
    if (rate === undefined) return undefined;
    const { underWay = 0 } = rateLimiter;
    return rateLimiter.estimate?.(requests - (sent - retried - rateLimited) - underWay);
  };
}

/** The plan of a run with the time that it takes from now on; without a connection as it is. */
export function timed<P extends { readonly requests: number; readonly milliseconds: number }>(
  plan: P,
  connection: Pick<Connection, 'client' | 'rate'> | undefined,
): P {
  const none = { sent: 0, retried: 0, rateLimited: 0 };
  const left = connection && paceOf(plan.requests, connection)(none);
  return left === undefined ? plan : { ...plan, milliseconds: left };
}
