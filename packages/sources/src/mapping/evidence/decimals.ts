import { markedAmount } from '../../money/currency-mark.ts';
import { withoutTaxNote } from '../../money/tax-note.ts';

/** How an amount is written, as far as one amount can tell. */
export type Writing =
  /** Its decimals follow this separator, without doubt. */
  | { readonly is: 'proof'; readonly decimal: '.' | ',' }
  /** `1,295` is ambiguous: 1295 or 1.295. */
  | { readonly is: 'ambiguous' }
  /** `12`: no separator, or only thousands that cannot be decimals. */
  | { readonly is: 'silent' };

/** Undefined where the text is not an amount. */
export function writingOf(text: string): Writing | undefined {
  const amount = withoutTaxNote(text);
  const number = (markedAmount(amount)?.number ?? amount).trim().replace(/^[-−]\s*/, '');
  if (/^\d+$/.test(number)) return { is: 'silent' };
  const [, head = '', sign, tail = ''] = /^(\d[\d.,'’\s]*|)([.,])(\d+)$/.exec(number) ?? [];
  if (sign === undefined) {
    return /^\d{1,3}([ ’'\u00a0\u202f]\d{3})+$/.test(number) ? { is: 'silent' } : undefined;
  }
  const other = sign === '.' ? ',' : '.';
  if (head.includes(sign)) {
    // A separator that repeats is of thousands: the decimals, if any, follow the other one.
    const groups = new RegExp(`^\\d{1,3}(\\${sign}\\d{3})*$`);
    return groups.test(head) && tail.length === 3 ? { is: 'proof', decimal: other } : undefined;
  }
  const isGrouped = /[.,'’\s]/.test(head);
  if (isGrouped && !/^\d{1,3}([.,'’\s])\d{3}(?:\1\d{3})*$/.test(head)) return undefined;
  if (!isGrouped && tail.length === 3 && /^[1-9]\d{0,2}$/.test(head)) return { is: 'ambiguous' };
  return { is: 'proof', decimal: sign === '.' ? '.' : ',' };
}
