/** `Variant SKU`, `variant_sku`, `variant-sku` and `variantSku` are one heading. */
export function canonical(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

/** What a source knows about the columns of its files. */
export interface Columns<Field extends string = string> {
  /** Field -> the headings it goes by. Case, spaces, `_` and `-` do not matter. */
  readonly fields: Readonly<Record<Field, readonly string[]>>;
  /** Fields without which a file is not of this format. */
  readonly required: readonly Field[];
  /** Fields of which it has at least one; empty where `required` says enough. */
  readonly anyOf: readonly Field[];
  /** Further fields of which it has at least one. */
  readonly andAnyOf?: readonly Field[];
  /** Beginnings of headings that each make a field of its own: `attributes.` for `attributes.vip`. Lower case. */
  readonly families?: readonly string[];
  /** Headings that are known and not read; a pattern is matched against the heading in lower case. */
  readonly ignored: readonly (string | RegExp)[];
}

/** What the user says about columns, on top of the headings a source knows. */
export interface ColumnOptions {
  /** Column of the file -> field, instead of what the source would take it for. */
  readonly map: Readonly<Record<string, string>>;
  /** A column that is read as one more field, whatever else it is. */
  readonly extra?: { readonly column: string; readonly field: string };
  /** Columns that are not read at all. */
  readonly ignored?: readonly string[];
}

/** The family of a heading, or of what the user calls the column. */
export function familyNamed(columns: Columns, name: string): string | undefined {
  return columns.families?.find(
    (family) => name.toLowerCase().startsWith(family) && name.length > family.length,
  );
}

/** The field that a user means by `product_id`, or by a heading of the platform such as `Variant Price`. */
export function fieldNamed({ fields }: Columns, name: string): string | undefined {
  const meant = canonical(name);
  return (
    Object.keys(fields).find((field) => canonical(field) === meant) ??
    Object.keys(fields).find((field) => fields[field]?.some((own) => canonical(own) === meant))
  );
}

/** Columns and keys that this project's own rejects files add are known to every source. */
export const addedByRejects: ReadonlySet<string> = new Set(
  ['sequenzy_file', 'sequenzy_line', 'sequenzy_error'].map(canonical),
);

/** Headings of fields that each go by their own name. */
export function ownNames<Field extends string>(
  fields: readonly Field[],
): Record<Field, readonly string[]> {
  const headings = fields.map((field): [string, readonly string[]] => [field, [field]]);
  // Object.fromEntries forgets the keys: there is an entry for each.
  return Object.fromEntries(headings) as Record<Field, readonly string[]>;
}

/** Columns for a name and a value that a file has several times: `option1Name` and `option1Value`. */
export interface NumberedPair<Base extends string, At extends number> {
  readonly number: At;
  readonly name: `${Base}${At}Name`;
  readonly value: `${Base}${At}Value`;
}

export function numberedPairs<const Base extends string, const At extends number>(
  base: Base,
  numbers: readonly At[],
): readonly NumberedPair<Base, At>[] {
  return numbers.map((number) => ({
    number,
    name: `${base}${number}Name`,
    value: `${base}${number}Value`,
  }));
}

/** The headings of each pair, made from its number. */
export function headingsOfPairs<Base extends string, At extends number>(
  pairs: readonly NumberedPair<Base, At>[],
  ofName: (number: At) => readonly string[],
  ofValue: (number: At) => readonly string[],
): Record<NumberedPair<Base, At>['name' | 'value'], readonly string[]> {
  const headings = pairs.flatMap(({ number, name, value }): [string, readonly string[]][] => [
    [name, ofName(number)],
    [value, ofValue(number)],
  ]);
  // Object.fromEntries forgets the keys: there is an entry for each.
  return Object.fromEntries(headings) as ReturnType<typeof headingsOfPairs<Base, At>>;
}
