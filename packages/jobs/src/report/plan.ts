import type { KeptField, ProductPlan } from 'sequenzy-commerce';
import type { Gone as MirrorGone } from 'sequenzy-commerce/mirror';

/** What a sync will take. */
export interface Plan {
  /** What the records are. Stock comes in rows, and several can be about one product. */
  readonly noun: 'product' | 'row';
  /** Records that will be sent. */
  readonly products: number;
  readonly requests: number;
  /** Time the rate limit makes the requests take. */
  readonly milliseconds: number;
  /** Undefined where nothing is held back. */
  readonly requestsPerMinute: number | undefined;
  /** Products to be sent that the ledger does not know; without a ledger all of them. */
  readonly created: number;
  readonly changed: number;
  /** Records that need not be sent. */
  readonly unchanged: number;
  readonly rejected: number;
  /** Valid products that have no page address: e-mails cannot link to them. */
  readonly withoutPage: number;
  /** Whether they would get one with the address of the shop, which was not given. */
  readonly canMakePages: boolean;
  readonly restocks: Restocks;
  readonly stock: StockPlan;
  /** Undefined unless products that are gone from the source are to be deleted. */
  readonly gone: Gone | undefined;
}

/** What comes back in stock, as far as the ledger knows or was read: each sends e-mail to its waiting list. */
export interface Restocks {
  readonly products: number;
  readonly variants: number;
}

/** Products that replace their variants and leave out what Sequenzy may have of them, which is carried along. */
export interface StockPlan {
  /** Products that do not state the stock of each variant. */
  readonly products: number;
  /** Their variants without stock. */
  readonly variants: number;
  /** Those of them whose stock Sequenzy does not know either; undefined where it was not read. */
  readonly unknown: number | undefined;
  /** Products that state their stock, and leave out only other fields. */
  readonly others: number;
  /** Those of them that lose what Sequenzy has in these fields: the key may not read products. */
  readonly unread: number;
  /** Fields of variants that the input has no place for. */
  readonly fields: readonly KeptField[];
  /** Requests that have read it, else those that will, as far as the ledger tells how many products there are. */
  readonly requests: number;
  /** What was read, for the sending. */
  readonly reads?: ProductPlan['stockReads'];
}

export const noStockToRead: StockPlan = {
  products: 0,
  variants: 0,
  unknown: 0,
  others: 0,
  unread: 0,
  fields: [],
  requests: 0,
};

/** What `--prune` would delete. */
export interface Gone extends MirrorGone {
  /** Products the source holds and leaves out, such as unpublished ones: they count as gone. */
  readonly leftOut: number;
}

/** How many are named to somebody who has to decide. */
export const mostNamed = 10;

/** Where no plan was made. */
export function nothingPlanned(noun: Plan['noun']): Plan {
  return {
    noun,
    products: 0,
    requests: 0,
    milliseconds: 0,
    requestsPerMinute: undefined,
    created: 0,
    changed: 0,
    unchanged: 0,
    rejected: 0,
    withoutPage: 0,
    canMakePages: false,
    restocks: { products: 0, variants: 0 },
    stock: noStockToRead,
    gone: undefined,
  };
}
