import type { Product } from 'sequenzy-contract';
import type { BulkEndpoint, Completion } from '../../delivery/bulk-endpoint.ts';
import { lacksStock, stateOf, stockRemembered, withStock } from './known-stock.ts';
import type { StockAnswer, StoredStock } from './stored-stock.ts';

/** Completes products that replace their variants without stating the stock of each. */
export interface StockCarrier extends Required<Pick<BulkEndpoint<Product>, 'complete'>> {
  /** The server has taken these. */
  took(products: readonly Product[]): void;
}

/** Carries along what the API has. */
export function carriedFrom(stored: StoredStock): StockCarrier {
  return {
    complete: async (parts, options) => {
      const lacking = parts.filter(({ record }) => lacksStock(record));
      const answers = await stored.read(
        lacking.map(({ key }) => key),
        options,
      );
      const completions = lacking.map(({ key, record }): [string, Completion<Product>] => [
        key,
        completion(record, answers.get(key) ?? 'none'),
      ]);
      return new Map(completions);
    },
    took: (products) => {
      stored.took(products);
    },
  };
}

function completion(record: Product, answer: StockAnswer): Completion<Product> {
  if (answer === 'none') return { ...withStock(record, undefined), before: nothingOut };
  if ('unreadable' in answer) {
    return {
      unreadable: `states no stock, and the stock in Sequenzy cannot be read (${answer.unreadable}): it was not sent, because it would be in stock`,
    };
  }
  return { ...withStock(record, answer), before: stateOf(answer) };
}

/** Nothing of a product that is not stored can come back in stock. */
const nothingOut = { inStock: true, out: [] };

/** For a plan: reads nothing, and goes by what the ledger remembers. */
export const carriedFromLedger: StockCarrier = {
  complete: (parts) => {
    const completions = parts
      .filter(({ record }) => lacksStock(record))
      .map(({ key, record, remembered }): [string, Completion<Product>] => {
        const known = remembered?.stock && stockRemembered(remembered.stock);
        return [key, { ...withStock(record, known), before: undefined }];
      });
    return Promise.resolve(new Map(completions));
  },
  took: () => undefined,
};
