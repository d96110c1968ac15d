import type { Fault } from 'sequenzy-contract';

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

const defaultNames: FanfareNames = {
  quantity: 'inventoryQuantity',
  inventoryPolicy: 'inventoryPolicy',
  currency: 'currencyCode',
  first: 'first',
  after: 'after',
  data: 'data',
  pageInfo: 'pageInfo',
  endCursor: 'endCursor',
};

/** Names as they are given; one that is undefined is the default. */
export function namesFrom(given: Partial<FanfareNames> = {}): FanfareNames {
  const told = Object.entries(given).filter(([, name]: [string, unknown]) => name !== undefined);
  return { ...defaultNames, ...Object.fromEntries(told) };
}

/** Fields of a variant whose names are documented. */
const fields = ['id', 'sku', 'price', 'options', 'productId', 'organizationId'];

/** What is wrong with names: one that is none, or one for two things that stand beside each other. */
export function faultsOfNames(names: FanfareNames): Fault[] {
  const empty = Object.entries(names).filter(([, name]: [string, unknown]) => !isName(name));
  if (empty.length > 0) {
    return empty.map(([member]) => ({ path: `names.${member}`, message: 'expected a name' }));
  }
  const { quantity, inventoryPolicy, currency, first, after, data, pageInfo } = names;
  return [
    ...collisions([...fields, quantity, inventoryPolicy, currency], 'two fields of a variant'),
    ...collisions(['include', first, after], 'two parameters of the list'),
    ...collisions([data, pageInfo], 'two members of a page'),
  ];
}

function isName(name: unknown): boolean {
  return typeof name === 'string' && name.trim() !== '';
}

function collisions(beside: readonly string[], what: string): Fault[] {
  return beside
    .filter((name, index) => beside.indexOf(name) !== index)
    .map((name) => ({ path: 'names', message: `give "${name}" to ${what}` }));
}
