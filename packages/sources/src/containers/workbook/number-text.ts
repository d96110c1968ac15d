import type { Decimal } from '../../money/amount.ts';

/** Digits that a spreadsheet keeps of a number. */
const digitsKept = 15;

/**
 * A number of a workbook as a spreadsheet shows it in full: rounded to 15 digits, without exponent or `.0`.
 * `35.529999999999994` is `35.53`, `4.05E+12` is `4050000000000`.
 *
 * What has more than 15 digits before its decimals has lost the last ones, and stays in scientific notation, which
 * readers of ids refuse; whole numbers that a program has written digit by digit are kept.
 *
 * @param written As it stands in the file, in the notation of programs.
 * @param decimal What parts its decimals in the text.
 */
export function numberText(written: string, decimal: Decimal): string {
  const number = Number(written);
  if (written.trim() === '' || !Number.isFinite(number)) return written;
  if (/^-?[1-9]\d*$/.test(written) && !isCutOff(written)) return written;
  const [mantissa = '', exponent = ''] = Math.abs(number)
    .toExponential(digitsKept - 1)
    .split('e');
  const digits = mantissa.replace('.', '');
  const sign = number < 0 ? '-' : '';
  const places = Number(exponent);
  if (places >= digitsKept) return `${sign}${parted(mantissa, decimal)}E+${places}`;
  const whole = places < 0 ? '0' : digits.slice(0, places + 1);
  const fraction = places < 0 ? '0'.repeat(-places - 1) + digits : digits.slice(places + 1);
  return sign + parted(`${whole}.${fraction}`, decimal);
}

/** `1234567890123450`: nothing but zeros behind the 15 digits. */
function isCutOff(written: string): boolean {
  const digits = written.replace('-', '');
  return digits.length > digitsKept && /^0+$/.test(digits.slice(digitsKept));
}

/** Without zeros at the end of its decimals. */
function parted(number: string, decimal: Decimal): string {
  return number.replace(/\.?0+$/, '').replace('.', decimal);
}

/** A number as its share of a hundred: `0.19` is `19%`. */
export function percentText(written: string, decimal: Decimal): string {
  const number = Number(written);
  return Number.isFinite(number) ? `${numberText(String(number * 100), decimal)}%` : written;
}
