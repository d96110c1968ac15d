import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

/** One variation as its parent names it. */
export interface Variation {
  readonly sku: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
}

/** `sku=A-S,size=S|sku=A-M,size="5,5"`, with the names out of `size=Size`. */
export function variationsOf(row: Row<Field>): Variation[] {
  const labels = new Map(pairsOf(row.get('labels')));
  return row
    .get('variations')
    .split('|')
    .flatMap((text) => {
      const pairs = pairsOf(text);
      const sku = pairs.find(([key]) => key === 'sku')?.[1];
      if (sku === undefined) return [];
      const options = pairs
        .filter(([key, value]) => key !== 'sku' && value !== '')
        .map(([key, value]) => ({ name: labels.get(key) ?? key, value }));
      return [{ sku, options }];
    });
}

/** Commas part the pairs, unless they stand between quotes. */
function pairsOf(text: string): [key: string, value: string][] {
  const pairs = text.matchAll(/(?:^|,)\s*([^=,]+)=("(?:[^"]|"")*"|[^,]*)/g);
  return Array.from(pairs, ([, key = '', value = '']) => [key.trim(), unquoted(value.trim())]);
}

function unquoted(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"')
    : text;
}
