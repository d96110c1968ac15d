import { parseMoney, type MoneyResult } from 'sequenzy-contract';

/** Which character parts the decimals in a file. */
export type Decimal = '.' | ',';

/**
 * Reads an amount whose decimal separator is known, so that `1,234` has one meaning. Undefined: as
 * {@link parseMoney} does, which refuses what can be read in two ways.
 */
export function amountOf(
  text: string,
  currency: string,
  decimal: Decimal | undefined,
): MoneyResult {
  if (decimal === undefined) return withWayOut(parseMoney(text, currency));
  const plain = withDecimalPoint(text.trim(), decimal);
  const result = parseMoney(plain ?? text, currency);
  if (result.ok && plain === undefined) return refusal(text, decimal);
  return result.ok ? result : { ok: false, message: result.message.replace(plain ?? text, text) };
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

function withWayOut(result: MoneyResult): MoneyResult {
  if (result.ok || result.isAmbiguous !== true) return result;
  return { ...result, message: `${result.message} (or pass --decimal for the whole input)` };
}

function refusal(text: string, decimal: Decimal): MoneyResult {
  return { ok: false, message: `"${text}" is not written with "${decimal}" before its decimals` };
}
