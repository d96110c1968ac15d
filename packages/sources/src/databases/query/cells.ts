/**
 * A decimal as text that can be read in one way only: `1.234` is not taken for a thousand, and a fraction of zeros goes
 * (`100.0000` is 100).
 */
export function decimalText(text: string): string {
  const [, whole = text, fraction = ''] = /^(-?\d+)\.(\d+)$/.exec(text) ?? [];
  if (/^0*$/.test(fraction)) return whole;
  return fraction.length === 3 ? `${text}0` : text;
}

/** A binary fraction holds 15 digits of a decimal: 35.529999999999994 is 35.53. */
export function fractionText(value: number): string {
  return Number.isFinite(value) ? decimalText(plain(Number(value.toPrecision(15)))) : String(value);
}

/** Without an exponent, where that is possible. */
function plain(value: number): string {
  const text = String(value);
  return text.includes('e') && Math.abs(value) < 1e21 ? value.toFixed(20).replace(/0+$/, '') : text;
}

/** `2024-05-31 02:00:00.5` of a clock in UTC as ISO 8601. */
export function utcText(text: string): string {
  return `${text.replace(' ', 'T').replace(/(Z|[+-]00(:?00)?)$/, '')}Z`;
}
