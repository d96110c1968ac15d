import type { Fault } from 'sequenzy-transport';

/** What no documentation shows for certain: how fields and parameters are called on the wire. */
export interface FanfareNames {
  /** A variant's stock. Default, assumed: `inventoryQuantity`. */
  readonly quantity: string;
  /** A variant's `limited` or `open`. Default, assumed: `inventoryPolicy`. */
  readonly inventoryPolicy: string;
  /** ISO 4217 code of a variant's price. Default, as the webhooks have it: `currencyCode`. */
  readonly currency: string;
  /** Parameter of the list: how many products a page holds. Default: `first`. */
  readonly first: string;
  /** Parameter of the list: the cursor behind which the page begins. Default: `after`. */
  readonly after: string;
  /** Where a page holds its products, unless it is a bare array. Default: `data`. */
  readonly data: string;
  /** Where a page speaks of itself. Default: `pageInfo`. */
  readonly pageInfo: string;
  /** In there: the cursor of its last product. Default: `endCursor`. */
  readonly endCursor: string;
}

export const defaultNames: FanfareNames = {
  quantity: 'inventoryQuantity',
  inventoryPolicy: 'inventoryPolicy',
  currency: 'currencyCode',
  first: 'first',
  after: 'after',
  data: 'data',
  pageInfo: 'pageInfo',
  endCursor: 'endCursor',
};

/** Fields of a variant whose names are documented. */
const documented = ['id', 'sku', 'price', 'options', 'productId', 'organizationId'];

export function faultsOfNames({ quantity, inventoryPolicy, currency }: FanfareNames): Fault[] {
  const given = [quantity, inventoryPolicy, currency];
  return given.flatMap((name, index) =>
    documented.includes(name) || given.indexOf(name) !== index
      ? [{ path: 'names', message: `give "${name}" to two fields of a variant` }]
      : [],
  );
}
