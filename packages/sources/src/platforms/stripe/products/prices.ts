import { formatMoney, type Product } from 'sequenzy-contract';
import type { Mapped } from '../../../kinds/products/source.ts';
import { priced, variantOfEach } from '../../../kinds/products/variants.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Columns } from '../../../table/columns.ts';
import type { Row, Rows } from '../../../table/row.ts';

type Field =
  | 'priceId'
  | 'productId'
  | 'name'
  | 'description'
  | 'amount'
  | 'currency'
  | 'interval'
  | 'intervalCount'
  | 'billingScheme';

/** The prices that the dashboard exports. Source: the header in several public programs, and rows in one of them. */
export const priceColumns: Columns<Field> = {
  fields: {
    priceId: ['Price ID'],
    productId: ['Product ID'],
    name: ['Product Name'],
    description: ['Description'],
    amount: ['Amount'],
    currency: ['Currency'],
    interval: ['Interval'],
    intervalCount: ['Interval Count'],
    billingScheme: ['Billing Scheme'],
  },
  required: ['priceId', 'productId', 'name', 'amount', 'currency'],
  anyOf: [],
  ignored: [
    'Product Statement Descriptor',
    'Product Tax Code',
    'Created (UTC)',
    'Usage Type',
    'Aggregate Usage',
    'Trial Period Days',
    'Tax Behavior',
    / \(metadata\)$/,
  ],
};

export const keyOfPrice = (row: Row<Field>): string | undefined =>
  row.get('productId') || undefined;

/** One product out of the rows of its prices. Each with a fixed amount in its main currency is a variant. */
export function mapPrices(rows: Rows<Field>): Mapped {
  const reader = new CellReader();
  const productId = reader.required(rows[0], 'productId') && reader.id(rows[0], 'productId');
  const fixed = rows.filter((row) => row.get('amount') !== '');
  const main = fixed[0] && currencyOf(fixed[0], reader);
  const offered = fixed.filter((row) => currencyOf(row, reader) === main);
  const variants = variantOfEach(offered, 'priceId', reader, (row) => {
    const cents = main === undefined ? undefined : reader.money(row, 'amount', main);
    return {
      variantId: reader.required(row, 'priceId') ?? '',
      title:
        titleOf(row) ??
        (cents === undefined ? '' : `${formatMoney(cents, main ?? '')} ${main ?? ''}`),
      ...(cents !== undefined && { priceCents: cents }),
      options: [],
    };
  });
  const amounts = variants.flatMap(({ priceCents }) => priceCents ?? []);
  const priceCents = amounts.length === 0 ? undefined : Math.min(...amounts);
  const product: Partial<Product> = {
    productId: productId ?? '',
    title: reader.required(rows[0], 'name') ?? '',
    ...priced({ priceCents }, main, false),
    variants,
  };
  return {
    key: productId,
    product,
    faults: reader.faults,
    variants: variants.length,
    notes: [
      ...rows.slice(fixed.length).map(() => 'noFixedPrice'),
      ...fixed.slice(offered.length).map(() => 'otherCurrency'),
    ],
  };
}

function currencyOf(row: Row<Field>, reader: CellReader): string | undefined {
  const code = row.get('currency').toUpperCase();
  if (/^[A-Z]{3}$/.test(code)) return code;
  const message = `expected an ISO 4217 code such as usd, got "${row.get('currency')}"`;
  reader.faults.push(row.fault('currency', message));
  return undefined;
}

/** Its description, else `month` or `every 3 months`. */
function titleOf(row: Row<Field>): string | undefined {
  const interval = row.get('interval');
  const count = row.get('intervalCount');
  if (row.get('description') !== '') return row.get('description');
  if (interval === '') return undefined;
  return count === '' || count === '1' ? interval : `every ${count} ${interval}s`;
}
