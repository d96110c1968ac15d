import type { Product } from 'sequenzy-contract';
import type { DeliveryOptions } from '../delivery/delivery-options.ts';
import type { DeliveryResult } from '../delivery/outcome.ts';
import type { RequestOptions } from '../delivery/requests-with.ts';
import type { SequenzyError } from '../errors/errors.ts';
import type { Products } from '../resources/products.ts';
import { deleteEach, type Deletion } from './delete-each.ts';
import { keepingFeeds, moveToFeed } from './feed.ts';
import type { MirrorLedger, MirrorPlan, MirrorPlanOptions } from './plan.ts';
import { openSourceOf, type MirrorSource, type OpenSource } from './source.ts';

/** The part of a client that a mirror needs. */
export interface MirrorClient {
  readonly products: Pick<Products, 'plan' | 'sync' | 'delete'>;
}

/** How a plan is carried out. */
export interface CarryOutOptions
  extends
    Pick<MirrorPlanOptions, 'feed' | 'isPart' | 'full' | 'signal'>,
    RequestOptions,
    Pick<
      DeliveryOptions,
      | 'concurrency'
      | 'maxBodyBytes'
      | 'isolationBudget'
      | 'maxRestocks'
      | 'accountForAll'
      | 'onOutcome'
      | 'onProgress'
      | 'onWarning'
      | 'onDifference'
    > {
  /** What the server has acknowledged before, by this run alone. */
  readonly ledger?: MirrorLedger | undefined;
  /** Called when everything is sent, before anything is deleted. */
  readonly onDelivered?: (delivery: DeliveryResult) => void;
  /** Called once for every product that was to be deleted. */
  readonly onDeletion?: (deletion: Deletion) => void;
}

/** What became of a plan. */
export interface CarriedOut {
  readonly delivery: DeliveryResult;
  /** Undefined where nothing had to be deleted, or nothing may be. */
  readonly deletions: readonly Deletion[] | undefined;
  /** Some records were rejected or are unknown, so nothing was deleted. */
  readonly isPruneWithheld: boolean;
  /** Why it ended early; undefined where it did not. */
  readonly stoppedBy: SequenzyError | undefined;
}

/**
 * Sends what a plan has found, then deletes what is gone. Guards are not looked at: {@link refusalOf} comes before.
 *
 * @throws {SequenzyError} of the code `ledger`, before anything is sent.
 */
export async function carryOut(
  client: MirrorClient,
  plan: MirrorPlan,
  source: MirrorSource,
  options: CarryOutOptions,
): Promise<CarriedOut> {
  const { feed, signal, onDelivered, onDeletion, ledger } = options;
  const { timeout, maxRetries, headers } = options;
  const open = openSourceOf(source);
  // Before anything is sent: a killed run has claimed too much at most.
  if (plan.takesOver && ledger !== undefined) await moveToFeed(ledger, keysOf(open), feed);
  const delivery = plan.settled ?? (await send(client, plan, open, options));
  onDelivered?.(delivery);
  const { gone } = plan;
  const ended = { delivery, deletions: undefined, isPruneWithheld: false };
  if (delivery.stoppedBy !== undefined) return { ...ended, stoppedBy: delivery.stoppedBy };
  if (gone === undefined || ledger === undefined) return { ...ended, stoppedBy: undefined };
  const isPruneWithheld = plan.rejected + delivery.records.rejected + delivery.records.unknown > 0;
  if (isPruneWithheld) return { ...ended, isPruneWithheld, stoppedBy: undefined };
  const { products, stoppedBy } = await deleteEach(client, gone.productIds, {
    ...{ ledger, signal, attemptTimeout: timeout, maxRetries, headers },
    ...(onDeletion && { onDone: onDeletion }),
  });
  return { delivery, deletions: products, isPruneWithheld, stoppedBy };
}

function send(
  { products }: MirrorClient,
  { stockReads }: MirrorPlan,
  open: OpenSource,
  options: CarryOutOptions,
): Promise<DeliveryResult> {
  const { ledger, feed, signal, full = false, isPart = false, ...listeners } = options;
  return products.sync(
    open(() => undefined),
    {
      ...listeners,
      full,
      ...(signal && { signal }),
      ...(ledger && { ledger: isPart ? keepingFeeds(ledger) : ledger }),
      ...(feed === undefined ? {} : { feed }),
      ...(stockReads && { stockReads }),
    },
  );
}

/** Of all that is listed, what is left out too. */
async function* keysOf(open: OpenSource): AsyncGenerator<string> {
  const leftOut: string[] = [];
  const products = open((productId) => {
    if (productId !== undefined) leftOut.push(productId);
  });
  for await (const { productId } of products as AsyncIterable<Product>) {
    yield productId;
    yield* leftOut.splice(0);
  }
  yield* leftOut;
}
