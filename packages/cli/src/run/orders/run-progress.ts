import type { Progress } from 'sequenzy-commerce';
import { timeLeft, type Rate } from '../schedule.ts';
import type { RunProgress } from '../state/run-record.ts';
import type { OrdersPlan } from './orders-plan.ts';

/** How far a backfill is, for those who watch it from another terminal. */
export function progressOf(
  { records, requests }: Progress,
  plan: Pick<OrdersPlan, 'orders' | 'requests'>,
  /** Undefined where it does not say when the run ends. */
  rate: Rate | undefined,
  now: number,
): RunProgress {
  const left = timeLeft(requests.sent, plan.requests - requests.sent, rate, 0);
  return {
    noun: 'order',
    of: plan.orders,
    done: records.accepted + records.rejected,
    rejected: records.rejected,
    requests: requests.sent,
    at: new Date(now).toISOString(),
    endsAt: rate === undefined ? null : new Date(now + left).toISOString(),
  };
}
