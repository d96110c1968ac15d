import type { Ledger, Order } from 'sequenzy-commerce';
import { pushChanged, type PushClient, type PushOutcome } from 'sequenzy-commerce/backfill';
import type { PlatformName } from '../signatures/schemes.ts';
import { orderIdOf, type OrderEvent, type RelayEvent } from '../queue/event.ts';
import type { Attempt, Verdict } from '../queue/queue.ts';
import { failureOf, MemoryError, mostAttempts } from './failure.ts';
import type { Turns } from './turns.ts';

/** Asks the shop for an order; undefined where there is nothing to send. Throws where it has to be asked again. */
export type FetchOrder = (
  id: string,
  about: { readonly platform: PlatformName; readonly signal: AbortSignal },
) => Promise<Order | undefined>;

export interface Sending {
  readonly client: PushClient;
  /** Opened when first needed: until it can be, events wait. */
  readonly ledger: (() => Promise<Ledger>) | undefined;
  readonly fetchOrder: (platform: PlatformName) => FetchOrder | undefined;
  readonly customers: Turns;
  readonly told: (sent: Sent) => void;
}

/** What became of an event that was handed out. */
export interface Sent {
  readonly event: RelayEvent;
  readonly outcome: PushOutcome | 'nothing to send' | 'later' | 'dead';
  /** Why it has to wait, or is dead. Without anything about a person. */
  readonly reason?: string;
}

/** Sends one event, and says what becomes of it. Never throws. */
export async function sendEvent(
  event: RelayEvent,
  attempt: Attempt,
  sending: Sending,
): Promise<Verdict> {
  const { told } = sending;
  try {
    const order = event.kind === 'order' ? event : await fetched(event, attempt, sending);
    const outcome =
      order === undefined
        ? 'nothing to send'
        : await sending.customers.take(customerOf(order), () => push(order, attempt, sending));
    told({ event, outcome });
    return { kind: 'done' };
  } catch (error) {
    const verdict = verdictOn(error, event, attempt);
    if (verdict.kind === 'dead') told({ event, outcome: 'dead', reason: verdict.letter.reason });
    else told({ event, outcome: 'later', reason: wordsOf(error) });
    return verdict;
  }
}

async function push(
  { order, facts, formerId, onlyIfKnown }: OrderEvent,
  { signal }: Attempt,
  { client, ledger }: Sending,
): Promise<PushOutcome> {
  const memory = await ledger?.().catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MemoryError(`what was sent before is not known: ${reason}`, { cause });
  });
  if (memory !== undefined) {
    return pushChanged(client, order, { ledger: memory, facts, formerId, onlyIfKnown, signal });
  }
  if (onlyIfKnown === true) return 'never-sent';
  await client.orders.push(order, { signal });
  return 'sent';
}

async function fetched(
  { kind, id, ...arrival }: Extract<RelayEvent, { kind: 'reference' }>,
  { signal }: Attempt,
  { fetchOrder }: Sending,
): Promise<OrderEvent | undefined> {
  const { platform } = arrival;
  const ask = fetchOrder(platform);
  if (ask === undefined) throw new Error(`${kind}: there is no fetchOrder for ${platform}`);
  const order = await ask(id, { platform, signal });
  return order && { ...arrival, kind: 'order', order, facts: {} };
}

function customerOf({ order }: OrderEvent): string {
  return order.customer.email.trim().toLowerCase();
}

function verdictOn(
  error: unknown,
  event: RelayEvent,
  { number, signal }: Attempt,
): Exclude<Verdict, { kind: 'done' }> {
  const failure = signal.aborted ? 'outage' : failureOf(error);
  const isOver = failure === 'refused' || (failure === 'this' && number >= mostAttempts);
  if (!isOver) return { kind: 'later', everything: failure === 'outage' };
  const { platform, receivedAt } = event;
  const [reason, orderId] = [wordsOf(error), orderIdOf(event)];
  return { kind: 'dead', letter: { platform, receivedAt, reason, orderId, content: { event } } };
}

/** What a server or a program of the merchant's said may have anything in it. */
function wordsOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replace(/\S+@\S+/g, '…')
    .replace(/"[^"]*"/g, '"…"')
    .slice(0, 300);
}
