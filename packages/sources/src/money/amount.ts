import { option, parseMoney, say, type MoneyResult, type Words } from 'sequenzy-contract';
import { canMean, choiceOfCurrency, isCurrencyMark, markedAmount } from './currency-mark.ts';
import { SourceError } from '../faults/source-error.ts';
import { withoutTaxNote } from './tax-note.ts';

/** Which character parts the decimals in a file. */
export type Decimal = '.' | ',';

/** What the user says of amounts. */
export interface AmountSettings {
  /** ISO 4217, for amounts that carry none. */
  readonly currency: string | undefined;
  /** What parts their decimals. */
  readonly decimal: Decimal | undefined;
}

/** An amount, or why it is none. */
export type AmountResult =
  | Extract<MoneyResult, { ok: true }>
  | (Omit<Extract<MoneyResult, { ok: false }>, 'message'> & { readonly message: Words });

/**
 * Reads an amount. A sign or code of its currency may stand beside it (`$35.53`, `35,53 EUR`), as long as it can mean
 * this currency, and words that say it is with tax (`€ 229,99 incl. btw`).
 *
 * @param decimal Known, `1,234` has one meaning. Undefined: what can be read in two ways is refused.
 */
export function amountOf(
  written: string,
  currency: string,
  decimal: Decimal | undefined,
): AmountResult {
  const text = withoutTaxNote(written);
  const marked = markedAmount(text);
  if (marked === undefined) return numberOf(text, currency, decimal);
  const { mark, number } = marked;
  if (!canMean(mark, currency)) {
    if (!isCurrencyMark(mark)) return parseMoney(text, currency);
    return { ok: false, message: `"${text}" is not an amount in ${currency}` };
  }
  const result = numberOf(number, currency, decimal);
  return result.ok ? result : { ...result, message: quoting(result.message, number, text) };
}

/**
 * Reads an amount in a currency that may not be known.
 *
 * @param place Where it stands, for the error.
 * @throws {SourceError} It is an amount, and its currency is not known. What is not an amount needs none.
 */
export function amountIn(
  written: string,
  { currency, decimal }: AmountSettings,
  place: Parameters<typeof missingCurrency>[1],
): AmountResult {
  if (currency !== undefined) return amountOf(written, currency, decimal);
  const text = withoutTaxNote(written);
  const { mark, number = text } = markedAmount(text) ?? {};
  const result = numberOf(number, mostDecimals, decimal);
  const isMarked = mark === undefined || isCurrencyMark(mark);
  if (isMarked && (result.ok || result.isAmbiguous === true)) throw missingCurrency(written, place);
  return parseMoney(text, mostDecimals);
}

/** Whatever has more decimals is not an amount in any currency. */
const mostDecimals = 'CLF';

function numberOf(written: string, currency: string, decimal: Decimal | undefined): AmountResult {
  const text = withoutNoise(written);
  if (decimal === undefined) return withWayOut(parseMoney(text, currency));
  const plain = withDecimalPoint(text.trim(), decimal);
  const result = parseMoney(plain ?? text, currency);
  if (result.ok && plain === undefined) return refusal(text, decimal);
  return result.ok ? result : { ok: false, message: result.message.replace(plain ?? text, text) };
}

/**
 * `1.0999999999999999` is 1.1: a number that programs keep in binary is exact to 15 digits, and what they write behind
 * those is left over from the arithmetic.
 */
function withoutNoise(text: string): string {
  const number = text.trim();
  const isNoise = /^\d+[.,]\d{5,}$/.test(number) && number.replace(/^[0.,]+|[.,]/g, '').length > 15;
  if (!isNoise) return text;
  const rounded = Number(number.replace(',', '.')).toPrecision(15);
  return rounded.includes('e')
    ? text
    : rounded.replace(/\.?0+$/, '').replace('.', number.includes(',') ? ',' : '.');
}

/** Undefined where the text is not written with this separator. */
function withDecimalPoint(text: string, decimal: Decimal): string | undefined {
  const [point, group] = decimal === '.' ? ['\\.', ",'’\\s"] : [',', ".'’\\s"];
  const form = new RegExp(
    `^(\\d+|\\d{1,3}(?:([${group}])\\d{3})(?:\\2\\d{3})*)?(?:${point}(\\d+))?$`,
  );
  const match = form.exec(text);
  if (match === null || text === '') return undefined;
  const [, whole = '0', separator = '', fraction = ''] = match;
  const digits = separator === '' ? whole : whole.replaceAll(separator, '');
  // A fourth decimal leaves nothing to mistake for thousands.
  return fraction === '' ? digits : `${digits}.${fraction.padEnd(4, '0')}`;
}

function withWayOut(result: MoneyResult): AmountResult {
  if (result.ok || result.isAmbiguous !== true) return result;
  const message = say`${result.message} (or pass ${option('decimal')} for the whole input)`;
  return { ...result, message };
}

/** With the text as the file has it. */
function quoting(message: Words, read: string, text: string): Words {
  if (typeof message === 'string') return message.replace(read, text);
  const [first, ...others] = message;
  return typeof first === 'string' ? [first.replace(read, text), ...others] : message;
}

function refusal(text: string, decimal: Decimal): MoneyResult {
  return { ok: false, message: `"${text}" is not written with "${decimal}" before its decimals` };
}

/** @param place Where the amount stands; a payload that came without a file has none. */
function missingCurrency(
  value: string,
  { file, line, column }: { readonly file: string; readonly line: number; readonly column: string },
): SourceError {
  return new SourceError(`"${value}" is an amount, and nothing says in which currency`, {
    code: 'missing-currency',
    ...(file !== '' && { file, line }),
    column,
    value,
    nextStep:
      choiceOfCurrency(markedAmount(value)?.mark ?? '') ??
      say`Pass ${option('currency')} with an ISO 4217 code, for example ${option('currency', 'USD')}.`,
  });
}
