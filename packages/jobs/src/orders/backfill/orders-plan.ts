import {
  planBackfill,
  SequenzyPartialHistoryError,
  type BackfillOptions,
} from 'sequenzy-commerce/backfill';
import type { OrdersPlan } from '../../report/orders-plan.ts';
import { rejectOfOutcome } from '../../report/reject.ts';
import type { Rejections } from '../../rejects/rejections.ts';
import { timeAtLimit, type Rate } from '../../connect/schedule.ts';
import { asUserError } from '../../report/stop-reason.ts';
import type { OrderHistory } from '../history/order-history.ts';
import { partialHistory } from '../history/partial-history.ts';
import type { Load } from '../../job/events.ts';

export interface PlanMeans {
  readonly rate: Rate | undefined;
  readonly rejections: Rejections;
  /** Nothing will be sent afterwards, so what the SDK would refuse is rejected here. */
  readonly final: boolean;
}

/**
 * Goes through the history without sending any of it.
 *
 * @throws {UserError} when the totals would be those of a part of the history, or the options do not go together.
 */
export async function planOrders(
  history: OrderHistory,
  options: BackfillOptions,
  { rate, rejections, final }: PlanMeans,
): Promise<OrdersPlan> {
  try {
    const plan = await planBackfill(history, {
      ...options,
      onOutcome(outcome) {
        if (!final || outcome.status !== 'rejected') return;
        const record = history.recordOf(outcome);
        rejections.add(record, rejectOfOutcome(record, outcome));
      },
    });
    const rejected = plan.rejected + history.faulty.length;
    return {
      ...plan,
      rejected,
      read: plan.orders + plan.unchanged + rejected,
      milliseconds: timeAtLimit(plan.requests, rate),
      requestsPerMinute: rate?.perMinute,
    };
  } catch (error) {
    throw error instanceof SequenzyPartialHistoryError ? partialHistory(error) : asUserError(error);
  }
}

/** What a progress bar needs of it. */
export function loadOf({ orders, requests, comparison }: OrdersPlan): Load {
  return { noun: 'order', records: orders, requests: requests - (comparison?.customers ?? 0) };
}
