import type { ListedChanges, ProductChange } from 'sequenzy-jobs/report/changes.ts';
import { shortened } from './cells.ts';
import type { Label } from './labelled.ts';
import { count, number } from './wording.ts';

/** Cells of a value that are shown. */
const longest = 60;

const labels: Readonly<Record<ProductChange['action'], Label>> = {
  create: ['green', 'create'],
  change: ['yellow', 'change'],
  delete: ['red', 'delete'],
  send: ['yellow', 'send'],
};

/** One line a product, and one a field: `priceCents: 1999 -> 1799`. */
export function* changeLines({
  listed,
  count: all,
}: ListedChanges): Generator<readonly [Label, string]> {
  for (const { productId, action, title, fields } of listed) {
    yield [labels[action], title === null ? productId : `${productId} (${title})`];
    for (const { path, ...values } of fields) {
      const becomes = 'new' in values ? shown(values.new) : 'removed';
      const isNew = action === 'create' || !('old' in values);
      yield ['', isNew ? `${path}: ${becomes}` : `${path}: ${shown(values.old)} -> ${becomes}`];
    }
  }
  if (all === 0) yield ['changes', 'no field changes'];
  if (all > listed.length) {
    const rest = count(all - listed.length, 'product');
    yield ['changes', `and ${rest} of ${number(all)}; --out plan.json writes all`];
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return shortened(text, longest, '…');
}
