import type { RecordFault } from '../../../faults/record-fault.ts';
import type { Format } from '../../../reading/format.ts';
import { agreedRow } from '../../../table/agreed-row.ts';
import { CellReader } from '../../../table/cells.ts';
import { canonical, type Columns } from '../../../table/columns.ts';
import { rowOfDocument } from '../../../documents/document-row.ts';
import { currencyOf, priceOf } from '../../../table/price.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { flatDocument, headings as shopify } from '../../shopify/customers/index.ts';
import { headings as woocommerce } from '../../woocommerce/customers/index.ts';
import type { Documents, Fields } from '../../../documents/document.ts';
import {
  keyOf,
  type CustomerSettings,
  type MappedCustomer,
} from '../../../kinds/customers/kind.ts';

type Field = 'email' | 'ordersCount' | 'totalSpent' | 'totalSpentCents' | 'currency';

/** Columns of the platforms that export customers, and the API's own names. */
const columns: Columns<Field> = {
  fields: {
    email: [...shopify.email, 'emailAddress', 'customerEmail'],
    ordersCount: [
      ...shopify.ordersCount,
      ...woocommerce.ordersCount,
      'orderCount',
      'customerOrdersCount',
    ],
    totalSpent: [...shopify.totalSpent, ...woocommerce.totalSpent, 'customerTotalSpent'],
    totalSpentCents: ['totalSpentCents', 'customerTotalSpentCents'],
    currency: ['currency', 'currencyCode'],
  },
  required: ['email', 'ordersCount'],
  anyOf: ['totalSpent', 'totalSpentCents'],
  ignored: [/.*/],
};

const spent = { decimal: 'totalSpent', cents: 'totalSpentCents' } as const;
const amounts = new Set(
  [...columns.fields.totalSpent, ...columns.fields.totalSpentCents].map(canonical),
);
const counts = new Set(columns.fields.ordersCount.map(canonical));

/** Whose totals, how many orders, and how much. */
export const customerFormat: Format<Field, MappedCustomer, CustomerSettings> = {
  name: 'customers',
  label: 'customer export',
  table: {
    columns,
    trailingCellsMayBeCut: false,
    isScattered: true,
    keyOf: (row) => keyOf(row.get('email')),
    map: mapRows,
  },
  documents: {
    required: ['email'],
    mark: {
      says: 'the number of orders and the amount spent',
      isOn: (fields) => hasOneOf(fields, counts) && hasOneOf(fields, amounts),
    },
    fields: Object.values(columns.fields).flat(),
    envelopes: ['customers'],
    keyOf: ({ email }) => (typeof email === 'string' ? keyOf(email) : undefined),
    map: mapDocuments,
  },
};

/** A customer may stand in the file twice, as long as it says the same. */
function mapRows(rows: Rows<Field>, settings: CustomerSettings): MappedCustomer {
  const key = keyOf(rows[0].get('email'));
  if (key === undefined) return { key, totals: {}, faults: [], skip: 'no e-mail' };
  const reader = new CellReader(settings);
  const rowOf = (field: Field): Row<Field> => agreedRow(rows, field, reader, 'customer');
  const currency = currencyOf(rowOf('currency'), 'currency', reader, settings);
  const ordersCount = countOf(rowOf('ordersCount'), reader);
  const totalSpentCents = priceOf(spent, rowOf, currency, reader);
  const { faults } = reader;
  if (faults.length === 0 && totalSpentCents === undefined) {
    faults.push(
      rows[0].fault(rows[0].has('totalSpent') ? 'totalSpent' : 'totalSpentCents', 'is required'),
    );
  }
  return {
    key,
    totals: {
      ...(ordersCount !== undefined && { ordersCount }),
      ...(totalSpentCents !== undefined && { totalSpentCents }),
      ...(currency.code !== undefined && { currency: currency.code }),
    },
    faults,
  };
}

function countOf(row: Row<Field>, reader: CellReader): number | undefined {
  if (reader.required(row, 'ordersCount') === undefined) return undefined;
  const count = reader.integer(row, 'ordersCount');
  if (count === undefined || count >= 0) return count;
  reader.faults.push(row.fault('ordersCount', `is below 0: "${row.get('ordersCount')}"`));
  return undefined;
}

function mapDocuments(documents: Documents, settings: CustomerSettings): MappedCustomer {
  const [first, ...rest] = documents.flatMap(
    (document) => rowOfDocument(flatDocument(document), columns) ?? [],
  );
  if (first !== undefined) return mapRows([first, ...rest], settings);
  const [{ file, line }] = documents;
  const fault: RecordFault = { path: '', message: 'expected an object', file, line };
  return { key: undefined, totals: {}, faults: [fault] };
}

function hasOneOf(fields: Fields, names: ReadonlySet<string>): boolean {
  return Object.keys(fields).some((key) => names.has(canonical(key)));
}
