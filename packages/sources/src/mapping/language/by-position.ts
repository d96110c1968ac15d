import type { MappingOfFields } from './lists.ts';
import type { Rule } from './mapping.ts';
import { columnAt } from './position-names.ts';

/** A mapping of a file without headings, its columns named in one way: `2`, `B` and `column 2` are the second. */
export function byPosition(mapping: MappingOfFields): MappingOfFields {
  if (mapping.header !== 'none') return mapping;
  const { fields, variants, items, where } = mapping;
  return {
    ...mapping,
    fields: withNames(fields, ruleByPosition),
    ...(variants && {
      variants:
        'columns' in variants
          ? { ...variants, columns: withKeys(variants.columns) }
          : { ...variants, from: positionOf(variants.from) },
    }),
    ...(items && { items: { ...items, from: eachOf(items.from, positionOf) } }),
    ...(where && { where: withKeys(where) }),
  };
}

function ruleByPosition(rule: Rule): Rule {
  if (typeof rule === 'string') return textByPosition(rule);
  return 'from' in rule ? { ...rule, from: eachOf(rule.from, textByPosition) } : rule;
}

/** A column, or a template with columns in braces. */
function textByPosition(text: string): string {
  return text.includes('{')
    ? text.replace(/\{([^{}]+)\}/g, (_, column: string) => `{${positionOf(column.trim())}}`)
    : positionOf(text);
}

function positionOf(name: string): string {
  if (/^[1-9]\d*$/.test(name)) return columnAt(Number(name));
  return /^[A-Z]{1,3}$/.test(name) ? columnAt(numberOf(name)) : name;
}

/** `A` is 1, `Z` 26 and `AA` 27, as in spreadsheets. */
function numberOf(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function eachOf(from: string | string[], change: (name: string) => string): string | string[] {
  return typeof from === 'string' ? change(from) : from.map(change);
}

function withKeys<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [positionOf(key), value]));
}

function withNames<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
