import { faultsOf, productSchema, type Product } from 'sequenzy-contract';
import type { RecordKind } from '../reading/record-kind.ts';
import type { Mapped } from '../source.ts';
import { unusable } from '../unusable/index.ts';

export const products: RecordKind<Mapped, Product> = {
  noun: 'product',
  overwrittenBy: 'productId',
  unusable,
  notes: {},
  blank: { key: undefined, product: {}, faults: [], variants: 0 },
  partsOf: ({ variants }) => variants,
  damaged: ({ key, variants }, faults) => ({ key, product: {}, faults, variants }),
  check({ product }) {
    const result = productSchema.safeParse(product);
    return result.success
      ? { ok: true, value: result.data }
      : { ok: false, faults: faultsOf(result.error, product) };
  },
};
