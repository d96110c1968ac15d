import type { Row, Rows } from '../../table/row.ts';
import type { Field } from './field.ts';

/**
 * An order that stands whole in two exports (their periods overlap) would have every line twice: the last one is taken.
 * One that is cut between two files begins in the first and has no total in the second.
 */
export function lastWhole(rows: Rows<Field>): { rows: Rows<Field>; isRepeated: boolean } {
  const parts = new Map<string, [Row<Field>, ...Row<Field>[]]>();
  for (const row of rows) {
    const part = parts.get(row.layout.file);
    if (part === undefined) parts.set(row.layout.file, [row]);
    else part.push(row);
  }
  if (parts.size === 1) return { rows, isRepeated: false };
  const whole = [...parts.values()].filter(([first]) => first.get('total') !== '');
  const last = whole.at(-1);
  return whole.length > 1 && last !== undefined
    ? { rows: last, isRepeated: true }
    : { rows, isRepeated: false };
}
