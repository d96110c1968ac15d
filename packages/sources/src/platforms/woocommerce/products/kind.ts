import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

/** `simple, downloadable, virtual` -> `simple`. Where nothing says it, only a variation has a parent; `0` is none, as in WordPress. */
export function typeOf(row: Row<Field>): string {
  const said = row.get('type').toLowerCase();
  if (said === '') return ['', '0'].includes(row.get('parent')) ? 'simple' : 'variation';
  const types = said.split(',').map((type) => type.trim());
  return types.find((type) => type !== 'downloadable' && type !== 'virtual') ?? 'simple';
}

/** Plugins have variations of their own, `subscription_variation`. */
export function isVariation(row: Row<Field>): boolean {
  return typeOf(row).endsWith('variation');
}

export const coreTypes: ReadonlySet<string> = new Set([
  'simple',
  'variable',
  'variation',
  'grouped',
  'external',
]);

/** What the rows of a product have in common: its SKU, else its id. Variations name it under Parent. */
export function keyOf(row: Row<Field>): string | undefined {
  if (isVariation(row)) return row.get('parent') || undefined;
  return row.get('sku') || idKeyOf(row);
}

/** A parent may be named by its id though it has a SKU. */
export function membersOf(row: Row<Field>): string[] {
  const byId = idKeyOf(row);
  return isVariation(row) || byId === undefined ? [] : [byId];
}

function idKeyOf(row: Row<Field>): string | undefined {
  return row.get('id') === '' ? undefined : `id:${row.get('id')}`;
}
