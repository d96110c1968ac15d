import type { CellReader } from '../../../table/cells.ts';
import type { Rows } from '../../../table/row.ts';
import type { Field } from './columns.ts';
import { firstFilled } from './first-filled.ts';

/** Whether a product can be bought in the shop. */
export interface Sale {
  /** Why not, in one word. */
  readonly obstacle: 'draft' | 'archived' | 'unpublished' | undefined;
  /** The status is not known; the product is taken for active. */
  readonly hasUnknownStatus: boolean;
}

/** Blank on every row says nothing against it. */
export function readSale(rows: Rows<Field>, reader: CellReader): Sale {
  const status = firstFilled(rows, 'status').get('status').toLowerCase();
  const published = reader.boolean(firstFilled(rows, 'published'), 'published');
  const hasUnknownStatus = !['', 'active', 'draft', 'archived'].includes(status);
  if (status === 'draft' || status === 'archived') return { obstacle: status, hasUnknownStatus };
  return { obstacle: published === false ? 'unpublished' : undefined, hasUnknownStatus };
}
