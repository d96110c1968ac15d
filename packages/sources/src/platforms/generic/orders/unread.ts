import { isRecord } from 'sequenzy-contract';
import type { UnreadValue } from '../../../reading/format.ts';
import { addedByRejects, canonical } from '../../../table/columns.ts';
import { meaningOf } from '../../../kinds/orders/unread/headings.ts';
import type { Fields, InputDocument } from '../../../documents/document.ts';

/** Known keys by their canonical spelling. */
type Known = ReadonlyMap<string, string>;

/** Deeper than this no record of an order goes. */
const deepest = 6;

/** Members of an order of one's own that nobody reads and whose names mean a status, a refund, a test or a currency. */
export function unreadIn(
  { value, file, line }: InputDocument,
  keys: { readonly order: Known; readonly customer: Known; readonly item: Known },
  currency: string | undefined,
): UnreadValue[] {
  const found: UnreadValue[] = [];
  if (!isRecord(value)) return found;
  unknownOf(value, keys.order, '');
  for (const [key, member] of Object.entries(value)) {
    const name = keys.order.get(canonical(key));
    if (name === 'customer' && isRecord(member)) unknownOf(member, keys.customer, 'customer.');
    if (name !== 'items' || !Array.isArray(member)) continue;
    for (const item of member.filter(isRecord)) unknownOf(item, keys.item, 'items.');
  }
  return found;

  function unknownOf(fields: Fields, known: Known, path: string): void {
    for (const [key, member] of Object.entries(fields)) {
      const heading = canonical(key);
      if (!known.has(heading) && !addedByRejects.has(heading)) add(path + key, member, 0);
    }
  }

  function add(name: string, member: unknown, depth: number): void {
    if (depth > deepest) return;
    if (isRecord(member)) {
      for (const [key, inner] of Object.entries(member)) add(`${name}.${key}`, inner, depth + 1);
    } else if (Array.isArray(member) && member.length > 0) {
      for (const inner of member) add(name, inner, depth + 1);
    } else if (meaningOf(name) !== undefined) {
      found.push({ name, value: textOf(member), file, line, ...(currency && { currency }) });
    }
  }
}

function textOf(value: unknown): string {
  const isScalar = ['string', 'number', 'boolean'].includes(typeof value);
  return isScalar ? String(value).trim() : '';
}
