import { faultsOf, productSchema, type Product } from 'sequenzy-contract';
import type { RecordKind } from '../../reading/record-kind.ts';
import type { Mapped, Settings, Source } from './source.ts';
import { badAddressWarning, withAddresses } from './addresses.ts';
import { counted, verb } from '../../text/counted.ts';
import type { Unusable } from '../../faults/unusable.ts';

/** Files of platforms that no source reads. Source of the header: public code. */
const unusable: readonly Unusable[] = [
  {
    label: 'an Amazon order report',
    columns: ['amazon-order-id', 'purchase-date', 'asin'],
    reason: 'it holds orders without any e-mail address, and products only by SKU',
    nextStep: 'Export the products of the shop instead.',
  },
];

/** The types of products. */
export interface ProductTypes {
  readonly mapped: Mapped;
  readonly settings: Settings;
  readonly value: Product;
  readonly source: Source;
}

export const products: RecordKind<ProductTypes> = {
  noun: 'product',
  overwrittenBy: 'productId',
  unusable,
  notes: { badAddress: badAddressWarning },
  blank: { key: undefined, product: {}, faults: [], variants: 0 },
  partsOf: ({ variants }) => variants,
  damaged: ({ key, variants }, faults) => ({ key, product: {}, faults, variants }),
  hasNoEqualParts: true,
  settled: (mapped, settings) => notingFree(withAddresses(mapped, settings)),
  warningsOf: freeWarnings,
  *fieldsOf({ variants = [] }) {
    for (const variant of variants) yield* Object.keys(variant);
  },
  currencyOf: ({ product }) => 'currency' in product && product.currency,
  check({ product }) {
    const result = productSchema.safeParse(product);
    return result.success
      ? { ok: true, value: result.data }
      : { ok: false, faults: faultsOf(result.error, product) };
  },
};

const free = 'free';

/** Notes of a product that it has a price of 0. */
function notingFree(mapped: Mapped): Mapped {
  const { product, notes = [] } = mapped;
  const isFree = 'priceCents' in product && product.priceCents === 0;
  return isFree ? { ...mapped, notes: [...notes, free] } : mapped;
}

/** Hardly a shop gives a tenth of its products away: more often the file has no prices. */
function freeWarnings(noted: (note: string) => number, products: number): string[] {
  const count = noted(free);
  if (count === 0 || count * 10 <= products) return [];
  return [
    `${String(count)} of ${counted(products, 'product')} ${verb(count, 'has', 'have')} a price of 0. Check that the file gives their prices.`,
  ];
}
