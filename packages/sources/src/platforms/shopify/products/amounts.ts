import { currencyExponent, isRecord, option, say } from 'sequenzy-contract';
import { listOf } from '../../../documents/fields.ts';
import type { MemberReader } from '../../../documents/member-reader.ts';
import type { Fields } from '../../../documents/document.ts';
import type { Settings } from '../../../kinds/products/source.ts';

/** Reads one amount of a product or variant, as whole minor units. */
export type ReadAmount = (fields: Fields, key: string, reader: MemberReader) => number | undefined;

/** Keys that only the JSON of themes has (`/products/x.js`, Liquid `product | json`), where amounts are hundredths. */
const ofThemes = [
  'price_varies',
  'compare_at_price_varies',
  'price_min',
  'price_max',
  'compare_at_price_min',
  'compare_at_price_max',
];

/** Keys that only answers of the APIs and `/products.json` have, where amounts are decimals. */
const ofAnswers = [
  'body_html',
  'product_type',
  'admin_graphql_api_id',
  'status',
  'descriptionHtml',
];

/**
 * Tells by the keys of a product how its amounts are written. Decimals are text ("180.00") wherever they come from the
 * platform itself; a whole number is hundredths in the JSON of themes, whatever the currency (100000 is 1,000 JPY).
 *
 * @returns A reader that refuses an amount which could be either.
 */
export function amountsOf(product: Fields, { currency }: Settings): ReadAmount {
  const keys = new Set(Object.keys(product));
  const variants = listOf(product['variants']) ?? [];
  const isOfTheme =
    ofThemes.some((key) => keys.has(key)) || variants.some((one) => 'public_title' in one);
  const isOfAnswer =
    ofAnswers.some((key) => keys.has(key)) || String(product['id']).startsWith('gid:');
  return (fields, key, reader) => {
    const value = fields[key];
    if (isRecord(value)) return namedAmount(value, key, reader, currency);
    const isWhole = Number.isInteger(value);
    const isDigits = typeof value === 'string' && /^\s*\d+\s*$/.test(value);
    const isHundredths = isOfTheme && !isOfAnswer;
    const isOpen = isHundredths ? isDigits : isWhole && isOfTheme === isOfAnswer;
    if (isOpen) {
      reader.fault(key, eitherWay(String(value)));
      return undefined;
    }
    // Without a currency this says that it is missing.
    if (!isHundredths || typeof value !== 'number' || currency === undefined) {
      return reader.money(fields, key);
    }
    const units = minorUnits(value, currency);
    if (units !== undefined) return units;
    const message = `expected whole hundredths of ${currency}, as themes write amounts, got ${String(value)}`;
    reader.fault(key, message);
    return undefined;
  };
}

/** The storefront's API names a currency with each amount: that of the buyer's market. */
function namedAmount(
  money: Fields,
  key: string,
  reader: MemberReader,
  currency: string | undefined,
): number | undefined {
  const code = money['currencyCode'];
  if (code !== undefined && code === currency) return reader.inside(key).money(money, 'amount');
  reader.fault(
    key,
    say`is in ${typeof code === 'string' ? code : 'no currency'}, and ${option('currency')} says ${currency ?? 'nothing'}`,
  );
  return undefined;
}

function eitherWay(value: string): string {
  return `${value} can be ${value}.00 or, as themes write amounts, ${value} hundredths: give the whole answer of /products.json, of /products/<handle>.js or of the Admin API, not a part of it`;
}

/** Undefined where it is none, or finer than the currency. */
function minorUnits(hundredths: number, currency: string): number | undefined {
  const exponent = currencyExponent(currency);
  const finer = 10 ** Math.max(0, exponent - 2);
  const coarser = 10 ** Math.max(0, 2 - exponent);
  const units = (hundredths * finer) / coarser;
  return hundredths >= 0 && Number.isSafeInteger(hundredths) && Number.isSafeInteger(units)
    ? units
    : undefined;
}
