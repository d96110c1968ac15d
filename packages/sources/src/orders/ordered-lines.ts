import type { Members } from './members.ts';
import { withoutUndefined } from './without-undefined.ts';

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
