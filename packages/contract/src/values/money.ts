/**
 * Money, exactly: decimal text to whole minor units and back. The only place that touches digits.
 *
 * "Cents" is the currency's smallest unit (this project's assumption, the API's reference does not say):
 * 500 JPY is 500, 1.234 KWD is 1234, 19.99 USD is 1999.
 */

/** ISO 4217 minor unit exponents that are not 2. Pure, so that a bundle that needs none leaves them out. */
const exponents = /* @__PURE__ */ exponentsThatDiffer();

function exponentsThatDiffer(): Map<string, number> {
  const none = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
  const three = 'BHD IQD JOD KWD LYD OMR TND';
  const each = (codes: string, exponent: number) =>
    codes.split(' ').map((code): [string, number] => [code, exponent]);
  return new Map([...each(none, 0), ...each(three, 3), ...each('CLF UYW', 4)]);
}

/** Decimals of a currency: 2 for USD, 0 for JPY, 3 for KWD. */
export function currencyExponent(currency: string): number {
  return exponents.get(currency) ?? 2;
}

export type MoneyResult =
  | { readonly ok: true; readonly cents: number }
  | {
      readonly ok: false;
      readonly message: string;
      /** Set where knowing the decimal separator would settle it. */
      readonly isAmbiguous?: true;
    };

/**
 * Reads a decimal amount: `19.99`, `1,234.50`, `1.234,50`, `12,50`, `1 234.50`, `1'234.50`.
 *
 * Refused, with the reason: a negative amount, anything that is not a number, more decimals than the currency has,
 * and `1,234`, which is 1234 to some and 1.234 to others.
 *
 * @example
 * parseMoney('19.99', 'USD') // { ok: true, cents: 1999 }
 * parseMoney('19.999', 'USD') // { ok: false, message: '"19.999" has more decimals than USD has (2)' }
 */
export function parseMoney(text: string, currency: string): MoneyResult {
  const amount = text.trim();
  const exponent = currencyExponent(currency);
  if (/^[-−]/.test(amount)) return refuse(text, 'is negative: expected 0 or more');
  const parts = splitPlain(amount) ?? splitGrouped(amount);
  if (parts === undefined) return refuse(text, 'is not an amount such as 19.99');
  if (isAmbiguous(parts, exponent)) {
    return { ...refuse(text, bothReadings(parts, currency)), isAmbiguous: true };
  }
  const fraction = parts.fraction.replace(/0+$/, '');
  if (fraction.length > exponent) {
    return refuse(text, `has more decimals than ${currency} has (${String(exponent)})`);
  }
  const cents = Number(parts.whole + fraction.padEnd(exponent, '0'));
  return Number.isSafeInteger(cents) ? { ok: true, cents } : refuse(text, 'is too large');
}

/** Whole minor units as decimal text: 1999 USD -> `19.99`, 500 JPY -> `500`. */
export function formatMoney(cents: number, currency: string): string {
  const exponent = currencyExponent(currency);
  const sign = cents < 0 ? '-' : '';
  const digits = String(Math.abs(cents)).padStart(exponent + 1, '0');
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

interface Parts {
  readonly whole: string;
  readonly fraction: string;
  /** What stands before the fraction, where there is nothing else that tells what it means. */
  readonly lone: string | undefined;
}

function splitPlain(amount: string): Parts | undefined {
  const match = /^(\d*)(?:([.,])(\d+))?$/.exec(amount);
  if (match === null || amount === '') return undefined;
  const [, whole = '', lone, fraction = ''] = match;
  return { whole, fraction, lone };
}

/** Thousands in threes, by one separator throughout, then a fraction behind another one. */
function splitGrouped(amount: string): Parts | undefined {
  const match = /^(\d{1,3})(?:([.,'’\s])\d{3})(?:\2\d{3})*(?:([.,])(\d+))?$/.exec(amount);
  if (match === null || match[2] === match[3]) return undefined;
  const [, , group = '', decimal, fraction = ''] = match;
  const [integer = ''] = decimal === undefined ? [amount] : amount.split(decimal);
  return { whole: integer.replaceAll(group, ''), fraction, lone: undefined };
}

/** `1,234` and `1.234`: three digits behind a lone separator are a fraction only where the currency has three decimals. */
function isAmbiguous({ whole, fraction, lone }: Parts, exponent: number): boolean {
  if (lone === undefined || fraction.length !== 3) return false;
  if (!/^[1-9]\d{0,2}$/.test(whole)) return false;
  return lone === ',' || exponent !== 3;
}

/** How each reading is written so that there is no other. */
function bothReadings({ whole, fraction }: Parts, currency: string): string {
  const exponent = currencyExponent(currency);
  const decimals = fraction.replace(/0+$/, '');
  const ambiguous = `is ambiguous (${whole}${fraction} or ${whole}.${fraction}): write ${whole}${fraction}`;
  if (decimals.length > exponent) {
    return `${ambiguous}, or at most ${String(exponent)} decimals for ${currency}`;
  }
  return `${ambiguous} or ${decimals === '' ? whole : `${whole}.${decimals}`}`;
}

function refuse(text: string, reason: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message: `"${text}" ${reason}` };
}
