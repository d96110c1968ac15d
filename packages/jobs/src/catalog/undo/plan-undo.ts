import type { Ledger } from 'sequenzy-commerce';
import { limits } from 'sequenzy-commerce';
import { timeAtLimit, type Rate } from '../../connect/schedule.ts';
import type { ProductChange } from '../../report/changes.ts';
import type { UndoPlan } from '../../report/undo-plan.ts';
import type { KeptValues } from '../kept/kept-values.ts';
import type { Restoration } from './acts.ts';
import { restorationOf } from './restoration.ts';

/** What an undo goes by. */
export interface UndoInput {
  /** What was stored before the run. */
  readonly kept: KeptValues;
  /** What is stored now. */
  readonly now: KeptValues;
  readonly ledger: Pick<Ledger, 'read'> | undefined;
}

interface Found {
  readonly productId: string;
  readonly restoration: Restoration;
}

/** What becomes of each product of the run. */
export async function* restorations({ kept, now, ledger }: UndoInput): AsyncGenerator<Found> {
  for await (const some of kept.batches()) {
    const ids = some.map(({ productId }) => productId);
    const present = await now.some(ids);
    const known = (await ledger?.read(ids)) ?? [];
    yield* some.map((one, at) => ({
      productId: one.productId,
      restoration: restorationOf(one, present[at]?.stored, known[at] !== undefined),
    }));
  }
}

/** Ids and fields that are named. */
const mostNamed = 10;

type Counted = Omit<
  UndoPlan,
  'laterRuns' | 'reads' | 'requests' | 'milliseconds' | 'requestsPerMinute'
>;

/** @param most Changes that are listed. */
export async function planUndo(
  input: UndoInput,
  how: {
    readonly rate: Rate | undefined;
    readonly reads: number;
    readonly laterRuns: number;
    readonly most: number;
  },
): Promise<UndoPlan> {
  const { rate, reads, laterRuns } = how;
  const counted = await count(input, how.most);
  const sent = counted.restore + counted.create;
  const requests = Math.ceil(sent / limits.productsPerRequest) + counted.delete.length;
  return {
    ...counted,
    ...{ laterRuns, reads, requests },
    milliseconds: timeAtLimit(requests, rate),
    requestsPerMinute: rate?.perMinute,
  };
}

async function count(input: UndoInput, most: number): Promise<Counted> {
  const { run, command, startedAt } = input.kept.header;
  const left = { changed: 0, gone: 0, unread: 0 };
  const figures = { restore: 0, create: 0, unchanged: 0, overwritten: 0, stockLeft: 0 };
  const restocks = { products: 0, variants: 0 };
  const deleted: string[] = [];
  const firstLeft: string[] = [];
  const unsendable: string[] = [];
  const listed: ProductChange[] = [];
  for await (const { productId, restoration } of restorations(input)) {
    switch (restoration.act) {
      case 'none':
        figures.unchanged += 1;
        continue;
      case 'leave':
        left[restoration.why] += 1;
        if (firstLeft.length < mostNamed) firstLeft.push(productId);
        continue;
      case 'delete':
        deleted.push(productId);
        break;
      case 'restore':
      case 'create':
        figures[restoration.act] += 1;
        figures.overwritten += restoration.isOverwritten ? 1 : 0;
        figures.stockLeft += restoration.stockLeft;
        restocks.products += restoration.restocks.products;
        restocks.variants += restoration.restocks.variants;
        for (const name of restoration.unsendable) {
          if (unsendable.length < mostNamed) unsendable.push(`${productId}: ${name}`);
        }
    }
    if (listed.length < most) listed.push(changeOf(productId, restoration));
  }
  const changing = figures.restore + figures.create + deleted.length;
  return {
    ...{ run, command, startedAt, ...figures, left, firstLeft, unsendable, restocks },
    delete: deleted,
    changes: { listed, count: changing },
  };
}

function changeOf(
  productId: string,
  restoration: Extract<Restoration, { act: 'restore' | 'create' | 'delete' }>,
): ProductChange {
  if (restoration.act === 'delete') return { productId, action: 'delete', title: null, fields: [] };
  const { act, product, fields } = restoration;
  return {
    productId,
    action: act === 'create' ? 'create' : 'change',
    title: product.title,
    fields,
  };
}
