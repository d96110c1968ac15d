import type { Variant } from 'sequenzy-contract';
import { refuseRepeatedIds } from '../../../kinds/products/variant-ids.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';
import { isEnabled, readPrice, readQuantity } from './offer.ts';
import { variationsOf, type Variation } from './variations.ts';

/** Every variation that the parent names, each out of the row with its SKU. */
export function readVariants(
  parent: Row<Field>,
  children: readonly Row<Field>[],
  settings: Settings,
  reader: CellReader,
): Variant[] {
  refuseRepeatedIds(
    children.map((row) => ({ row, id: row.get('sku') })),
    'sku',
    reader,
  );
  const rows = new Map(children.map((row) => [row.get('sku'), row]));
  const variants = variationsOf(parent).map((variation) => {
    const row = rows.get(variation.sku);
    if (row !== undefined) return readVariant(variation, row, settings, reader);
    const message = `"${variation.sku}" is a variation, and no row of the input, or another product's`;
    reader.faults.push(parent.fault('variations', message));
    return undefined;
  });
  return withDistinctTitles(
    variants.filter((variant) => variant !== undefined),
    rows,
  );
}

function readVariant(
  { sku, options }: Variation,
  row: Row<Field>,
  settings: Settings,
  reader: CellReader,
): Variant {
  const inStock = isEnabled(row, reader) ? reader.boolean(row, 'inStock') : false;
  const quantity = readQuantity(row, reader);
  return {
    variantId: reader.id(row, 'sku') ?? sku,
    title: options.map(({ value }) => value).join(' / ') || row.get('name'),
    sku,
    ...readPrice(row, settings, reader),
    ...(inStock !== undefined && { inStock }),
    ...(quantity !== undefined && { inventoryQuantity: quantity }),
    options: [...options],
  };
}

/** Where the parent leaves out what sets variations apart, their own names say it. */
function withDistinctTitles(
  variants: readonly Variant[],
  rows: ReadonlyMap<string, Row<Field>>,
): Variant[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { title } of variants) (seen.has(title) ? repeated : seen).add(title);
  return variants.map((variant) =>
    repeated.has(variant.title)
      ? { ...variant, title: rows.get(variant.variantId)?.get('name') ?? variant.title }
      : variant,
  );
}
