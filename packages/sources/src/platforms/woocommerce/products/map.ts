import type { Product, Variant } from 'sequenzy-contract';
import { described, picturedBy } from '../../../kinds/products/described.ts';
import { priced, pricesOf, stockOf, variantOfEach } from '../../../kinds/products/variants.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import { CellReader } from '../../../table/cells.ts';
import { Row, type Rows } from '../../../table/row.ts';
import { type Field, attributeColumns } from './columns.ts';
import { coreTypes, isVariation, typeOf } from './kind.ts';
import { obstacleOf, readOffer } from './offer.ts';
import { withoutApostrophes } from '../../../text/apostrophe.ts';

/** One product out of its row and those of its variations. */
export function mapRows(guarded: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  const rows = guarded.map(unguarded);
  const variations = rows.filter(isVariation);
  const [parent, second] = rows.filter((row) => !isVariation(row));
  if (parent === undefined) return orphans(variations, guarded, settings, reader);
  if (second !== undefined) {
    const message = `is that of the product ${parent.seenFrom(second)} too`;
    reader.faults.push(second.fault('sku', message));
  }
  const obstacle = obstacleOf(parent, reader);
  const variants = readVariants(variations, parent, settings, reader);
  const productId = idOf(parent, reader);
  const product: Product = {
    productId: productId ?? '',
    title: reader.required(parent, 'name') ?? '',
    ...describedByRow(parent, settings),
    ...picturedBy(firstImage(parent.get('images')), parent, 'images', settings),
    ...(parent.get('externalUrl') !== '' && { url: parent.get('externalUrl') }),
    ...(variants.length > 0 || typeOf(parent).startsWith('variable')
      ? {
          ...pricesOf(variants, settings.currency, true),
          ...stockOf(variants, obstacle === undefined),
        }
      : withoutVariants(parent, obstacle === undefined, settings, reader)),
  };
  return {
    key: productId,
    product,
    faults: reader.faults,
    variants: variants.length,
    ...(obstacle !== undefined && !settings.includeUnpublished && { skip: obstacle }),
    notes: notesOf(parent, product, variants.length),
  };
}

function notesOf(row: Row<Field>, { priceCents }: Product, variants: number): string[] {
  const lacksVariations = variants === 0 && typeOf(row).startsWith('variable');
  const lacksPrice = priceCents === undefined && row.get('regularPrice') === '';
  return [
    ...(row.has('published') ? [] : ['unknownPublished']),
    ...(coreTypes.has(typeOf(row)) ? [] : ['pluginType']),
    ...(lacksVariations ? ['withoutVariations'] : []),
    ...(lacksPrice && !lacksVariations ? ['withoutPrice'] : []),
  ];
}

/** Without its parent a variation is not a product: a list of variants needs the product it belongs to. */
function orphans(
  variations: readonly Row<Field>[],
  [first]: Rows<Field>,
  settings: Settings,
  reader: CellReader,
): Mapped {
  const parent = first.get('parent');
  const variants = readVariants(variations, undefined, settings, reader);
  const message =
    parent === ''
      ? 'is required on a variation'
      : `no row of the input is "${parent}", the parent of this variation`;
  return {
    key: undefined,
    product: {},
    faults: [first.fault('parent', message), ...reader.faults],
    variants: variants.length,
  };
}

function describedByRow(row: Row<Field>, settings: Settings): Pick<Product, 'description'> {
  const htmls = [row.get('description'), row.get('shortDescription')].map(withLineBreaks);
  return described(htmls, settings.empty === 'clear' && row.has('description'));
}

function withoutVariants(
  row: Row<Field>,
  isOnSale: boolean,
  settings: Settings,
  reader: CellReader,
): Partial<Product> {
  const { price, inStock } = readOffer(row, settings, reader);
  return {
    ...priced(price, settings.currency, true),
    ...(isOnSale ? inStock !== undefined && { inStock } : { inStock: false }),
    variants: [],
  };
}

/** @param parent Undefined where no row of the input is it; its name and the names of its attributes stand in for missing ones. */
function readVariants(
  rows: readonly Row<Field>[],
  parent: Row<Field> | undefined,
  settings: Settings,
  reader: CellReader,
): Variant[] {
  return variantOfEach(rows, 'id', reader, (row) => readVariant(row, parent, settings, reader));
}

function readVariant(
  row: Row<Field>,
  parent: Row<Field> | undefined,
  settings: Settings,
  reader: CellReader,
): Variant {
  const { price, inStock, quantity } = readOffer(row, settings, reader);
  const isOff = obstacleOf(row, reader) !== undefined;
  const options = optionsOf(row, parent);
  const joined = options.map(({ value }) => value).join(' / ');
  const sku = reader.id(row, 'sku');
  const imageUrl = firstImage(row.get('images'));
  return {
    variantId: idOf(row, reader) ?? '',
    title: joined || row.get('name') || (parent?.get('name') ?? ''),
    ...(sku !== undefined && { sku }),
    ...price,
    ...(imageUrl !== '' && { imageUrl }),
    ...(isOff ? { inStock: false } : inStock !== undefined && { inStock }),
    ...(quantity !== undefined && { inventoryQuantity: quantity }),
    options,
  };
}

/** Files made by hand have no ids; there the SKU is one. */
function idOf(row: Row<Field>, reader: CellReader): string | undefined {
  const id = reader.id(row, 'id') ?? reader.id(row, 'sku');
  if (row.get('id') === '' && row.get('sku') === '') reader.required(row, 'id');
  return id;
}

/** A blank value stands for any. */
function optionsOf(
  row: Row<Field>,
  parent: Row<Field> | undefined,
): { name: string; value: string }[] {
  return attributeColumns.flatMap((columns) => {
    const value = valueOf(row.get(columns.value));
    const name = row.get(columns.name) || (parent?.get(columns.name) ?? '');
    return value === '' || name === '' ? [] : [{ name, value }];
  });
}

/** A row as it was before the exporter guarded its cells against spreadsheets. */
function unguarded(row: Row<Field>): Row<Field> {
  if (!row.cells.some((cell) => cell.startsWith("'"))) return row;
  return new Row(row.cells.map(withoutApostrophes), row.line, row.layout);
}

/** The exporter writes a line break as a backslash and an n. */
function withLineBreaks(html: string): string {
  return html.replaceAll('\\n', '\n');
}

/** The first of a list; addresses are parted by a comma and a space, and may hold commas themselves. */
function firstImage(images: string): string {
  return images.split(/,\s+/, 1)[0] ?? '';
}

/** A single value; in lists a comma that belongs to a value has a backslash before it. */
function valueOf(text: string): string {
  return text.replaceAll('\\,', ',');
}
