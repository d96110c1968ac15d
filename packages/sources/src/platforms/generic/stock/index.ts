import type { Format } from '../../../reading/format.ts';
import { CellReader } from '../../../table/cells.ts';
import { canonical, type Columns } from '../../../table/columns.ts';
import { rowOfDocument } from '../../../documents/document-row.ts';
import type { Row } from '../../../table/row.ts';
import type { StockLevel } from '../../../kinds/stock/stock.ts';
import type { Documents } from '../../../documents/document.ts';
import type { MappedLevel } from '../../../kinds/stock/kind.ts';

type Field = 'productId' | 'variantId' | 'sku' | 'quantity' | 'inStock';

const columns: Columns<Field> = {
  fields: {
    productId: ['productId'],
    variantId: ['variantId'],
    sku: ['sku', 'variantSku'],
    quantity: ['quantity', 'qty', 'inventoryQuantity', 'variantInventoryQuantity'],
    inStock: ['inStock', 'variantInStock'],
  },
  required: [],
  anyOf: ['quantity', 'inStock'],
  ignored: [],
};

const headings = new Set(Object.values(columns.fields).flat().map(canonical));
const levels = new Set([...columns.fields.quantity, ...columns.fields.inStock].map(canonical));

/** Two or three columns: which variant, and how it stands. */
export const stockFormat: Format<Field, MappedLevel> = {
  name: 'stock',
  label: 'Stock file',
  metadata: {
    files: 'CSV, TSV or JSON of a warehouse, two or three columns',
    needs: ['products at the API: rows are looked up among them'],
    maps: {
      productId: 'productId',
      variantId: 'variantId',
      sku: 'sku or variantSku',
      inventoryQuantity: 'quantity, qty or inventoryQuantity, in whole pieces',
      inStock: 'inStock',
    },
    assumes: [
      'one of productId, variantId and sku says which product or variant it is',
      'a quantity above 0 means in stock, unless inStock says otherwise',
    ],
  },
  table: {
    columns,
    trailingCellsMayBeCut: false,
    keyOf: () => undefined,
    map: ([row]) => mapRow(row),
  },
  documents: {
    required: [],
    mark: {
      says: 'quantity or inStock',
      isOn: (fields) => Object.keys(fields).some((key) => levels.has(canonical(key))),
    },
    fields: [...headings],
    envelopes: ['stock', 'levels', 'items', 'products'],
    map: mapDocument,
  },
};

function mapRow(row: Row<Field>): MappedLevel {
  const reader = new CellReader();
  const level = {
    productId: reader.id(row, 'productId'),
    variantId: reader.id(row, 'variantId'),
    sku: reader.id(row, 'sku'),
    quantity: reader.integer(row, 'quantity'),
    inStock: reader.boolean(row, 'inStock'),
  };
  const key = level.variantId ?? level.sku ?? level.productId;
  const { faults } = reader;
  const place = { file: row.layout.file, line: row.line };
  if (faults.length === 0 && key === undefined) {
    faults.push({ path: '', message: 'a productId, a variantId or a sku is required', ...place });
  }
  if (faults.length === 0 && (level.quantity ?? level.inStock) === undefined) {
    faults.push({ path: '', message: 'a quantity or inStock is required', ...place });
  }
  return { key, level: withoutAbsent(level), faults };
}

/** A document is read as the row its members would be. */
function mapDocument([document]: Documents): MappedLevel {
  const row = rowOfDocument(document, columns);
  if (row !== undefined) return { ...mapRow(row), unknown: row.layout.unknown };
  const { file, line } = document;
  const fault = { path: '', message: 'expected an object', file, line };
  return { key: undefined, level: {}, faults: [fault] };
}

function withoutAbsent(level: {
  readonly [Name in keyof StockLevel]: StockLevel[Name] | undefined;
}) {
  // What is left has no undefined in it.
  return Object.fromEntries(
    Object.entries(level).filter(([, value]) => value !== undefined),
  ) as StockLevel;
}
