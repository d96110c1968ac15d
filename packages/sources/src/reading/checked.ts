import { faultsOf, productSchema, type Product } from 'sequenzy-contract';
import type { RecordFault } from '../catalog.ts';
import type { Mapped } from '../source.ts';

/** A valid product, or the reasons why it is none. */
export interface Checked {
  readonly product: Product | undefined;
  readonly faults: readonly RecordFault[];
}

/** Holds a mapped product against the API's schema. A fault keeps the column and line it comes from. */
export function checked(mapped: Mapped, line: number): Checked {
  if (mapped.faults.length > 0) return { product: undefined, faults: mapped.faults };
  const result = productSchema.safeParse(mapped.product);
  if (result.success) return { product: result.data, faults: [] };
  const faults = faultsOf(result.error, mapped.product).map(({ path, message }) => {
    const place = mapped.locate?.(path);
    return place === undefined ? { path, message, line } : { ...place, message };
  });
  return { product: undefined, faults };
}
