import type { Product } from 'sequenzy-contract';
import { described, picturedBy } from '../../../kinds/products/described.ts';
import { pageAt } from '../../../kinds/products/page.ts';
import { pricesOf, stockOf } from '../../../kinds/products/variants.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { withoutApostrophe } from '../../../text/apostrophe.ts';
import type { Field } from './columns.ts';
import { firstFilled } from './first-filled.ts';
import { notesOf } from './notes.ts';
import { readSale } from './sale.ts';
import { readVariants } from './variants.ts';

/** One product out of the rows with its handle. */
export function mapRows(rows: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  const handle = reader.required(rows[0], 'handle') ?? '';
  const productId = idOf(rows, reader) ?? '';
  const titleRow = firstFilled(rows, 'title');
  const title = withoutApostrophe(reader.required(titleRow, 'title') ?? '');
  const sale = readSale(rows, reader);
  const read = readVariants(rows, title, settings.currency, reader);
  const variants = read.map(({ variant }) => variant);
  const product: Product = {
    productId,
    title,
    ...described([descriptionOf(rows)], settings.empty === 'clear' && rows[0].has('description')),
    ...picturedBy(firstImage(rows), rows[0], 'image', settings),
    ...pageAt(settings, 'products', handle),
    ...pricesOf(variants, settings.currency, rows[0].has('compareAtPrice')),
    ...stockOf(variants, sale.obstacle === undefined),
  };
  const isLeftOut = sale.obstacle !== undefined && !settings.includeUnpublished;
  return {
    key: productId || undefined,
    product,
    faults: reader.faults,
    variants: read.length,
    ...(isLeftOut && { skip: sale.obstacle }),
    notes: notesOf(rows, sale, read),
    claims: read.flatMap(({ sku }) => (sku === undefined ? [] : [sku])),
  };
}

/** The handle, or what stands in the column that the user chose. */
function idOf(rows: Rows<Field>, reader: CellReader): string | undefined {
  if (!rows[0].has('id')) return reader.id(rows[0], 'handle');
  const row = firstFilled(rows, 'id');
  return reader.required(row, 'id') === undefined ? undefined : reader.id(row, 'id');
}

function descriptionOf(rows: Rows<Field>): string {
  return withoutApostrophe(firstFilled(rows, 'description').get('description'));
}

/** The one with the lowest position, else the first. */
function firstImage(rows: Rows<Field>): string | undefined {
  const images = rows.filter((row) => row.get('image') !== '');
  const position = (row: Row<Field>): number =>
    /^\d+$/.test(row.get('imagePosition')) ? Number(row.get('imagePosition')) : Infinity;
  const first = images.reduce<Row<Field> | undefined>(
    (best, row) => (best === undefined || position(row) < position(best) ? row : best),
    undefined,
  );
  return first?.get('image');
}
