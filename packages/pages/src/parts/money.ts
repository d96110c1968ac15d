import { currencyExponent, formatMoney } from 'sequenzy-contract';

/** Minor units as people write them: `€14.50`. */
export function money(cents: number, currency: string | null): string {
  if (currency === null) return String(cents);
  return written(formatMoney(cents, currency), currency);
}

/** Main units, as Sequenzy keeps lifetime values. */
export function amount(value: number, currency?: string): string {
  if (currency !== undefined) return written(value.toFixed(currencyExponent(currency)), currency);
  return value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 3 });
}

/** A code that no standard knows is written as it is. */
function written(digits: string, currency: string): string {
  try {
    const decimals = currencyExponent(currency);
    const shape = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const format = new Intl.NumberFormat('en', { style: 'currency', currency, ...shape });
    return format.format(Number(digits));
  } catch {
    return `${digits} ${currency}`;
  }
}

/** `12,345` */
export function count(value: number): string {
  return value.toLocaleString('en');
}

/** `1 product`, `2 products` */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}
