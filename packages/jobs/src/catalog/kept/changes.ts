import { compareProduct } from 'sequenzy-commerce';
import type { FieldChange, ListedChanges, ProductChange } from '../../report/changes.ts';
import type { Kept } from './kept-line.ts';
import type { KeptValues } from './kept-values.ts';

/** What becomes of each product, field by field. A product of which nothing changes is left out. */
export async function* changesIn(kept: Pick<KeptValues, 'all'>): AsyncGenerator<ProductChange> {
  for await (const one of kept.all()) {
    const change = changeOf(one);
    if (change !== undefined) yield change;
  }
}

/** @param most How many are listed; all are counted. */
export async function listChanges(
  kept: Pick<KeptValues, 'all'>,
  most: number,
): Promise<ListedChanges> {
  const listed: ProductChange[] = [];
  let count = 0;
  for await (const change of changesIn(kept)) {
    count += 1;
    if (listed.length < most) listed.push(change);
  }
  return { listed, count };
}

function changeOf({ productId, stored, planned }: Kept): ProductChange | undefined {
  const title = stored?.title ?? planned?.title ?? null;
  if (planned === undefined) {
    return stored === null ? undefined : { productId, action: 'delete', title, fields: [] };
  }
  const fields = compareProduct(planned, stored ?? {}).map(
    ({ path, sent, stored: old }): FieldChange => ({
      path,
      ...(old !== undefined && { old }),
      ...(sent !== undefined && { new: sent }),
    }),
  );
  if (stored === null) return { productId, action: 'create', title, fields };
  if (stored === undefined) return { productId, action: 'send', title, fields };
  return fields.length === 0 ? undefined : { productId, action: 'change', title, fields };
}
