import type { Product, Variant } from 'sequenzy-contract';
import { pricesOf } from '../../../kinds/products/variants.ts';
import type { Fields } from '../../../documents/document.ts';
import type { Member } from './members.ts';
import { currencyOf } from './variant-document.ts';
import { shownJson } from '../../../documents/shown.ts';
import type { Settings } from '../../../kinds/products/source.ts';

/** The prices of a product's variants, in its currency. */
export interface VariantPrices {
  readonly ofProduct: Pick<Product, 'priceCents' | 'currency'>;
  /** By the variant's place. */
  readonly ofVariants: readonly Pick<Variant, 'priceCents'>[];
  /** Prices in another currency, which the API has no place for. */
  readonly leftOut: number;
}

/** The currency is that of the default variant, or of the first one where the default has no price. */
export function readPrices(
  product: Fields,
  variants: readonly Member[],
  settings: Settings,
): VariantPrices {
  const named = variants.map((one) => currencyOf(one) ?? settings.currency);
  const isMain = (one: Member): boolean =>
    isPriced(one) && one.fields['id'] === product['defaultVariantId'];
  const main = variants.findIndex(isMain);
  const currency = named[main === -1 ? variants.findIndex(isPriced) : main];
  const ofVariants = variants.map((one, at) => {
    const cents = named[at] === currency ? centsOf(one, { ...settings, currency }) : undefined;
    return cents === undefined ? {} : { priceCents: cents };
  });
  const priced = variants.filter(isPriced).length;
  const same = variants.filter((one, at) => named[at] === currency && isPriced(one)).length;
  return {
    ofProduct: pricesOfProduct(variants, ofVariants, currency),
    ofVariants,
    leftOut: priced - same,
  };
}

/** Variants that all say to have no price clear the stored one, and so do none at all. */
function pricesOfProduct(
  variants: readonly Member[],
  prices: readonly Pick<Variant, 'priceCents'>[],
  currency: string | undefined,
): VariantPrices['ofProduct'] {
  const isUnpriced = variants.every((one) => !isPriced(one) && 'price' in one.fields);
  return isUnpriced ? { priceCents: null, currency: null } : pricesOf(prices, currency, false);
}

function isPriced({ fields: { price } }: Member): boolean {
  return typeof price === 'string' ? price.trim() !== '' : price !== undefined && price !== null;
}

/** The API writes decimals with a point and never groups digits. */
function centsOf(one: Member, settings: Settings): number | undefined {
  const { fields, reader } = one;
  const { price } = fields;
  const { decimal = '.' } = settings;
  const isPlain = decimal === '.' ? /^-?\d+(\.\d+)?$/ : /^-?\d+(,\d+)?$/;
  if (typeof price === 'string' && isPriced(one) && !isPlain.test(price.trim())) {
    reader.fault('price', `expected a decimal such as 139${decimal}99, got ${shownJson(price)}`);
    return undefined;
  }
  return reader.readingWith({ ...settings, decimal }).money(fields, 'price');
}
