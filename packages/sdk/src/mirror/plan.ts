import { KeySet, type Product } from 'sequenzy-contract';
import type { DeliveryOptions, StockReads, StoredWatch } from '../delivery/delivery-options.ts';
import type { KeptField } from '../delivery/kept-fields.ts';
import type { RequestOptions } from '../delivery/requests-with.ts';
import type { DeliveryResult, Outcome, Progress, Rejected } from '../delivery/outcome.ts';
import { SequenzyValidationError, type SequenzyError } from '../errors/errors.ts';
import { PreparedSource } from '../delivery/prepared.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { planProducts } from '../resources/plan-products.ts';
import type { ProductPlan, Products } from '../resources/products.ts';
import { watched } from './feed.ts';
import { goneFrom, type Gone } from './gone.ts';
import type { Guards } from './guards.ts';
import { allowedOf, defaultMaxDelete } from './max-delete.ts';
import { openSourceOf, type MirrorSource, type OpenSource } from './source.ts';

/** A ledger of a mirror: with `list` and `size` of it, what is gone from the source can be told. */
export interface MirrorLedger extends Ledger {
  /** Keys remembered. Optional: with it, stored products are read in fewer requests. */
  readonly size?: number;
}

/** How a mirror is planned. */
export interface MirrorPlanOptions extends Pick<Guards, 'prune' | 'maxDelete'>, RequestOptions {
  /** Only read. Without one everything counts as new. */
  readonly ledger?: MirrorLedger | undefined;
  /** The feed the source is: only what came from it can be gone. Default: the default feed, which has no name. */
  readonly feed?: string | undefined;
  /** The source is a part of its feed: nothing can be gone, and what is known stays of its feed. Default: false. */
  readonly isPart?: boolean | undefined;
  /** Send what is unchanged all the same. Default: false. */
  readonly full?: boolean | undefined;
  /** Fields of variants that the source has no place for: stored values stay. Default: only stock stays. */
  readonly keep?: readonly KeptField[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called once for each record that the API's rules refuse. */
  readonly onRejected?: (rejected: Rejected) => void;
  /** Called when stored products begin to be read. */
  readonly onReading?: () => void;
  /** Called while they are read. */
  readonly onRead?: (progress: Progress) => void;
  /**
   * Whether a plan by the ledger alone will do where the stored products cannot be read. `isNeeded` is false where only
   * `watch` wants to see them. Default: no.
   */
  readonly mayGoOnWithout?: ((error: SequenzyError, isNeeded: boolean) => boolean) | undefined;
  /** Sees what is stored of each product that would be sent or deleted: all of them are read. Needs a client. */
  readonly watch?: MirrorWatch | undefined;
}

export interface MirrorWatch extends Omit<StoredWatch, 'products' | 'also'> {
  /** Called with the id of each product that would be sent, before anything is read. */
  readonly onWanted: (productId: string) => void;
}

/** What carrying it out would do: `requests.sent` and `accepted` count what would be sent. */
export interface MirrorPlan extends DeliveryResult {
  /** Records that do not fit the API, and those that the source has left out: they will not be sent. */
  readonly rejected: number;
  /** Products that would be deleted; undefined without `prune`. */
  readonly gone: Gone | undefined;
  /** What was read, for the sending; undefined where nothing was. */
  readonly stockReads: StockReads | undefined;
  /** Nothing has to be sent: these are the figures of sending it. */
  readonly settled: DeliveryResult | undefined;
  /** Some of these products may be known from another feed, and come over to this one. */
  readonly takesOver: boolean;
}

/** The part of a client that reads what is stored. */
export interface PlanningClient {
  readonly products: Pick<Products, 'plan'>;
}

/**
 * Plans a mirror without sending anything. Without a client it needs no key, and goes by the ledger; with one it also
 * reads what is stored of products that do not state their stock, and so knows what comes back in stock.
 *
 * It does not throw for what cannot be read: look at `stoppedBy`.
 *
 * @throws {SequenzyValidationError} when an option cannot be used.
 * @example
 * const plan = await planMirror(sequenzy, () => productsFromDatabase(), { ledger, prune: true });
 * console.log(plan.requests.sent, plan.gone?.productIds);
 */
export async function planMirror(
  client: PlanningClient | undefined,
  source: MirrorSource,
  options: MirrorPlanOptions = {},
): Promise<MirrorPlan> {
  requirePrunable(options);
  const { ledger, feed, isPart = false, full = false, keep = [], signal } = options;
  const { timeout, maxRetries, headers } = options;
  const open = openSourceOf(source);
  const seen = options.prune === true ? new KeySet() : undefined;
  const told = new Set<number>();
  let leftOut = 0;
  let takesOver = false;
  const tellRejected = (outcome: Outcome): void => {
    if (outcome.status !== 'rejected' || told.has(outcome.index)) return;
    told.add(outcome.index);
    options.onRejected?.(outcome);
  };
  const onOther = (): void => {
    takesOver = !isPart;
  };
  const shared: DeliveryOptions = {
    full,
    timeout,
    maxRetries,
    headers,
    ...(signal && { signal }),
    ...(ledger && { ledger: watched(ledger, feed, onOther) }),
  };
  const products = open((productId) => {
    leftOut += 1;
    if (productId !== undefined) seen?.add(productId);
  });
  const first = await planProducts(seeing(products, seen), {
    ...shared,
    stockReads: { keep },
    onOutcome: (outcome) => {
      if (outcome.key !== undefined) seen?.add(outcome.key);
      if (outcome.status === 'accepted') options.watch?.onWanted(outcome.key);
      tellRejected(outcome);
    },
  });
  const rejected = leftOut + first.records.rejected;
  // Not everything was looked up.
  if (rejected > 0) onOther();
  const needed = first.stock.products + first.stock.others;
  const gone = seen && ledger && !first.stoppedBy ? await goneOf(ledger, seen, options) : undefined;
  const watch = options.watch && watchOf(options.watch, first, gone);
  const stockReads = {
    ...{ products: needed, stored: ledger?.size ?? 0, keep },
    ...(watch && { watch }),
  };
  const wanted = watch === undefined ? needed : watch.products + watch.also.length;
  const read =
    client && wanted > 0 && first.stoppedBy === undefined
      ? await readStored(client, open, options, {
          ...shared,
          stockReads,
          onOutcome: tellRejected,
          isNeeded: needed > 0,
        })
      : undefined;
  const stoppedBy = first.stoppedBy ?? read?.stoppedBy;
  const isRead = read !== undefined && stoppedBy === undefined;
  const known = isRead ? read : first;
  return {
    ...known,
    status: stoppedBy === undefined ? known.status : 'stopped',
    stoppedBy,
    records: withLeftOut(known.records, leftOut),
    rejected,
    gone: stoppedBy === undefined ? gone : undefined,
    stockReads: isRead ? read.stockReads : undefined,
    settled: first.status === 'completed' && first.records.accepted === 0 ? first : undefined,
    takesOver,
  };
}

/** What is gone is read too, where so much may be deleted. */
function watchOf(
  watch: MirrorWatch,
  { records }: DeliveryResult,
  gone: Gone | undefined,
): StoredWatch {
  const also = gone !== undefined && gone.count <= gone.allowed ? gone.productIds : [];
  for (const productId of also) watch.onWanted(productId);
  return { ...listenersOf(watch), products: records.accepted, also };
}

function listenersOf(watch: MirrorWatch): Omit<StoredWatch, 'products' | 'also'> {
  return {
    onStored: (productId, stored) => {
      watch.onStored(productId, stored);
    },
    onMissing: (productId) => {
      watch.onMissing(productId);
    },
    onPlanned: (product) => {
      watch.onPlanned(product);
    },
    onDenied: () => {
      watch.onDenied();
    },
  };
}

/** The same source, which also tells the keys of what is known and need not be given. */
function seeing(
  products: ReturnType<OpenSource>,
  seen: KeySet | undefined,
): ReturnType<OpenSource> {
  if (seen === undefined || !(products instanceof PreparedSource)) return products;
  // A source of products is what `openSourceOf` gives.
  const { open } = products as PreparedSource<Product>;
  return new PreparedSource((isKnown) =>
    open((key, fingerprint) => {
      const known = isKnown(key, fingerprint);
      if (known) seen.addHash(key);
      return known;
    }),
  );
}

async function goneOf(
  ledger: MirrorLedger,
  seen: KeySet,
  { feed, maxDelete: max = defaultMaxDelete }: MirrorPlanOptions,
): Promise<Gone | undefined> {
  const list = ledger.list?.bind(ledger);
  return list && goneFrom({ list }, seen, { max, feed });
}

/** Undefined where the plan continues without. */
async function readStored(
  { products }: PlanningClient,
  open: ReturnType<typeof openSourceOf>,
  { onReading, onRead, mayGoOnWithout }: MirrorPlanOptions,
  { isNeeded, ...options }: DeliveryOptions & { readonly isNeeded: boolean },
): Promise<ProductPlan | undefined> {
  onReading?.();
  const source = open(() => undefined);
  const plan = await products.plan(source, { ...options, ...(onRead && { onProgress: onRead }) });
  const isWithout =
    plan.stoppedBy !== undefined && mayGoOnWithout?.(plan.stoppedBy, isNeeded) === true;
  return isWithout ? undefined : plan;
}

function withLeftOut(records: DeliveryResult['records'], leftOut: number) {
  return { ...records, read: records.read + leftOut, rejected: records.rejected + leftOut };
}

/** @throws {SequenzyValidationError} where it cannot be told what is gone. */
function requirePrunable({
  prune,
  ledger,
  isPart,
  maxDelete = defaultMaxDelete,
}: MirrorPlanOptions) {
  if (prune !== true) return;
  allowedOf(maxDelete, 0);
  const refuse = (message: string): never => {
    throw new SequenzyValidationError('The mirror cannot be made', [{ path: 'prune', message }]);
  };
  if (ledger !== undefined && ledger.list === undefined) {
    refuse('needs a ledger with `list`: without it nobody knows what was sent before');
  }
  if (isPart === true)
    refuse('needs the whole catalog, and `isPart` says that this is a part of it');
}
