import type { Column } from '../evidence/column.ts';
import type { Rule } from '../language/mapping.ts';

/** The rules, where cells such as `NULL` in their columns count as empty. */
export function withBlanks(
  fields: Readonly<Record<string, Rule>>,
  columns: readonly Column[],
  set: Readonly<Record<string, Rule>> = {},
): Record<string, Rule> {
  const blanks = new Map(columns.map(({ name, blanks }) => [name, [...blanks]]));
  return Object.fromEntries(
    Object.entries(fields).map(([field, rule]) => {
      const from = typeof rule === 'string' ? rule : 'from' in rule ? rule.from : [];
      const own = [from].flat().flatMap((name) => blanks.get(name) ?? []);
      if (own.length === 0 || field in set) return [field, rule];
      const read = typeof rule === 'object' && 'from' in rule ? rule : { from };
      return [field, { ...read, empty: [...[read.empty ?? []].flat(), ...new Set(own)] }];
    }),
  );
}
