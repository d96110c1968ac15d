import type {
  DailyWindow,
  EventCounts,
  OrderChanges,
  StoredHistory,
  TotalsRule,
} from 'sequenzy-commerce/backfill';
import type { Orders } from 'sequenzy-sources';
import { endWithin } from 'sequenzy-jobs/orders/backfill/daily-hours.ts';
import type { OrdersSummary } from 'sequenzy-jobs/orders/backfill/orders-summary.ts';
import { flagWording } from './flags.ts';
import { count, duration, number, roughDuration } from './wording.ts';
import type { OrdersPlan } from 'sequenzy-jobs/report/orders-plan.ts';

type Opened = Pick<Orders, 'source' | 'counts'>;

/** `Shopify orders export, 57 rows: 40 orders, 57 items; left out: 1 no e-mail, 2 test (--include-tests)` */
export function openedOrdersLine({ source, counts }: Opened): string {
  const { rows, orders, items, skipped } = counts;
  const out = skipped.map(({ reason, orders: left, option }) => {
    const how = option === undefined ? '' : ` (${flagWording({ option })})`;
    return `${number(left)} ${reason}${how}`;
  });
  const leftOut = out.length === 0 ? '' : `; left out: ${out.join(', ')}`;
  const found = `${count(orders, 'order')}, ${count(items, 'item')}`;
  return `${source.label}, ${count(rows, 'row')}: ${found}${leftOut}`;
}

/** `40 orders (30 placed, 10 fulfilled) in 40 requests, about 22 s at 100 requests a minute, done at …; 15 customers` */
export function ordersPlanLine(
  plan: OrdersPlan,
  now: number,
  window: DailyWindow | undefined,
): string {
  const { unchanged, rejected, leftOut, customers, orderChanges } = plan;
  const others = [
    count(customers, 'customer'),
    ...changesParts(orderChanges),
    ...(unchanged > 0 ? [`${number(unchanged)} unchanged`] : []),
    ...(rejected > 0 ? [`${number(rejected)} rejected`] : []),
    ...(leftOut > 0 ? [`${number(leftOut)} left out`] : []),
  ];
  return `${sendingPart(plan, now, window)}; ${others.join(', ')}`;
}

/** `orders from 2023-01-02 to 2026-11-20 are taken for everything …; totals rule: shopify` */
export function historyLine(
  { span }: Pick<OrdersPlan, 'span'>,
  rule: TotalsRule | undefined,
): string | undefined {
  if (span === undefined || rule === undefined) return undefined;
  const [from, to] = [span.from, span.to].map((date) => date.toISOString().slice(0, 10));
  const when = from === to ? `of ${from ?? ''}` : `from ${from ?? ''} to ${to ?? ''}`;
  return `orders ${when} are taken for everything these customers ever ordered; totals rule: ${rule}`;
}

/** `12 new orders`, `3 changed (status 2, total 1)` */
function changesParts({ created, changed, changedIn }: OrderChanges): string[] {
  const kinds = Object.entries(changedIn)
    .filter(([, orders]) => orders > 0)
    .map(([kind, orders]) => `${kind} ${number(orders)}`);
  const inWhat = kinds.length > 0 ? ` (${kinds.join(', ')})` : '';
  return [
    ...(created > 0 ? [count(created, 'new order')] : []),
    ...(changed > 0 ? [`${number(changed)} changed${inWhat}`] : []),
  ];
}

/** `2 orders changed only in ways that are not sent, such as a tag or a name. --resend changed sends them.` */
export function notSentLine(
  { held, heldById, heldEarlier }: Pick<OrderChanges, 'held' | 'heldById' | 'heldEarlier'>,
  resend: boolean,
): string | undefined {
  if (held === 0) return undefined;
  const others = held - heldById - heldEarlier;
  const sentences = [
    ...(others > 0
      ? [
          `${count(others, 'order')} changed only in ways that are not sent, such as a tag or a name.`,
        ]
      : []),
    ...(heldById > 0
      ? [
          `${count(heldById, 'order')} may have changed: an earlier release remembered ${heldById === 1 ? 'its id' : 'their ids'} only.`,
        ]
      : []),
    ...(heldEarlier > 0
      ? [
          `${count(heldEarlier, 'order')} now ${heldEarlier === 1 ? 'has' : 'have'} an earlier status than the one that was sent.`,
        ]
      : []),
    `--resend changed sends ${held === 1 ? 'it' : 'them'}${resend ? ' again' : ''}.`,
  ];
  return sentences.join(' ');
}

function sendingPart(
  { orders, events, stored, requests, comparison, ...plan }: OrdersPlan,
  now: number,
  window: DailyWindow | undefined,
): string {
  if (requests === 0) return 'nothing to send';
  const { milliseconds, requestsPerMinute } = plan;
  const hours = window === undefined ? [] : [`sent from ${window.from} to ${window.to} only`];
  const pace =
    requestsPerMinute === undefined
      ? ['without a rate limit', ...hours]
      : [
          `${roughDuration(milliseconds)} at ${count(requestsPerMinute, 'request')} a minute`,
          ...hours,
          `done about ${wallClock(endOf(milliseconds, now, window))}`,
        ];
  const { customers: compared = 0 } = comparison ?? {};
  const reads = compared > 0 ? ` (${number(compared)} to compare customers first)` : '';
  const what = [...storedPart(stored), eventsPart(events)].join(', ');
  const load = `${count(orders, 'order')} (${what}) in ${count(requests, 'request')}${reads}`;
  return [load, ...pace].join(', ');
}

/** Hours of the day on which nothing is sent make the end another one. */
function endOf(milliseconds: number, now: number, window: DailyWindow | undefined): number {
  return window === undefined ? now + milliseconds : endWithin(window, now, milliseconds);
}

/** `30 placed, 10 fulfilled` */
export function eventsPart(events: EventCounts): string {
  return Object.entries(events)
    .filter(([, events]) => events > 0)
    .map(([kind, events]) => `${number(events)} ${kind}`)
    .join(', ');
}

function storedPart(stored: StoredHistory | null | undefined): string[] {
  return (stored?.orders ?? 0) > 0 ? [`${number(stored?.orders ?? 0)} stored as events`] : [];
}

/** `2026-03-02 09:30`, by the machine's clock. */
export function wallClock(milliseconds: number): string {
  const date = new Date(milliseconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** `40 accepted (30 placed, 10 fulfilled), 0 rejected, 22 s` */
export function ordersFiguresLine({
  records,
  requests,
  events,
  stored,
  durationMs,
}: OrdersSummary): string {
  const what = [...storedPart(stored), eventsPart(events)].filter((part) => part !== '');
  const kinds = records.accepted > 0 ? ` (${what.join(', ')})` : '';
  const parts = [`${number(records.accepted)} accepted${kinds}`];
  if (records.unchanged > 0) parts.push(`${number(records.unchanged)} unchanged`);
  parts.push(`${number(records.rejected)} rejected`);
  if (records.unknown > 0) parts.push(`${number(records.unknown)} unknown`);
  if (records.notAttempted > 0) parts.push(`${number(records.notAttempted)} not attempted`);
  if (requests.retried > 0) parts.push(count(requests.retried, 'retry', 'retries'));
  if (requests.rateLimited > 0) parts.push(`${number(requests.rateLimited)} rate limited`);
  return [...parts, duration(durationMs)].join(', ');
}

/** `nothing was sent, 0.4 s` */
export function plannedOrdersLine({ records, durationMs }: OrdersSummary): string {
  const rejected = `${number(records.rejected)} rejected`;
  return `${count(records.notAttempted, 'order')} to send, ${rejected}, nothing was sent, ${duration(durationMs)}`;
}
