/** Headings of fields that each go by their own name. */
export function ownNames<Field extends string>(
  fields: readonly Field[],
): Record<Field, readonly string[]> {
  const headings = fields.map((field): [string, readonly string[]] => [field, [field]]);
  // Object.fromEntries forgets the keys: there is an entry for each.
  return Object.fromEntries(headings) as Record<Field, readonly string[]>;
}
