import type { Mapping, Rule } from '../language/mapping.ts';
import { columnsOf } from '../language/rule.ts';

/** Column -> what a mapping reads from it, for people: `productId`, `price (USD)`, `Size S`. */
export function usesIn(
  { fields, variants, items, where = {} }: Mapping,
  currency: string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  const add = (column: string, use: string): void => {
    const known = uses.get(column) ?? [];
    if (!known.includes(use)) uses.set(column, [...known, use]);
  };
  const code = 'currency' in fields ? constantIn(fields['currency']) : currency;
  for (const [field, rule] of Object.entries(fields)) {
    const isAmount = /(price|total|amount|spent)$/i.test(field);
    const use = isAmount && code !== undefined ? `${field} (${code})` : field;
    for (const column of columnsOf(rule)) add(column, use);
  }
  if (typeof variants === 'string') add(variants, 'variants');
  else if (variants !== undefined && 'columns' in variants) {
    for (const [column, value] of Object.entries(variants.columns)) {
      add(column, `variant ${value} (${variants.holds ?? 'inventoryQuantity'})`);
    }
  } else if (variants !== undefined) add(variants.from, 'variants');
  const lines = typeof items === 'string' ? items : (items?.from ?? []);
  for (const column of [lines].flat()) add(column, 'items');
  for (const [column, wanted] of Object.entries(where)) {
    const isNegated = typeof wanted === 'object' && 'not' in wanted;
    const values = [isNegated ? wanted.not : wanted]
      .flat()
      .map((value) => (value === '' ? 'empty' : value))
      .join(', ');
    add(column, isNegated ? `left out where ${values}` : `read where ${values}`);
  }
  return uses;
}

function constantIn(rule: Rule | undefined): string | undefined {
  return typeof rule === 'object' && 'value' in rule ? String(rule.value) : undefined;
}
