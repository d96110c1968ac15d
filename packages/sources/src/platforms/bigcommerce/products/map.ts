import type { Product, Variant } from 'sequenzy-contract';
import { describedBy, picturedBy } from '../../../kinds/products/described.ts';
import {
  priced,
  pricesOf,
  stockOf,
  idByOptions,
  variantOfEach,
} from '../../../kinds/products/variants.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { codeWithoutApostrophe } from '../../../text/apostrophe.ts';
import type { Field } from './columns.ts';
import { readPrice, refuseOwnPrice, refuseRules } from './price.ts';

/** One product out of its row and those of its SKUs and rules below it. */
export function mapRows(rows: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  const [row, ...others] = rows;
  refuseOthers(rows, reader);
  const productId = reader.required(row, 'productId') && reader.id(row, 'productId');
  const { regular, saleIsHigher = false, ...price } = readPrice(row, settings, reader);
  const tracking = trackingOf(row);
  const variants = variantOfEach(
    others.filter((one) => isOfType(one, 'sku')),
    'name',
    reader,
    (sku): Variant => {
      refuseOwnPrice(sku, regular, settings, reader);
      return {
        ...identityOf(sku, row.get('productId'), reader),
        ...price,
        ...stockOfSku(sku, row, tracking, reader),
      };
    },
  );
  refuseRules(
    others.filter((one) => isOfType(one, 'rule')),
    reader,
  );
  const isHidden = reader.boolean(row, 'visible') === false;
  const isOnSale = !isHidden && reader.boolean(row, 'allowPurchases') !== false;
  const product: Product = {
    productId: productId ?? '',
    title: reader.required(row, 'name') ?? '',
    ...describedBy(row, 'description', settings),
    ...picturedBy(wholeAddress(row.get('image')), row, 'image', settings),
    ...(row.get('url') !== '' && { url: row.get('url') }),
    ...(variants.length > 0
      ? { ...pricesOf(variants, settings.currency, true), ...stockOf(variants, isOnSale) }
      : {
          ...priced(price, settings.currency, true),
          ...(isOnSale ? ownStock(row, tracking, reader) : { inStock: false }),
          variants: [],
        }),
  };
  return {
    key: productId,
    product,
    faults: reader.faults,
    variants: variants.length,
    claims: variants.flatMap(({ sku }) => (typeof sku === 'string' ? [sku] : [])),
    ...(isHidden && !settings.includeUnpublished && { skip: 'hidden' }),
    notes: [
      ...(tracking === 'unknown' && row.get('trackInventory') !== '' ? ['unknownTracking'] : []),
      ...(saleIsHigher ? ['higherSale'] : []),
    ],
  };
}

export function isOfType(row: Row<Field>, type: 'product' | 'sku' | 'rule'): boolean {
  return row.get('itemType').toLowerCase() === type;
}

/** A record begins with its product; rows of other kinds are not known. */
function refuseOthers([first, ...others]: Rows<Field>, reader: CellReader): void {
  if (isOfType(first, 'sku') || isOfType(first, 'rule')) {
    const message = 'this row stands below no product: the rows are not in the order of the export';
    reader.faults.push(first.fault('itemType', message));
  } else if (!isOfType(first, 'product')) {
    const message = `expected Product, SKU or Rule, got "${first.get('itemType')}"`;
    reader.faults.push(first.fault('itemType', message));
  }
  const second = others.find((row) => !isOfType(row, 'sku') && !isOfType(row, 'rule'));
  if (second === undefined) return;
  const message = `is that of the product ${first.seenFrom(second)} too`;
  reader.faults.push(second.fault('productId', message));
}

function identityOf(
  row: Row<Field>,
  productId: string,
  reader: CellReader,
): Pick<Variant, 'variantId' | 'title' | 'sku' | 'options'> {
  const options = readOptions(row, reader);
  const values = options.map(({ value }) => value);
  const code = reader.id(row, 'sku');
  return {
    variantId: idByOptions(productId, values),
    title: values.join(' / '),
    ...(code !== undefined && { sku: codeWithoutApostrophe(code) }),
    options,
  };
}

/** The export names files of the shop; only what is fetched from elsewhere has an address. */
function wholeAddress(text: string): string | undefined {
  return /^https?:\/\//.test(text) ? text : undefined;
}

/** `[S]Size=M,[RB]Colour=Red`: in brackets how the shop shows the option. Source: public converters. */
function readOptions(row: Row<Field>, reader: CellReader): { name: string; value: string }[] {
  return row
    .get('name')
    .split(/,\s*(?=\[[A-Z]+\])/)
    .flatMap((entry) => {
      const [, name, value] = /^\[[A-Z]+\]([^=]+)=(.+)$/s.exec(entry.trim()) ?? [];
      if (name !== undefined && value !== undefined && !/:#|\[/.test(value)) {
        return [{ name: name.trim(), value: value.trim() }];
      }
      reader.faults.push(row.fault('name', `expected options such as [S]Size=M, got "${entry}"`));
      return [];
    });
}

/** Who counts the stock of a product. Source of the words: public converters and their tests. */
type Tracking = 'none' | 'by product' | 'by option' | 'unknown';

function trackingOf(row: Row<Field>): Tracking {
  const said = row.get('trackInventory').toLowerCase();
  return said === 'none' || said === 'by product' || said === 'by option' ? said : 'unknown';
}

/** Stock of the product itself, where it has no SKUs or counts for all of them. */
function ownStock(
  row: Row<Field>,
  tracking: Tracking,
  reader: CellReader,
): Pick<Variant, 'inStock'> {
  if (tracking === 'none') return { inStock: true };
  const level = reader.integer(row, 'stock');
  return tracking === 'by product' && level !== undefined ? { inStock: level > 0 } : {};
}

function stockOfSku(
  row: Row<Field>,
  product: Row<Field>,
  tracking: Tracking,
  reader: CellReader,
): Pick<Variant, 'inStock' | 'inventoryQuantity'> {
  if (tracking !== 'by option') return ownStock(product, tracking, reader);
  const level = reader.integer(row, 'stock');
  return level === undefined ? {} : { inStock: level > 0, inventoryQuantity: level };
}
