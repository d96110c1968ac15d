import { isObject } from 'sequenzy-contract';
import type { Members } from './members.ts';
import { withoutUndefined } from './values.ts';

/** The members of each line of an order. A list of lines that is not there was left out, and is not an empty one. */
export function linesOf(order: Members, key: string): Members[] {
  const given = order.fields[key];
  const lines = order.list(key);
  if (!order.has(key)) {
    order.fault(key, 'is required: this list was limited to some of the fields');
  } else if (!isObject(given) || Object.values(given).length > lines.length) {
    order.fault(key, 'expected a list of objects');
  }
  return lines;
}

/** The lines of which something is left, and a note for each of the others. */
export function orderedLines(
  lines: readonly Members[],
  quantityKey: string,
  itemOf: (line: Members, quantity: number | undefined) => Readonly<Record<string, unknown>>,
): object[] {
  return lines.flatMap((line) => {
    const quantity = line.integer(quantityKey);
    if (quantity !== 0) return [withoutUndefined(itemOf(line, quantity))];
    line.notes.push('emptyLine');
    return [];
  });
}
