import type { InstantOptions } from '../time/instant.ts';
import {
  addedByRejects,
  canonical,
  familyNamed,
  fieldNamed,
  type Columns,
  type ColumnOptions,
} from './columns.ts';

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
  /** Fields that more than one column is for, with the names of two of them. */
  readonly doubled: readonly {
    readonly field: string;
    readonly names: readonly [string, string];
  }[];
  /** Column names that say nothing to the source. */
  readonly unknown: readonly string[];
  /** Columns that no field is read from and that are not known to be of no use, those with a name the source knows among them. */
  readonly unread: readonly { readonly name: string; readonly index: number }[];
  /** Lines on which the header stands again, as far as the file was read. */
  readonly repeatedAt: number[];
  /** The first line is data: columns are named by their place. */
  readonly isHeadless?: boolean;
  /** Field -> decimal separator of its amounts, where that is known of the column. */
  readonly decimals?: Readonly<Record<string, '.' | ',' | undefined>>;
  /** Field -> what its times leave open, where that is known of the column. */
  readonly times?: Readonly<Record<string, InstantOptions | undefined>>;
}

/** One column of a family. */
interface FamilyColumn {
  /** `attributes.` */
  readonly family: string;
  /** What follows it, as it is written. */
  readonly name: string;
  readonly index: number;
}

/** Lays a source's fields over the columns of a file. Columns and fields that do not exist are the caller's to refuse. */
export function layOut(
  file: string,
  names: readonly string[],
  columns: Columns,
  { map, extra, ignored = [] }: ColumnOptions,
): Layout {
  const left = new Set(ignored.map(canonical));
  const known = fieldsByHeading(columns);
  const mapped = fieldsByMap(columns, map);
  const taken = new Set(mapped.values());
  const at: Record<string, number> = {};
  const doubled: Layout['doubled'][number][] = [];
  for (const [index, name] of names.entries()) {
    const heading = canonical(name);
    if (left.has(heading)) continue;
    const own = known.get(heading);
    const field = mapped.get(heading) ?? (own !== undefined && taken.has(own) ? undefined : own);
    if (extra !== undefined && canonical(extra.column) === heading) at[extra.field] ??= index;
    if (field === undefined) continue;
    const other = at[field];
    if (other === undefined) at[field] = index;
    else doubled.push({ field, names: [names[other] ?? '', name] });
  }
  const families = familyColumns(names, columns, map).filter(
    ({ index }) => !left.has(canonical(names[index] ?? '')),
  );
  const used = new Set([...Object.values(at), ...families.map(({ index }) => index)]);
  const unread = names
    .map((name, index) => ({ name: name.trim(), index }))
    .filter(
      ({ name, index }) =>
        !used.has(index) && !left.has(canonical(name)) && !isIgnored(name, columns),
    );
  return {
    file,
    names,
    width: names.findLastIndex((name) => name.trim() !== '') + 1,
    at,
    families,
    missing: columns.required.filter((field) => at[field] === undefined),
    doubled,
    unknown: unread.flatMap(({ index }) => {
      const name = names[index] ?? '';
      return known.has(canonical(name)) ? [] : [name];
    }),
    unread,
    repeatedAt: [],
  };
}

function fieldsByHeading(columns: Columns): Map<string, string> {
  return new Map(
    Object.entries(columns.fields).flatMap(([field, headings]) =>
      headings.map((heading) => [canonical(heading), field] as const),
    ),
  );
}

function familyColumns(
  names: readonly string[],
  columns: Columns,
  map: ColumnOptions['map'],
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
function fieldsByMap(columns: Columns, map: ColumnOptions['map']): Map<string, string> {
  return new Map(
    Object.entries(map).flatMap(([column, target]) => {
      const field = fieldNamed(columns, target);
      return field === undefined ? [] : [[canonical(column), field] as const];
    }),
  );
}

function isIgnored(name: string, { ignored }: Columns): boolean {
  const heading = canonical(name);
  if (heading === '' || addedByRejects.has(heading)) return true;
  return ignored.some((known) =>
    typeof known === 'string'
      ? canonical(known) === heading
      : known.test(name.trim().toLowerCase()),
  );
}

/** Whether a row is the header of its table once more, as where one export was put behind another. */
export function repeatsHeader(
  cells: readonly string[],
  { names, width }: Pick<Layout, 'names' | 'width'>,
): boolean {
  // One column says too little: a value may be called like it.
  if (width < 2 || cells.length < width) return false;
  return cells.every((cell, at) => cell.trim() === (names[at]?.trim() ?? ''));
}
