import type { SequenzyError } from 'sequenzy-commerce';
import type { Job } from '../../job/job.ts';
import type { FiredEvents } from '../../report/automations.ts';
import type { OrdersPlan } from '../../report/orders-plan.ts';

/** The events that the orders of a plan fire, by their names at the API. */
export function firedBy({ events }: Pick<OrdersPlan, 'events'>): FiredEvents {
  return new Map(Object.entries(events).map(([kind, count]) => [`ecommerce.order_${kind}`, count]));
}

/** A dry run does without the API. */
export function sayUnreachable({ warn }: Job): (error: SequenzyError) => void {
  return ({ message }) => {
    warn(
      `Sequenzy cannot be reached (${message}), so it is not known which automations would start.`,
    );
  };
}
