import type { Column } from '../evidence/column.ts';
import type { Rule } from '../language/mapping.ts';
import { columnsOf } from '../language/rule.ts';
import type { Doubt } from './assignment.ts';
import type { Problem } from './proposal.ts';

/** Two columns that can both be a field, unless nothing is wrong when the other one was meant. */
export function doubtProblems(
  { role, columns: [first, second] }: Doubt,
  fields: Readonly<Record<string, Rule>>,
  harmless: readonly string[],
): Problem[] {
  if (harmless.includes(role)) return [];
  const field =
    Object.entries(fields).find(([, rule]) => columnsOf(rule).includes(first.name))?.[0] ?? role;
  return [
    {
      problem: `"${first.name}" and ${alsoNamed(second, first)} can both be ${field}`,
      advice: sayWhich(field, first.name),
    },
  ];
}

/** Of two columns with one heading, the second is named by its place. */
function alsoNamed({ name, heading }: Column, first: Column): string {
  return heading !== name && heading === first.heading
    ? `"${name}", which is called "${heading}" as well,`
    : `"${name}"`;
}

export function sayWhich(field: string, column: string): string {
  return `Say which in the mapping: ${JSON.stringify(field)}: ${JSON.stringify(column)}.`;
}
