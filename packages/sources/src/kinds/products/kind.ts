import { faultsOf, productSchema, type Product } from 'sequenzy-contract';
import type { RecordKind } from '../../reading/record-kind.ts';
import type { Mapped, Settings } from './source.ts';
import { badAddressWarning, withAddresses } from './addresses.ts';
import { freeWarnings, notingFree } from './free.ts';
import { unusable } from './unusable.ts';

export const products: RecordKind<Mapped, Product, Settings> = {
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
