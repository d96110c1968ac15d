import type { Product } from 'sequenzy-contract';
import type {
  BulkEndpoint,
  CompleteOptions,
  Carried,
  Completable,
  Completion,
} from '../../delivery/bulk-endpoint.ts';
import type { StockReads } from '../../delivery/delivery-options.ts';
import type { KeptField } from '../../delivery/kept-fields.ts';
import { lacksFields } from './kept-fields.ts';
import { lacksStock, stateOf, stockRemembered, withStock } from './known-stock.ts';
import type { StockAnswer, StoredStock } from './stored-stock.ts';

/** Completes products that replace their variants and leave out what may be stored of them. */
export interface StockCarrier extends Required<Pick<BulkEndpoint<Product>, 'complete'>> {
  /** The server has taken these. */
  took(parts: readonly Pick<Completable<Product>, 'key' | 'record'>[]): void;
}

/** Carries along what the API has. */
export function carriedFrom(stored: StoredStock): StockCarrier {
  return {
    complete: async (parts, options) => {
      const lacking = lackingOf(parts, stored.keep);
      const watched = stored.watch === undefined ? [] : parts;
      const answers = await answersFor(lacking, watched, stored, options);
      const completions = lacking.map((part): [string, Completion<Product>] => [
        part.key,
        answers === undefined
          ? {
              ...withStock(part.record, undefined),
              lacks: part.lacks,
              isUnread: true,
              before: undefined,
            }
          : completion(part, answers.get(part.key) ?? 'none'),
      ]);
      return new Map(completions);
    },
    took: (parts) => {
      stored.took(parts);
      if (stored.watch === undefined) return;
      for (const { record } of parts) stored.watch.onPlanned(record);
    },
  };
}

/** For a plan: reads nothing, and goes by what the ledger remembers. */
export function carriedFromLedger({ keep = [] }: StockReads): StockCarrier {
  return {
    complete: (parts) => {
      const completions = lackingOf(parts, keep).map(
        ({ key, record, remembered, lacks }): [string, Completion<Product>] => {
          const known = remembered?.stock && stockRemembered(remembered.stock);
          return [key, { ...withStock(record, known), lacks, before: undefined }];
        },
      );
      return Promise.resolve(new Map(completions));
    },
    took: () => undefined,
  };
}

/** Undefined where the key may not read products, and none of these would come back in stock for want of it. */
async function answersFor(
  lacking: readonly Lacking[],
  watched: readonly Completable<Product>[],
  stored: StoredStock,
  options: CompleteOptions,
): Promise<ReadonlyMap<string, StockAnswer> | undefined> {
  const areNeeded = lacking.some(({ lacks }) => lacks === 'stock');
  if (!areNeeded && stored.isDenied) return undefined;
  const keys = (watched.length > 0 ? watched : lacking).map(({ key }) => key);
  if (keys.length === 0) return undefined;
  return stored.read(keys, options).catch((error: unknown) => {
    if (!areNeeded && stored.isDenied) return undefined;
    throw error;
  });
}

interface Lacking extends Completable<Product> {
  readonly lacks: Carried['lacks'];
}

/** Products that replace their variants and leave out what may be stored. */
function lackingOf(
  parts: readonly Completable<Product>[],
  keep: readonly KeptField[],
): readonly Lacking[] {
  const lacking: Lacking[] = [];
  for (const part of parts) {
    if (part.isSimple === true) continue;
    const { key, record, remembered } = part;
    if (lacksStock(record)) lacking.push({ key, record, remembered, lacks: 'stock' });
    else if (lacksFields(record, keep)) lacking.push({ key, record, remembered, lacks: 'fields' });
  }
  return lacking;
}

function completion({ record, lacks }: Lacking, answer: StockAnswer): Completion<Product> {
  if (answer === 'none') return { ...withStock(record, undefined), lacks, before: nothingOut };
  if ('unreadable' in answer) return { unreadable: sentences[lacks](answer.unreadable) };
  return { ...withStock(record, answer), lacks, before: stateOf(answer) };
}

const sentences = {
  stock: (why: string) =>
    `states no stock, and the stock in Sequenzy cannot be read (${why}): it was not sent, because it would be in stock`,
  fields: (why: string) =>
    `leaves out fields that Sequenzy may have, and the stored product cannot be read (${why}): it was not sent, because they would be lost`,
};

/** Nothing of a product that is not stored can come back in stock. */
const nothingOut = { inStock: true, out: [] };
