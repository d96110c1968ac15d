import { jsonListOf } from '../../../documents/json-cell.ts';
import type { RecordFault } from '../../../faults/record-fault.ts';
import { refuseRepeatedIds } from '../../../kinds/products/variants.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import { priceOf, type CurrencyOfRecord } from '../../../table/price.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { optionColumns, variantCells, type Field } from './columns.ts';
import { readVariantList } from './documents.ts';

const price = { decimal: 'variantPrice', cents: 'variantPriceCents' } as const;
const compareAt = {
  decimal: 'variantCompareAtPrice',
  cents: 'variantCompareAtPriceCents',
} as const;

/** What the rows say about variants. */
export interface ReadVariants {
  /** Undefined keeps the stored list. */
  readonly variants: readonly object[] | undefined;
  /** The row of each, where each has one. */
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
  const listed = rows.find((row) => row.get('variants') !== '');
  if (listed !== undefined) return readList(listed, rows, currency, settings, reader);
  const variantRows = rows.filter((row) => row.get('variantId') !== '');
  for (const row of rows) refuseWithoutId(row, row === rows[0], reader);
  refuseRepeated(variantRows, reader);
  if (variantRows.length > 0) {
    return { variants: variantRows.map((row) => variantOf(row, currency, reader)), variantRows };
  }
  const isSaid = rows[0].has('variantId') || rows[0].has('variants');
  const isCleared = settings.empty === 'clear' && isSaid;
  return { variants: isCleared ? [] : undefined, variantRows };
}

/** All variants stand in one cell. */
function readList(
  row: Row<Field>,
  rows: Rows<Field>,
  currency: CurrencyOfRecord,
  settings: Settings,
  reader: CellReader,
): ReadVariants {
  const other = rows.find((one) => one.get('variantId') !== '');
  if (other !== undefined) {
    reader.faults.push(other.fault('variantId', 'is given, and so is a list of all variants'));
  }
  const read = jsonListOf(row.get('variants'));
  if (!read.ok) {
    reader.faults.push(row.fault('variants', read.message));
    return { variants: undefined, variantRows: [] };
  }
  const { file } = row.layout;
  const { variants, faults } = readVariantList(
    read.list,
    { value: undefined, file, line: row.line },
    { ...settings, currency: currency.code },
  );
  reader.faults.push(
    ...faults.map((fault) => ({ ...fault, file, column: row.column('variants') })),
  );
  return { variants, variantRows: [] };
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

function optionsOf(row: Row<Field>, reader: CellReader): readonly Option[] {
  const cell = row.get('options');
  if (cell !== '') return listedOptions(cell, row, reader);
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

interface Option {
  readonly name: string;
  readonly value: string;
}

/** `[{"name": "Size", "value": "M"}]`, or `{"Size": "M"}` */
function listedOptions(cell: string, row: Row<Field>, reader: CellReader): readonly Option[] {
  const isObject = cell.trimStart().startsWith('{');
  const read = jsonListOf(isObject ? `[${cell}]` : cell);
  if (!read.ok) {
    reader.faults.push(row.fault('options', read.message));
    return [];
  }
  const [object = {}] = read.list;
  const given = isObject
    ? Object.entries(object)
    : read.list.map(({ name, value }) => [name, value] as const);
  return given.map(([name, value]) => ({ name: String(name), value: String(value) }));
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
