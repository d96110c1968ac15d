import { isRecord } from 'sequenzy-contract';
import type { Row, Rows } from '../../../table/row.ts';
import type { MappedOrder } from '../source.ts';
import { oneOf } from '../order-versions.ts';

/** Which cells are the order's own, and which are those of a line. */
export interface RowFields<Field extends string> {
  readonly own: readonly Field[];
  readonly line: readonly Field[];
  /** Families of columns that are the order's own. */
  readonly families?: readonly string[];
  /** Cells of which a file that has the whole order has one; a piece of it may have none. */
  readonly whole: readonly Field[];
  /** Cells that agree without case. */
  readonly email: Field;
}

/**
 * Maps an order whose rows stand in several files. Where the files agree on the order itself they hold pieces of it, or
 * the whole of it several times: each line counts as often as it is in one file. Where they disagree they hold versions.
 */
export function mapVersions<Field extends string>(
  rows: Rows<Field>,
  fields: RowFields<Field>,
  map: (rows: Rows<Field>) => MappedOrder,
): MappedOrder {
  const parts = partsOf(rows);
  if (parts.length < 2) return map(rows);
  const versions: Rows<Field>[][] = [];
  for (const part of parts) {
    const version = versions.findLast((one) => one.every((other) => agree(part, other, fields)));
    if (version === undefined) versions.push([part]);
    else version.push(part);
  }
  const [first, ...others] = versions.map((version) => mapPieces(version, fields, map));
  return first === undefined ? map(rows) : oneOf([first, ...others]);
}

function partsOf<Field extends string>(rows: Rows<Field>): Rows<Field>[] {
  const parts = new Map<string, [Row<Field>, ...Row<Field>[]]>();
  for (const row of rows) {
    const part = parts.get(row.origin);
    if (part === undefined) parts.set(row.origin, [row]);
    else part.push(row);
  }
  return [...parts.values()];
}

/** In a piece an empty cell agrees with everything: it need not say what the whole says. */
function agree<Field extends string>(
  one: Rows<Field>,
  other: Rows<Field>,
  { own, email, whole, families = [] }: RowFields<Field>,
): boolean {
  const areWhole = [one, other].every((rows) =>
    rows.some((row) => whole.some((field) => row.get(field) !== '')),
  );
  const isSame = own.every((field) => {
    const [left, right] = [one, other].map((rows) => {
      const cell = rows.find((row) => row.get(field) !== '')?.get(field) ?? '';
      return field === email ? cell.toLowerCase() : cell;
    });
    return left === right || (!areWhole && (left === '' || right === ''));
  });
  const others = new Map(families.flatMap((family) => familyOf(other, family)));
  const mine = families.flatMap((family) => familyOf(one, family));
  return isSame && mine.every(([name, cell]) => (others.get(name) ?? cell) === cell);
}

function familyOf(rows: Rows, family: string): [string, string][] {
  return rows.flatMap((row) =>
    row.family(family).map(([name, cell]): [string, string] => [family + name, cell]),
  );
}

/** Lines that are in several files are one, unless the total says that each of them counts. */
function mapPieces<Field extends string>(
  parts: readonly Rows<Field>[],
  fields: RowFields<Field>,
  map: (rows: Rows<Field>) => MappedOrder,
): MappedOrder {
  const all = parts.flat();
  const most = withoutRepeated(parts, fields.line);
  const [first, ...rest] = most;
  const [start, ...others] = all;
  if (first === undefined || start === undefined) throw new RangeError('an order without rows');
  const once = map([first, ...rest]);
  if (most.length === all.length) return once;
  const each = map([start, ...others]);
  if (!addsUp(once.order) && addsUp(each.order)) return each;
  return { ...once, notes: [...(once.notes ?? []), 'repeatedOrder'] };
}

/** Lines are the same by the columns that all files with lines have: one may say more of them than another. */
function withoutRepeated<Field extends string>(
  parts: readonly Rows<Field>[],
  line: readonly Field[],
): Row<Field>[] {
  const headers = parts.map(([row]) => line.filter((field) => row.has(field)));
  const shared = line.filter((field) =>
    headers.every((fields) => fields.length === 0 || fields.includes(field)),
  );
  const taken = new Map<string, number>();
  return parts.flatMap((part) => {
    const seen = new Map<string, number>();
    return part.filter((row) => {
      if (line.every((field) => row.get(field) === '')) return true;
      const key = shared.map((field) => row.get(field)).join('\u0000');
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      if (count <= (taken.get(key) ?? 0)) return false;
      taken.set(key, count);
      return true;
    });
  });
}

/** Whether the lines cost what the order does. */
function addsUp(order: object): boolean {
  const { totalCents, items } = isRecord(order) ? order : {};
  if (!Array.isArray(items) || typeof totalCents !== 'number') return false;
  const sum = items.filter(isRecord).reduce((total, { quantity, priceCents }) => {
    return total + Number(quantity) * Number(priceCents);
  }, 0);
  return sum === totalCents;
}
