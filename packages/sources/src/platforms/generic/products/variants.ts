import type { RecordFault } from '../../../faults/record-fault.ts';
import { refuseRepeatedIds } from '../../../kinds/products/variants.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import { priceOf, type CurrencyOfRecord } from '../../../table/price.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { optionColumns, variantCells, type Field } from './columns.ts';

const price = { decimal: 'variantPrice', cents: 'variantPriceCents' } as const;
const compareAt = {
  decimal: 'variantCompareAtPrice',
  cents: 'variantCompareAtPriceCents',
} as const;

/** What the rows say about variants. */
export interface ReadVariants {
  /** Undefined keeps the stored list. */
  readonly variants: readonly object[] | undefined;
  /** The row of each. */
  readonly variantRows: readonly Row<Field>[];
}

/**
 * Every row with a variantId is a variant. The first row may stand for the product alone; when no other follows, the
 * stored variants are kept, or removed where empty cells clear.
 */
export function readVariants(
  rows: Rows<Field>,
  currency: CurrencyOfRecord,
  settings: Settings,
  reader: CellReader,
): ReadVariants {
  const variantRows = rows.filter((row) => row.get('variantId') !== '');
  for (const row of rows) refuseWithoutId(row, row === rows[0], reader);
  refuseRepeated(variantRows, reader);
  if (variantRows.length > 0) {
    return { variants: variantRows.map((row) => variantOf(row, currency, reader)), variantRows };
  }
  const isCleared = settings.empty === 'clear' && rows[0].has('variantId');
  return { variants: isCleared ? [] : undefined, variantRows };
}

function refuseWithoutId(row: Row<Field>, isFirst: boolean, reader: CellReader): void {
  if (row.get('variantId') !== '') return;
  const given = variantCells.find((field) => row.get(field) !== '');
  if (given !== undefined) {
    reader.faults.push(
      row.fault('variantId', `is required, because ${row.column(given)} is given`),
    );
  } else if (!isFirst) {
    reader.faults.push(row.fault('variantId', 'is required on every further row of a product'));
  }
}

function refuseRepeated(rows: readonly Row<Field>[], reader: CellReader): void {
  const variants = rows.map((row) => ({ id: row.get('variantId'), row }));
  refuseRepeatedIds(variants, 'variantId', reader);
}

/** The list is replaced as a whole, so an empty cell is simply absent: nothing stored is left to keep or clear. */
function variantOf(row: Row<Field>, currency: CurrencyOfRecord, reader: CellReader): object {
  const options = optionsOf(row, reader);
  const joined = options.map(({ value }) => value).join(' / ');
  const title =
    reader.text(row, 'variantTitle') ?? (joined || reader.required(row, 'variantTitle'));
  const rowOf = (): Row<Field> => row;
  const variant = {
    variantId: reader.id(row, 'variantId'),
    title,
    sku: reader.id(row, 'variantSku'),
    priceCents: priceOf(price, rowOf, currency, reader),
    compareAtPriceCents: priceOf(compareAt, rowOf, currency, reader),
    imageUrl: reader.text(row, 'variantImageUrl'),
    inStock: reader.boolean(row, 'variantInStock'),
    inventoryQuantity: reader.integer(row, 'variantInventoryQuantity'),
    options: options.length > 0 ? options : undefined,
  };
  return Object.fromEntries(Object.entries(variant).filter(([, value]) => value !== undefined));
}

function optionsOf(row: Row<Field>, reader: CellReader): { name: string; value: string }[] {
  return optionColumns.flatMap((columns) => {
    const name = row.get(columns.name);
    const value = row.get(columns.value);
    if (value === '') return [];
    if (name === '') {
      const message = `is required, because "${value}" is its value`;
      reader.faults.push(row.fault(columns.name, message));
    }
    return [{ name, value }];
  });
}

/** `variants[2].title` -> the cell on the third variant's row. */
export function locateInVariants(
  path: string,
  rows: readonly Row<Field>[],
): RecordFault | undefined {
  const match = /^variants\[(\d+)\]\.(\w)(\w*)/.exec(path);
  const row = rows[Number(match?.[1])];
  if (match === null || row === undefined) return undefined;
  const [, , initial = '', rest = ''] = match;
  const field = variantCells.find((cell) => cell === `variant${initial.toUpperCase()}${rest}`);
  return row.fault(field ?? 'variantId', '');
}
