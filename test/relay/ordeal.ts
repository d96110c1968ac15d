import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from 'sequenzy-sandbox';
import { seeded } from '../crash/random.ts';
import { drained, startRelay, type RelayPlace, type RunningRelay } from './relay-process.ts';
import { post, type ShopEvent } from './shop.ts';

export interface Ordeal extends RelayPlace {
  readonly sandbox: Sandbox;
  readonly events: readonly ShopEvent[];
  readonly kills: number;
  readonly seed: number;
  /** Done between two kills, such as a restart of Redis. */
  readonly between?: () => Promise<void>;
}

/** What came of it. */
export interface Figures {
  readonly webhooks: number;
  readonly kills: number;
  /** Orders that Sequenzy does not have in their last state. */
  readonly lost: number;
  /** Requests that came before an earlier event of the same customer. */
  readonly wrongOrder: number;
  /** Events that were sent again although the first time was answered. */
  readonly sentTwice: number;
}

/** Customers whose webhooks are under way at once. */
const parallel = 40;

/** Sends all webhooks while the relay is killed again and again, and waits until all is through. */
export async function survive(ordeal: Ordeal): Promise<Figures> {
  const { sandbox, events, kills, seed, between } = ordeal;
  let relay: RunningRelay = await startRelay(ordeal);
  const sending = sendAll(events, () => relay.url);
  const random = seeded(seed);
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(100 + random() * 1500);
    await relay.kill();
    if (kill === Math.floor(kills / 2)) await between?.();
    relay = await startRelay(ordeal);
  }
  await sending;
  await drained(relay.url, 60_000 + events.length * 100);
  await relay.kill();
  return { webhooks: events.length, kills, ...check(sandbox, events) };
}

/** Each customer's events one after the other, as often as it takes until each is answered well. */
async function sendAll(events: readonly ShopEvent[], url: () => string): Promise<void> {
  const byCustomer = new Map<string, ShopEvent[]>();
  for (const event of events) {
    const some = byCustomer.get(event.customer);
    if (some === undefined) byCustomer.set(event.customer, [event]);
    else some.push(event);
  }
  const waiting = [...byCustomer.values()];
  const send = async (): Promise<void> => {
    for (let own = waiting.pop(); own !== undefined; own = waiting.pop()) {
      for (const event of own) {
        while ((await post(url(), event)) !== 200) await sleep(20);
      }
    }
  };
  await Promise.all(Array.from({ length: parallel }, send));
}

function check(sandbox: Sandbox, events: readonly ShopEvent[]) {
  const places = new Map(events.map((event, at) => [nameOf(event), at]));
  const last = new Map(events.map(({ orderId, status }) => [orderId, status]));
  const lost = [...last].filter(
    ([orderId, status]) => (sandbox.orders.get(orderId)?.order.status ?? 'placed') !== status,
  );
  const missing = [...last.keys()].filter((orderId) => sandbox.orders.get(orderId) === undefined);
  const furthest = new Map<string, number>();
  const answered = new Set<string>();
  let [wrongOrder, sentTwice] = [0, 0];
  for (const { method, path, body, status } of sandbox.requests) {
    if (method !== 'POST' || !path.endsWith('/orders')) continue;
    const order = body as Pushed; // what the relay sends
    const name = nameOf({ orderId: order.orderId, status: order.status ?? 'placed' });
    const place = places.get(name) ?? -1;
    const before = furthest.get(order.customer.email) ?? -1;
    if (place < before) wrongOrder += 1;
    if (answered.has(name)) sentTwice += 1;
    if (status === 202) answered.add(name);
    furthest.set(order.customer.email, Math.max(before, place));
  }
  return { lost: lost.length + missing.length, wrongOrder, sentTwice };
}

interface Pushed {
  readonly orderId: string;
  readonly status?: string;
  readonly customer: { readonly email: string };
}

function nameOf({ orderId, status }: Pick<ShopEvent, 'orderId' | 'status'>): string {
  return `${orderId} ${status}`;
}
