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
  /** Beginnings of headings that each make a field of its own: `attributes.` for `attributes.vip`. Lower case. */
  readonly families?: readonly string[];
  /** Headings that are known and not read; a pattern is matched against the heading in lower case. */
  readonly ignored: readonly (string | RegExp)[];
}

/** Which column of one file is which field. */
export interface Layout {
  /** Name of the file. */
  readonly file: string;
  /** The file's column names, untouched. */
  readonly names: readonly string[];
  /** Cells that a row has to have: trailing columns without a name do not count. */
  readonly width: number;
  /** Field -> index of its column. */
  readonly at: Readonly<Record<string, number | undefined>>;
  /** Columns of {@link Columns.families}. */
  readonly families: readonly FamilyColumn[];
  /** Required fields that no column is for. */
  readonly missing: readonly string[];
  /** Whether one of `anyOf` is there. */
  readonly hasAny: boolean;
  /** Fields that more than one column is for, with the names of two of them. */
  readonly doubled: readonly {
    readonly field: string;
    readonly names: readonly [string, string];
  }[];
  /** Column names that say nothing to the source. */
  readonly unknown: readonly string[];
}

/** One column of a family. */
export interface FamilyColumn {
  /** `attributes.` */
  readonly family: string;
  /** What follows it, as it is written. */
  readonly name: string;
  readonly index: number;
}

/** What the user says about columns, on top of the headings a source knows. */
export interface ColumnWishes {
  /** Column of the file -> field, instead of what the source would take it for. */
  readonly map: Readonly<Record<string, string>>;
  /** A column that is read as one more field, whatever else it is. */
  readonly extra?: { readonly column: string; readonly field: string };
}

/** Lays a source's fields over the columns of a file. Columns and fields that do not exist are the caller's to refuse. */
export function layOut(
  file: string,
  names: readonly string[],
  columns: Columns,
  { map, extra }: ColumnWishes,
): Layout {
  const known = fieldsByHeading(columns);
  const mapped = fieldsByMap(columns, map);
  const taken = new Set(mapped.values());
  const at: Record<string, number> = {};
  const doubled: Layout['doubled'][number][] = [];
  for (const [index, name] of names.entries()) {
    const heading = canonical(name);
    const own = known.get(heading);
    const field = mapped.get(heading) ?? (own !== undefined && taken.has(own) ? undefined : own);
    if (extra !== undefined && canonical(extra.column) === heading) at[extra.field] ??= index;
    if (field === undefined) continue;
    const other = at[field];
    if (other === undefined) at[field] = index;
    else doubled.push({ field, names: [names[other] ?? '', name] });
  }
  const families = familyColumns(names, columns, map);
  const used = new Set([...Object.values(at), ...families.map(({ index }) => index)]);
  return {
    file,
    names,
    width: names.findLastIndex((name) => name.trim() !== '') + 1,
    at,
    families,
    missing: columns.required.filter((field) => at[field] === undefined),
    hasAny: columns.anyOf.length === 0 || columns.anyOf.some((field) => at[field] !== undefined),
    doubled,
    unknown: names.filter(
      (name, index) => !used.has(index) && !known.has(canonical(name)) && !isIgnored(name, columns),
    ),
  };
}

function fieldsByHeading(columns: Columns): Map<string, string> {
  return new Map(
    Object.entries(columns.fields).flatMap(([field, headings]) =>
      headings.map((heading) => [canonical(heading), field] as const),
    ),
  );
}

/** The family of a heading, or of what the user calls the column. */
export function familyNamed(columns: Columns, name: string): string | undefined {
  return columns.families?.find(
    (family) => name.toLowerCase().startsWith(family) && name.length > family.length,
  );
}

function familyColumns(
  names: readonly string[],
  columns: Columns,
  map: ColumnWishes['map'],
): FamilyColumn[] {
  const mapped = new Map(
    Object.entries(map).map(([column, target]) => [canonical(column), target]),
  );
  return names.flatMap((own, index) => {
    const name = (mapped.get(canonical(own)) ?? own).trim();
    const family = familyNamed(columns, name);
    return family === undefined ? [] : [{ family, name: name.slice(family.length), index }];
  });
}

/** Heading -> field, as far as the fields exist. */
function fieldsByMap(columns: Columns, map: ColumnWishes['map']): Map<string, string> {
  return new Map(
    Object.entries(map).flatMap(([column, target]) => {
      const field = fieldNamed(columns, target);
      return field === undefined ? [] : [[canonical(column), field] as const];
    }),
  );
}

/** The field that a user means by `product_id`. */
export function fieldNamed(columns: Columns, name: string): string | undefined {
  return Object.keys(columns.fields).find((field) => canonical(field) === canonical(name));
}

/** Columns that this project's own rejects files add are known to every source. */
const added = new Set(['sequenzyline', 'sequenzyerror']);

function isIgnored(name: string, { ignored }: Columns): boolean {
  const heading = canonical(name);
  if (heading === '' || added.has(heading)) return true;
  return ignored.some((known) =>
    typeof known === 'string'
      ? canonical(known) === heading
      : known.test(name.trim().toLowerCase()),
  );
}
