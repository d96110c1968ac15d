import { describedBy, picturedBy } from '../../../kinds/products/described.ts';
import { pageAt } from '../../../kinds/products/page.ts';
import { pricesOf, stockOf } from '../../../kinds/products/variants.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import type { Field } from './columns.ts';
import { readVariants } from './variants.ts';

/** One product out of its row and those of the variants below it. */
export function mapRows(rows: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  const [row] = rows;
  const productId = idOf(row, reader);
  const isHidden = reader.boolean(row, 'visible') === false;
  const variants = readVariants(rows, settings, reader);
  refuseWithoutProduct(row, reader);
  refuseOtherTitles(rows, reader);
  const page = pageAt(settings, row.get('page'), 'p', row.get('productUrl'));
  const product = {
    productId: productId ?? '',
    title: reader.required(row, 'title') ?? '',
    ...describedBy(row, 'description', settings),
    ...picturedBy(row.get('images').split(/\s+/, 1)[0], row, 'images', settings),
    ...page,
    ...pricesOf(variants, settings.currency, true),
    ...stockOf(variants, !isHidden),
  };
  return {
    key: productId,
    product,
    faults: reader.faults,
    variants: variants.length,
    ...('url' in page && { notes: ['madePage'] }),
    ...(isHidden && !settings.includeUnpublished && { skip: 'hidden' }),
  };
}

/** Whether a row has neither of the cells by which a product begins. */
export function isFurtherVariant(row: Row<Field>): boolean {
  return row.get('productId') === '' && row.get('productUrl') === '';
}

/** Files made by hand have no ids; there the address is one. */
function idOf(row: Row<Field>, reader: CellReader): string | undefined {
  return row.get('productId') === '' ? reader.id(row, 'productUrl') : reader.id(row, 'productId');
}

/** A row that repeats the id of a product repeats its title too, or is another product. */
function refuseOtherTitles([first, ...others]: Rows<Field>, reader: CellReader): void {
  const title = first.get('title');
  const other = others.find((row) => row.get('title') !== '' && row.get('title') !== title);
  if (other === undefined) return;
  const message = `is another title than "${title}" ${first.seenFrom(other)}, and the product is the same`;
  reader.faults.push(other.fault('title', message));
}

function refuseWithoutProduct(row: Row<Field>, reader: CellReader): void {
  if (!isFurtherVariant(row)) return;
  const message =
    'this variant stands below no product: the rows are not in the order of the export';
  reader.faults.push(row.fault('productUrl', message));
}
