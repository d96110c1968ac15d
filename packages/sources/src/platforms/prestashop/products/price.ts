import { option, say } from 'sequenzy-contract';
import { SourceError } from '../../../faults/source-error.ts';
import { salePrice, type Price } from '../../../kinds/products/variants.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

type Tax = 'included' | 'excluded';

/** What the row of the product says about its price, and about that of its combinations. */
export interface Base {
  readonly regular: number | undefined;
  readonly tax: Tax | undefined;
  /** What a discount that is on makes of a regular price. */
  readonly discounted: (regular: number) => number | undefined;
}

/** @throws {SourceError} There is a price, and nothing says whether it is with tax. */
export function readBase(row: Row<Field>, settings: Settings, reader: CellReader): Base {
  const { field, tax } = priceColumn(row, settings);
  const regular = reader.money(row, field, settings.currency);
  const isOn = reader.isWithin(row, 'discountFrom', 'discountTo', settings);
  const discounted = readDiscount(row, settings, reader);
  return {
    regular,
    ...(regular === undefined ? { tax: undefined } : { tax }),
    discounted: isOn ? discounted : () => undefined,
  };
}

/** The regular price with what a combination adds to it, and the price after the discount. */
export function priceWith(impact: number, { regular, discounted }: Base): Price {
  if (regular === undefined) return {};
  return salePrice(regular + impact, discounted(regular + impact));
}

/**
 * One column is for both, unless the file has one for each. A column that says it is believed.
 *
 * @throws {SourceError} The user says otherwise than the only column.
 */
function priceColumn(
  row: Row<Field>,
  { priceTax }: Settings,
): { readonly field: Field; readonly tax: Tax | undefined } {
  const said = (['included', 'excluded'] as const).filter((tax) => row.has(columnOf[tax]));
  const only = said.length === 1 && !row.has('basePrice') ? said[0] : undefined;
  if (only !== undefined && priceTax !== undefined && priceTax !== only) {
    throw contradicted(row, only, priceTax);
  }
  const tax = priceTax ?? only;
  const field = tax !== undefined && row.has(columnOf[tax]) ? columnOf[tax] : 'basePrice';
  const open: Field = row.has('basePrice') ? 'basePrice' : 'priceWithTax';
  if (tax === undefined && row.get(open) !== '') throw unsaidTax(row, open);
  return { field, tax };
}

const columnOf = { included: 'priceWithTax', excluded: 'priceWithoutTax' } as const;

function contradicted(row: Row<Field>, said: Tax, priceTax: Tax): SourceError {
  const column = row.column(columnOf[said]);
  return new SourceError(
    say`the column says that tax is ${said}, and ${option('priceTax')} says ${priceTax}`,
    {
      code: 'bad-option',
      file: row.layout.file,
      column,
      value: priceTax,
      nextStep: say`Leave ${option('priceTax')} out, or, where the column has the wrong name, pass ${option('map', `"${column}=basePrice"`)} too.`,
    },
  );
}

function unsaidTax(row: Row<Field>, field: Field): SourceError {
  return new SourceError('this is a price, and nothing says whether it is with tax', {
    code: 'missing-option',
    file: row.layout.file,
    line: row.line,
    column: row.column(field),
    value: row.get(field),
    nextStep: say`Pass ${option('priceTax', 'included')} or ${option('priceTax', 'excluded')}.`,
  });
}

/** An amount goes before a percentage, as in the platform's own import. Rounded to the nearest minor unit. */
function readDiscount(row: Row<Field>, settings: Settings, reader: CellReader): Base['discounted'] {
  const amount = reader.money(row, 'discountAmount', settings.currency);
  if (amount !== undefined && amount > 0) return (regular) => Math.max(regular - amount, 0);
  const percent = row.get('discountPercent');
  if (percent === '') return () => undefined;
  const [, whole, fraction = ''] = /^(\d{1,3})(?:[.,](\d{1,4})0*)?$/.exec(percent) ?? [];
  const parts = whole === undefined ? undefined : BigInt(whole + fraction.padEnd(4, '0'));
  if (parts === undefined || parts > 1_000_000n) {
    reader.faults.push(
      row.fault('discountPercent', `expected a number up to 100, got "${percent}"`),
    );
    return () => undefined;
  }
  return (regular) => Number((BigInt(regular) * (1_000_000n - parts) + 500_000n) / 1_000_000n);
}
