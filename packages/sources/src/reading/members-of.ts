import { isRecord } from 'sequenzy-contract';
import type { Column } from '../mapping/evidence/column.ts';
import { textOf } from '../mapping/language/path.ts';

/** Names that say nothing beside the one above them: `price.amount`. */
const plainLeaves = new Set(['amount', 'value', 'raw', 'src', 'href', 'text', 'content']);

/** Lists of the lines of an order, among others such as those of taxes. */
const listOfLines =
  /^((line|order|cart)?[_-]?(items|lines|products|articles)|positions?|positionen|artikel|basket|cart)$/i;

const deepest = 4;

export function addMembers(
  value: Readonly<Record<string, unknown>>,
  before: string,
  columnAt: (path: string) => Column,
  readsLists: boolean,
  depth = 1,
): void {
  if (depth > deepest) return;
  for (const [key, member] of Object.entries(value)) {
    const path = before + key;
    if (isRecord(member)) addMembers(member, `${path}.`, columnAt, readsLists, depth + 1);
    else if (Array.isArray(member) && isRecord(member[0])) {
      if (!readsLists || before.includes('[]') || !listOfLines.test(key)) continue;
      for (const one of member.filter(isRecord))
        addMembers(one, `${path}[].`, columnAt, readsLists, depth + 1);
    } else {
      columnAt(path).add(textOf(member));
    }
  }
}

/** `customer.email` -> customer email; `line_items[].title` -> item title; `lines[].product_name` as it is. */
export function headingOf(path: string): string {
  const parts = path.split('.');
  const leaf = parts.at(-1) ?? '';
  if (path.includes('[]'))
    return /product|item|sku|qty|quantity/i.test(leaf) ? leaf : `item ${leaf}`;
  const isPlain = parts.length > 1 && plainLeaves.has(leaf.toLowerCase());
  return (isPlain ? parts.slice(0, -1) : parts).join(' ');
}
