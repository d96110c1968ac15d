import { salePrice, type Price } from '../../../kinds/products/variants.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import { CellReader } from '../../../table/cells.ts';
import { currencyOf, type CurrencyOfRecord } from '../../../table/price.ts';
import type { Row } from '../../../table/row.ts';

/** What is read of a product or a variant, as far as this file looks at it. */
interface Made {
  readonly priceCents?: number;
  readonly compareAtPriceCents?: number | null;
  readonly inStock?: boolean;
  readonly currency?: string;
  readonly variants?: readonly Made[];
}

/** Adds what fields of a mapping say that the API does not have: a sale price, and how many of a product there are. */
export function settled(
  mapped: Mapped,
  rows: readonly [Row, ...Row[]],
  settings: Settings,
): Mapped {
  const reader = new CellReader(settings);
  const currency = currencyOf(rows[0], 'currency', new CellReader(settings), settings);
  // What the reader of the API's own files makes.
  const product = mapped.product as Made;
  const variantRows = rows.filter((row) => row.get('variantId') !== '');
  const made: Made = {
    ...priced(
      product,
      rows[0],
      { sale: 'salePrice', compareAt: 'compareAtPrice' },
      currency,
      reader,
    ),
    ...(product.variants && {
      variants: product.variants.map((variant, at) => {
        const names = { sale: 'variantSalePrice', compareAt: 'variantCompareAtPrice' };
        const { compareAtPriceCents, ...rest } = priced(
          variant,
          variantRows[at] ?? rows[0],
          names,
          currency,
          reader,
        );
        return typeof compareAtPriceCents === 'number' ? { ...rest, compareAtPriceCents } : rest;
      }),
    }),
  };
  const inStock = made.inStock ?? stockOf(rows[0], reader);
  const isPriced = made.priceCents !== undefined && currency.code !== undefined;
  return {
    ...mapped,
    product: {
      ...made,
      ...(inStock !== undefined && { inStock }),
      ...(isPriced && { currency: currency.code }),
    },
    faults: [...mapped.faults, ...reader.faults],
  };
}

/** A price before that is not above the price is none. */
function priced(
  { priceCents, compareAtPriceCents, ...rest }: Made,
  row: Row,
  { sale, compareAt }: { readonly sale: string; readonly compareAt: string },
  currency: CurrencyOfRecord,
  reader: CellReader,
): Made {
  const reduced = saleOf(row, sale, currency, reader);
  const price: Price = {
    ...(typeof compareAtPriceCents === 'number' && { compareAtPriceCents }),
    ...salePrice(priceCents, reduced === 0 ? undefined : reduced),
  };
  const tellsDiscounts = [sale, `${sale}Cents`, compareAt, `${compareAt}Cents`].some((field) =>
    row.has(field),
  );
  return {
    ...rest,
    ...(price.priceCents !== undefined && { priceCents: price.priceCents }),
    ...discountOf(price, tellsDiscounts),
  };
}

function discountOf(
  { priceCents, compareAtPriceCents }: Price,
  tellsDiscounts: boolean,
): Pick<Made, 'compareAtPriceCents'> {
  if (priceCents === undefined) return {};
  if ((compareAtPriceCents ?? 0) > priceCents)
    return { compareAtPriceCents: compareAtPriceCents ?? null };
  return tellsDiscounts ? { compareAtPriceCents: null } : {};
}

function saleOf(
  row: Row,
  field: string,
  currency: CurrencyOfRecord,
  reader: CellReader,
): number | undefined {
  if (currency.isFaulty) return undefined;
  return reader.integer(row, `${field}Cents`) ?? reader.money(row, field, currency.code);
}

function stockOf(row: Row, reader: CellReader): boolean | undefined {
  const count = reader.integer(row, 'inventoryQuantity');
  return count === undefined ? undefined : count > 0;
}
