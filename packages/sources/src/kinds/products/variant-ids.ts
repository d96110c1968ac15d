import type { Product, Variant } from 'sequenzy-contract';
import type { CellReader } from '../../table/cells.ts';
import type { Row } from '../../table/row.ts';

/** Handle and option values name a variant where its SKU cannot: many are blank or used twice. */
export function idByOptions(handle: string, values: readonly string[]): string {
  return values.length === 0 ? handle : `${handle}#${values.join(' / ')}`;
}

/** A SKU that is unique in the whole input becomes the variant's id. */
export function withUniqueSkus(product: Product, isUnique: (sku: string) => boolean): Product {
  if (product.variants === undefined) return product;
  const variants = product.variants.map((variant) =>
    typeof variant.sku === 'string' && isUnique(variant.sku)
      ? { ...variant, variantId: variant.sku }
      : variant,
  );
  return { ...product, variants };
}

/**
 * The variant of each row.
 *
 * @param field The cell that is at fault where a variant has the id of another one.
 */
export function variantOfEach<Field extends string>(
  rows: readonly Row<Field>[],
  field: Field,
  reader: CellReader,
  read: (row: Row<Field>) => Variant,
): Variant[] {
  const variants = rows.map((row) => ({ row, variant: read(row) }));
  const ids = variants.map(({ row, variant }) => ({ row, id: variant.variantId }));
  refuseRepeatedIds(ids, field, reader);
  return variants.map(({ variant }) => variant);
}

/** Two variants with one id cannot be told apart: a list that holds both is refused. */
export function refuseRepeatedIds<Field extends string>(
  variants: readonly { readonly id: string; readonly row: Row<Field> }[],
  field: Field,
  reader: CellReader,
): void {
  const rows = new Map<string, Row<Field>>();
  for (const { id, row } of variants) {
    const first = rows.get(id);
    if (first === undefined) rows.set(id, row);
    else reader.faults.push(row.fault(field, `"${id}" is already ${first.seenFrom(row)}`));
  }
}
