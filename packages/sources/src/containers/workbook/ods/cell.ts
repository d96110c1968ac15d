import type { Decimal } from '../../../money/amount.ts';
import { noValue } from '../error-value.ts';
import { numberText, percentText } from '../number-text.ts';
import type { Attributes } from '../xml.ts';

/**
 * What stands in a cell of an OpenDocument sheet. Values come from its attributes; the text that it shows is asked for the
 * zeros before a number.
 *
 * @param shown Its paragraphs.
 */
export function cellText(attributes: Attributes, shown: string, decimal: Decimal): string {
  if (attributes['calcext:value-type'] === 'error') return shown;
  const value = attributes['office:value'];
  switch (attributes['office:value-type']) {
    case 'percentage':
      return percentText(value ?? '', decimal);
    case 'float':
    case 'currency':
      return isPadded(shown, value ?? '') ? shown : numberText(value ?? '', decimal);
    case 'date':
      return (attributes['office:date-value'] ?? '').replace('T', ' ').replace(/\.0+$/, '');
    case 'time':
      return timeOf(attributes['office:time-value'] ?? '');
    case 'boolean':
      return attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE';
    case 'string':
      return attributes['office:string-value'] ?? shown;
    case undefined:
    default:
      return shown === '' && attributes['table:formula'] !== undefined ? noValue : shown;
  }
}

/** `00123` for 123, `000-0123` too: the digits of a whole number behind zeros. */
function isPadded(shown: string, value: string): boolean {
  if (!/^\d+$/.test(value) || /[.,%]/.test(shown)) return false;
  const digits = shown.replace(/\D/g, '');
  return digits.length > value.length && digits.replace(/^0+/, '') === value.replace(/^0+/, '');
}

/** `PT09H30M00S` is `09:30:00`. */
function timeOf(duration: string): string {
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(duration) ?? [];
  return [hours, minutes, seconds.replace(/\.0+$/, '')]
    .map((part) => part.padStart(2, '0'))
    .join(':');
}
