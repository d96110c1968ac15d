import type { OrdersPlan } from 'sequenzy-jobs/report/orders-plan.ts';
import { eventsPart } from './orders-lines.ts';
import { count, number } from './wording.ts';

/** `Send 40 orders? Every one can start automations.` */
export function sendingQuestion({ orders, stored }: Pick<OrdersPlan, 'orders' | 'stored'>): string {
  if (stored === undefined || stored.orders === 0) {
    return `Send ${count(orders, 'order')}? Every one can start automations.`;
  }
  const sent = orders - stored.orders;
  return `Store ${count(stored.orders, 'order')} as events, and send ${number(sent)}? Each that is sent can start automations.`;
}

/** What orders of the plan can start. */
export function firingLine({ orders, stored }: OrdersPlan, mark: boolean): string {
  const filter = mark
    ? 'each carries properties.backfill = true to filter by'
    : 'none carries a mark to filter by';
  if (stored === undefined) return `every order can start them; ${filter}`;
  const { recent, changed } = stored;
  const sent = orders - stored.orders;
  const why = [
    ...(sent > recent + changed ? ['the newest of each customer'] : []),
    ...(recent > 0 ? [`${number(recent)} younger than an hour`] : []),
    ...(changed > 0 ? [`${number(changed)} changed since they were sent`] : []),
  ].join(', ');
  return `${count(sent, 'order')} can start them (${why}), and sync rules, goals, outbound webhooks, double opt-in and replenishment reminders; ${filter}`;
}

/** `38,000 orders are stored as events, which start nothing: …` */
export function storedLine({ stored }: OrdersPlan): string | undefined {
  if (stored === undefined || stored.orders === 0) return undefined;
  const [orders, are] =
    stored.orders === 1 ? ['1 order', 'is'] : [`${number(stored.orders)} orders`, 'are'];
  return `${orders} (${eventsPart(stored.events)}) ${are} stored as events that start nothing: no sequences, sync rules, goals, webhooks or double opt-in`;
}
