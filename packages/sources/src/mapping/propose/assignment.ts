import type { Column } from '../evidence/column.ts';
import type { Dictionary } from '../headings/dictionary.ts';
import { headingOf } from '../headings/heading.ts';

/** Which column has which role. */
export interface Assignment<Role extends string> {
  readonly of: ReadonlyMap<Role, Column>;
  /** Roles for which columns compete, the first of them in the file's order. */
  readonly doubts: readonly Doubt<Role>[];
}

export interface Doubt<Role extends string = string> {
  readonly role: Role;
  readonly columns: readonly [Column, Column, ...Column[]];
}

const mostTiers = 4;

/**
 * Gives each role the column whose heading says it best, as long as the cells can be that. A column has one role.
 *
 * @param roles In the order in which they choose.
 */
export function assign<Role extends string>(
  columns: readonly Column[],
  dictionary: Dictionary<Role>,
  roles: readonly Role[],
  accepts: (role: Role, column: Column) => boolean,
): Assignment<Role> {
  const of = new Map<Role, Column>();
  const doubts: Doubt<Role>[] = [];
  const free = new Set(columns);
  for (let tier = 0; tier < mostTiers; tier += 1) {
    for (const role of roles) {
      if (of.has(role)) continue;
      const means = (column: Column): boolean =>
        dictionary.meaningsOf(column.heading).some((one) => one.role === role && one.tier === tier);
      const fits = [...free].filter((column) => means(column) && accepts(role, column));
      const [first, second, ...rest] = inOrder(fits);
      if (first === undefined) continue;
      of.set(role, first);
      free.delete(first);
      if (second !== undefined) doubts.push({ role, columns: [first, second, ...rest] });
    }
  }
  return { of, doubts };
}

/** The only column without a role whose cells are of a kind, where no heading says the role. */
export function byCells<Role extends string>(
  { of }: Assignment<Role>,
  role: Role,
  columns: readonly Column[],
  is: (column: Column) => boolean,
): Column | undefined {
  const assigned = of.get(role);
  if (assigned !== undefined) return assigned;
  const taken = new Set(of.values());
  const [only, ...others] = columns.filter((column) => !taken.has(column) && is(column));
  return others.length === 0 ? only : undefined;
}

/** Of `Image 1` and `Image 2` the first one counts, and nothing competes; nor do columns that say the same in every row. */
function inOrder(columns: readonly Column[]): readonly Column[] {
  const numbered = columns.map((column) => ({ column, ...headingOf(column.heading) }));
  const [first] = numbered.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
  if (first === undefined) return [];
  const rivals = numbered.filter(
    (one) =>
      (one.number === undefined || one.key !== first.key) && !one.column.isSameAs(first.column),
  );
  return [
    first.column,
    ...rivals.map(({ column }) => column).filter((one) => one !== first.column),
  ];
}
