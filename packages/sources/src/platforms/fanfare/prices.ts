import type { Variant } from 'sequenzy-contract';
import { MemberReader } from '../../json/member-reader.ts';
import type { Fields, InputDocument, Settings } from '../../source.ts';
import { currencyOf } from './variant-document.ts';

/** The prices of a product's variants, in its currency. */
export interface VariantPrices {
  readonly currency: string | undefined;
  /** By the variant's place. */
  readonly prices: readonly Pick<Variant, 'priceCents'>[];
  /** Prices in another currency, which the API has no place for. */
  readonly leftOut: number;
  readonly faults: MemberReader['faults'];
}

export function pricesOfVariants(
  product: Fields,
  variants: readonly Fields[],
  document: InputDocument,
  settings: Settings,
): VariantPrices {
  const names = new MemberReader(document, settings);
  const named = variants.map((one) => currencyOf(one, names) ?? settings.currency);
  const main = variants.findIndex(({ id }) => id === product['defaultVariantId']);
  const priced = variants.findIndex(isPriced);
  const currency = named[main === -1 ? priced : main];
  // The API writes decimals with a point, never thousands.
  const reader = new MemberReader(document, withDecimalPoint(settings, currency));
  const isOther = (at: number): boolean => named[at] !== currency;
  const prices = variants.map((one, at) => {
    const priceCents = isOther(at) ? undefined : reader.money(one, 'price');
    return priceCents === undefined ? {} : { priceCents };
  });
  const leftOut = variants.filter((one, at) => isOther(at) && isPriced(one)).length;
  return { currency, prices, leftOut, faults: [...names.faults, ...reader.faults] };
}

function isPriced({ price }: Fields): boolean {
  return price !== undefined && price !== null;
}

function withDecimalPoint(settings: Settings, currency: string | undefined): Settings {
  return { ...settings, decimal: settings.decimal ?? '.', currency };
}
