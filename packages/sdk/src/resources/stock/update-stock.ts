import { turn, type Clock, type Product, type StoredProduct } from 'sequenzy-contract';
import { checkInput, type Transport } from 'sequenzy-transport';
import type { DeliveryOptions } from '../../delivery/delivery-options.ts';
import { requireIterable } from '../../delivery/require-iterable.ts';
import { orThrow } from '../../delivery/throw-on-stop.ts';
import { requestsWith, type RequestOptions } from '../../delivery/requests-with.ts';
import type { DeliveryResult, Outcome } from '../../delivery/outcome.ts';
import { Delivery } from '../../delivery/delivery.ts';
import { Tally } from '../../delivery/tally.ts';
import type { Ledger, LedgerEntry, StockState } from '../../ledger/ledger.ts';
import type { ListOptions } from '../list-products.ts';
import { planProducts } from '../plan-products.ts';
import { productEndpoint } from '../product-endpoint.ts';
import { applyStock, type Target } from './apply-stock.ts';
import { stockChangeSchema, type StockChange } from './stock-change.ts';
import { StockIndex } from './stock-index.ts';

/** The part of a client that is needed to change stock. */
export interface StockClient {
  readonly request: Transport;
  readonly clock: Clock;
  readonly products: {
    list(options: ListOptions): AsyncIterable<StoredProduct>;
  };
}

/** Where products are read, and where they go. */
interface Access {
  list(): AsyncIterable<StoredProduct>;
  sync(products: Iterable<Product>, options: DeliveryOptions): Promise<DeliveryResult>;
}

/** One change, and the outcome it is waiting for. */
interface Pending {
  readonly index: number;
  readonly input: unknown;
  readonly key: string;
  readonly change: StockChange;
}

interface Order {
  readonly target: Target;
  readonly pending: readonly Pending[];
}

/**
 * Changes only stock, as a warehouse's feed has it: `{ sku: '01009-1', quantity: 12 }`. The API wants whole lists of
 * variants, so the stored products are read first (100 a request) and those that change are sent back whole.
 * A change that matches nothing, or more than one variant, is rejected. Memory grows with the changes.
 *
 * @throws {SequenzyError} when the products cannot be read; nothing was sent then.
 * @example
 * await updateStock(sequenzy, [{ variantId: 'tee-red', quantity: 0 }, { productId: 'cap', inStock: true }]);
 */
export async function updateStock(
  client: StockClient,
  changes: Iterable<StockChange> | AsyncIterable<StockChange>,
  options: DeliveryOptions = {},
): Promise<DeliveryResult> {
  const { clock } = client;
  const request = requestsWith(client.request, options);
  const access: Access = {
    list: () => listOf(client, options),
    // What it sends was just read: what is stored has nothing to add.
    sync: (products, rest) => new Delivery(productEndpoint(request), rest, clock).run(products),
  };
  return orThrow(await change(access, changes, options), options);
}

/** Tells what {@link updateStock} would send: it reads the products, and sends nothing. */
export function planStock(
  client: Pick<StockClient, 'products'>,
  changes: Iterable<StockChange> | AsyncIterable<StockChange>,
  options: Pick<DeliveryOptions, 'signal' | 'onOutcome' | keyof RequestOptions> = {},
): Promise<DeliveryResult> {
  return change({ list: () => listOf(client, options), sync: planProducts }, changes, options);
}

function listOf(
  { products }: Pick<StockClient, 'products'>,
  { signal, timeout, maxRetries, headers }: Pick<DeliveryOptions, 'signal' | keyof RequestOptions>,
): AsyncIterable<StoredProduct> {
  const call = { signal, attemptTimeout: timeout, maxRetries, headers };
  return products.list({ provider: 'api', ...call });
}

/** Read the changes, read the products they are about, change only stock, send back what changed. */
async function change(
  access: Access,
  changes: Iterable<unknown> | AsyncIterable<unknown>,
  options: DeliveryOptions,
): Promise<DeliveryResult> {
  const tally = new Tally();
  const report = (outcome: Outcome): void => {
    tally.count(outcome);
    options.onOutcome?.(outcome);
  };
  const pending = await readChanges(changes, tally, report);
  const index = new StockIndex(pending.map(({ change }) => change));
  for await (const stored of access.list()) index.offer(stored);
  const orders = gather(pending, index, report);
  const products = payloads(orders, report);
  const result = await access.sync(products.values(), {
    ...options,
    ledger: ledgerOf(orders, options),
    // What is sent differs from what is stored, whatever was sent last.
    full: true,
    accountForAll: true,
    onOutcome: ({ key = '', ...outcome }) => {
      for (const one of orders.get(key)?.pending ?? []) report({ ...outcome, ...positionOf(one) });
    },
  });
  const { records } = tally.progress();
  const finished = records.rejected + records.unknown > 0 ? 'partial' : 'completed';
  return { ...result, records, status: result.status === 'stopped' ? 'stopped' : finished };
}

async function readChanges(
  changes: Iterable<unknown> | AsyncIterable<unknown>,
  tally: Tally,
  report: (outcome: Outcome) => void,
): Promise<Pending[]> {
  requireIterable(changes, 'changes');
  const pending: Pending[] = [];
  for await (const input of changes) {
    const due = turn();
    if (due !== undefined) await due;
    const index = tally.read++;
    const checked = checkInput(stockChangeSchema, input);
    if ('record' in checked) {
      const { variantId, sku, productId = '' } = checked.record;
      pending.push({ index, input, key: variantId ?? sku ?? productId, change: checked.record });
    } else {
      report({ status: 'rejected', index, input, key: undefined, reasons: checked.faults });
    }
  }
  return pending;
}

/** By product: what is to be changed on it. A later change of one place wins over an earlier one. */
function gather(
  pending: readonly Pending[],
  index: StockIndex,
  report: (outcome: Outcome) => void,
): Map<string, Order> {
  const orders = new Map<string, Order>();
  for (const one of pending) {
    const place = index.find(one.change);
    const stored = typeof place === 'string' ? undefined : index.products.get(place.key);
    if (typeof place === 'string' || stored === undefined) {
      report(rejection(one, typeof place === 'string' ? place : 'is not stored'));
      continue;
    }
    const { target, pending: others } = orders.get(place.key) ?? {
      target: nothingOf(stored),
      pending: [],
    };
    orders.set(place.key, {
      target: withChange(target, place.variantId, one.change),
      pending: [...others, one],
    });
  }
  return orders;
}

function nothingOf(stored: StoredProduct): Target {
  return { stored, product: undefined, variants: new Map() };
}

function withChange(target: Target, variantId: string | undefined, change: StockChange): Target {
  if (variantId === undefined) return { ...target, product: folded(target.product, change) };
  const together = folded(target.variants.get(variantId), change);
  return { ...target, variants: new Map(target.variants).set(variantId, together) };
}

/** As if one came after the other: a count says by itself whether there is stock, whatever was said before it. */
function folded(earlier: StockChange | undefined, later: StockChange): StockChange {
  if (earlier === undefined || later.quantity !== undefined) return later;
  return { ...earlier, ...later };
}

/** The products that have to be sent; the changes of all others are settled. */
function payloads(orders: ReadonlyMap<string, Order>, report: (outcome: Outcome) => void) {
  const products = new Map<string, Product>();
  for (const [key, { target, pending }] of orders) {
    const applied = applyStock(key, target);
    if ('product' in applied) products.set(key, applied.product);
    else if ('refused' in applied)
      pending.forEach((one) => {
        report(rejection(one, applied.refused));
      });
    else
      pending.forEach((one) => {
        report({ status: 'unchanged', ...positionOf(one) });
      });
  }
  return products;
}

function rejection(one: Pending, message: string): Outcome {
  return { status: 'rejected', ...positionOf(one), reasons: [{ path: '', message }] };
}

function positionOf({ index, input, key }: Pending) {
  return { index, input, key };
}

/**
 * Restocks are counted against what was just read; what was remembered is put in doubt before it is overwritten. A
 * product stays of the feed it came from.
 */
function ledgerOf(orders: ReadonlyMap<string, Order>, { ledger }: DeliveryOptions): Ledger {
  const feeds = new Map<string, Pick<LedgerEntry, 'feed'>>();
  return {
    read: async (keys) => {
      const remembered = (await ledger?.read(keys)) ?? [];
      return keys.map((key, index) => {
        const stored = orders.get(key)?.target.stored;
        const { fingerprint = null, feed } = remembered[index] ?? {};
        if (feed !== undefined) feeds.set(key, { feed });
        return stored === undefined ? undefined : { fingerprint, stock: stockOf(stored) };
      });
    },
    write: async (entries) =>
      ledger?.write(entries.map((entry) => ({ ...entry, ...feeds.get(entry.key) }))),
    verify: async () => ledger?.verify?.(),
  };
}

function stockOf({ inStock, variants }: StoredProduct): StockState {
  const out = (variants ?? []).filter((variant) => variant.inStock === false);
  return { inStock: inStock ?? true, out: out.map(({ variantId = '' }) => variantId) };
}
