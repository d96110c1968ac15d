import { checkOrder } from '../check-order.ts';
import { take } from '../../delivery/take.ts';
import type { Access } from '../order-source.ts';
import { emailKey } from '../../ledger/addresses.ts';
import type { Surveyed } from './survey-source.ts';

/** Customers looked at; in large runs so many of a hundred requests. */
const least = 50;
const share = 0.05;

/** A customer whose totals are held against those that Sequenzy has. */
export interface Sampled {
  readonly email: string;
  /** Number or id of an order of theirs, to be found by. */
  readonly order: string;
  /** Orders of the customer in the source, counted or not. */
  readonly orders: number;
}

/** Which customers to look at: a fair sample of those of whom the ledger knows no order. Numbers only. */
export function sampleOf({ survey }: Pick<Surveyed, 'survey'>, random: () => number): number[] {
  const { history } = survey.totals;
  if (history === undefined) return [];
  const fresh: number[] = [];
  for (const customer of survey.toSend.customerNumbers()) {
    if (!history.covers(customer)) fresh.push(customer);
  }
  const requests = Math.max(0, survey.orders.size - survey.toSend.leftOut - history.orders);
  const size = Math.min(fresh.length, Math.max(least, Math.ceil(requests * share)));
  for (let at = 0; at < size; at++) {
    const other = at + Math.floor(random() * (fresh.length - at));
    const [one = 0, two = 0] = [fresh[at], fresh[other]];
    fresh[at] = two;
    fresh[other] = one;
  }
  return fresh.slice(0, size);
}

/** Their addresses, and how many orders of theirs the source has. */
export async function* sampled(
  { survey, access }: Surveyed,
  customers: readonly number[],
  signal: AbortSignal,
): AsyncGenerator<Sampled> {
  const orders = new Map(customers.map((customer) => [customer, 0]));
  for (const row of survey.orders.rows()) {
    const customer = survey.orders.customer(row);
    const counted = orders.get(customer);
    if (counted !== undefined) orders.set(customer, counted + 1);
  }
  const places = new Map(customers.map((customer) => [survey.toSend.placeOf(customer), customer]));
  for await (const [place, input] of inputsAt([...places.keys()], access, signal)) {
    const checked = checkOrder(input);
    const customer = places.get(place);
    if ('faults' in checked || customer === undefined) continue;
    const { orderId, orderNumber = orderId, customer: of } = checked.record;
    const order = `#${orderNumber.replace(/^#/, '')}`;
    yield { email: emailKey(of.email), order, orders: orders.get(customer) ?? 0 };
  }
}

async function* inputsAt(
  places: readonly number[],
  { all, read }: Pick<Access, 'all' | 'read'>,
  signal: AbortSignal,
): AsyncGenerator<readonly [number, unknown]> {
  if (read !== undefined) {
    for (const place of places) yield [place, await read(place)];
    return;
  }
  const wanted = new Set(places);
  let place = 0;
  for await (const input of take(all(), signal)) {
    if (wanted.delete(place)) yield [place, input];
    if (wanted.size === 0) return;
    place += 1;
  }
}
