import type { Order, OrderReply } from 'sequenzy-contract';
import type { CallOptions } from 'sequenzy-transport';
import { SequenzyError } from '../errors/errors.ts';
import { isErased } from '../ledger/erasures.ts';
import { fingerprintOf } from '../ledger/fingerprint.ts';
import type { Ledger, LedgerEntry, LedgerWrite, OrderState } from '../ledger/ledger.ts';
import { orLedgerError } from '../ledger/or-ledger-error.ts';
import { compareStates } from './known/compare-states.ts';
import { stateOf } from './known/order-state.ts';
import { noFacts, type OrderFacts } from './order-facts.ts';
import { identityOf } from './order-endpoint.ts';

export interface PushChangedOptions extends CallOptions {
  readonly ledger: Ledger;
  /** What the source knows of it besides. */
  readonly facts?: OrderFacts | undefined;
  /** An id of the same order under which it may have been sent before: it keeps that id then. */
  readonly formerId?: string | undefined;
  /** Send it only where the order was sent before: a cancellation of what may never have been a sale. Default: false. */
  readonly onlyIfKnown?: boolean | undefined;
}

/**
 * What became of an order: `sent`; `unchanged` since it was sent; `earlier` than what was sent; `moved` to another e-mail
 * address since; `never-sent` although it had to be; `erased` where its customer was erased from the ledger.
 */
export type PushOutcome = 'sent' | 'unchanged' | 'earlier' | 'moved' | 'never-sent' | 'erased';

/** The part of a client that it needs. */
export interface PushClient {
  readonly orders: { push(order: Order, options?: CallOptions): Promise<OrderReply> };
}

/**
 * Pushes one order as it is now, unless the ledger knows that the server has it so, or later. For orders that come one by
 * one, twice or out of order, as webhooks do; beside a nightly `backfill` with the same memory nothing is sent twice.
 *
 * @throws {SequenzyError} where it could not be sent, or the ledger fails. Calling it again is safe.
 * @example
 * const ledger = await openFileLedger({ folder, company, origin, name: 'relay', beside: ['orders'] });
 * await pushChanged(sequenzy, order, { ledger });
 */
export async function pushChanged(
  client: PushClient,
  given: Order,
  options: PushChangedOptions,
): Promise<PushOutcome> {
  const { ledger, formerId, timeout, maxRetries, headers } = options;
  const { signal = new AbortController().signal } = options;
  const call = { signal, timeout, maxRetries, headers };
  const ids = formerId === undefined ? [given.orderId] : [given.orderId, formerId];
  const release = await orLedgerError(ledger.reserve?.(ids, signal) ?? nothingToRelease);
  try {
    if (await orLedgerError(isErased(ledger, given.customer.email))) return 'erased';
    const order = { ...given, orderId: await idOf(given, formerId, ledger) };
    const key = order.orderId;
    const [[remembered], [known]] = await orLedgerError(
      Promise.all([ledger.read([key]), ledger.readOrders?.([key]) ?? []]),
    );
    const state = stateOf(order, options.facts ?? noFacts, ledger.salt ?? '');
    const fingerprint = fingerprintOf(identityOf(order));
    const found = { remembered, known };
    const reason = whyNot({ order, state, fingerprint }, found, options.onlyIfKnown === true);
    if (reason !== undefined) return reason;
    await orLedgerError(ledger.verify?.() ?? Promise.resolve());
    // A crash from here on must leave behind which state may have arrived: others send nothing earlier then.
    await orLedgerError(ledger.write([{ key, fingerprint: null, order: state }]));
    await push(client, order, { call, takeBack: () => restore(ledger, key, found) });
    await orLedgerError(ledger.write([{ key, fingerprint, order: state }]));
    return 'sent';
  } finally {
    await release();
  }
}

const nothingToRelease = Promise.resolve(() => Promise.resolve());

/** What is remembered of an order. */
interface Found {
  readonly remembered: LedgerEntry | undefined;
  readonly known: OrderState | undefined;
}

async function idOf(
  { orderId }: Order,
  formerId: string | undefined,
  ledger: Ledger,
): Promise<string> {
  if (formerId === undefined) return orderId;
  const [own, former] = await orLedgerError(ledger.read([orderId, formerId]));
  return own === undefined && former !== undefined ? formerId : orderId;
}

/** Why it is not sent. */
function whyNot(
  { order, state, fingerprint }: { order: Order; state: OrderState; fingerprint: string },
  { remembered, known }: Found,
  onlyIfKnown: boolean,
): Exclude<PushOutcome, 'sent' | 'erased'> | undefined {
  if (remembered === undefined) return onlyIfKnown ? 'never-sent' : undefined;
  if (remembered.fingerprint === fingerprint) return 'unchanged';
  if (known === undefined) {
    // An earlier release remembered its id alone: what was sent was at least that it was placed.
    const isPlaced = order.status === undefined || order.status === 'placed';
    return remembered.fingerprint !== null && isPlaced ? 'unchanged' : undefined;
  }
  const compared = compareStates(known, state);
  if ('not' in compared) return compared.not === 'address' ? 'moved' : 'earlier';
  const isSettled = remembered.fingerprint !== null;
  return isSettled && compared.changes.length === 0 ? 'unchanged' : undefined;
}

async function push(
  client: PushClient,
  order: Order,
  { call, takeBack }: { call: CallOptions; takeBack: () => Promise<void> },
): Promise<void> {
  try {
    await client.orders.push(order, call);
  } catch (error) {
    // For certain it has not arrived: what was known before still holds.
    if (error instanceof SequenzyError && !error.ambiguous) await takeBack();
    throw error;
  }
}

async function restore(ledger: Ledger, key: string, { remembered, known }: Found): Promise<void> {
  const before: LedgerWrite =
    remembered === undefined
      ? { key, fingerprint: null, forget: true }
      : { ...remembered, key, ...(known && { order: known }) };
  await orLedgerError(ledger.write([before]));
}
