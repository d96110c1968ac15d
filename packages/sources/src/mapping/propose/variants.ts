import { lackCents } from '../evidence/cells-alone.ts';
import type { Column } from '../evidence/column.ts';
import { productDictionary, type ProductRole } from '../headings/products/dictionary.ts';
import type { Mapping, Rule } from '../language/mapping.ts';
import type { Assignment } from './assignment.ts';
import { noteOn, productIdIn } from './product-id.ts';

type ColumnSet = Extract<NonNullable<Mapping['variants']>, { columns: unknown }>;

/** How products and their variants are told apart. */
export interface VariantPlan {
  /** Ids, SKUs and options. */
  readonly fields: Readonly<Record<string, Rule>>;
  readonly variants: Mapping['variants'];
  /** Whether each row is a variant. */
  readonly isRows: boolean;
  /** What a user should know of where the ids come from. */
  readonly note: string | undefined;
  /** `price` -> `variantPrice` where each row is a variant. */
  readonly field: (name: string) => string;
}

const optionRoles = ['size', 'colour', 'material'] as const;

/** Sizes as they stand over columns of their own. */
const sizes = /^(\d?xx?x?[sl]|[2-6]xl|s|m|l|one size|\d{2}(\/\d{2})?)$/i;

/** Columns of which each is a variant: `Size S`, `Size M`, or `S`, `M`, `L` alone. */
export function columnVariants(columns: readonly Column[]): ColumnSet | undefined {
  const sets = new Map<string, [string, string][]>();
  for (const column of columns) {
    const parts = optionAndValue(column.name);
    if (parts === undefined || !(holdsStock(column) || column.is('money'))) continue;
    const [option, value] = parts;
    sets.set(option, [...(sets.get(option) ?? []), [column.name, value]]);
  }
  const [option, all] = [...sets].find(([, list]) => list.length > 1) ?? [];
  if (option === undefined || all === undefined) return undefined;
  const inSet = columns.filter(({ name }) => all.some(([one]) => one === name));
  const isPrices = inSet.some((one) => one.is('money') && !lackCents(one));
  const stock = new Set(inSet.filter(holdsStock).map(({ name }) => name));
  const found = isPrices ? all : all.filter(([name]) => stock.has(name));
  if (found.length < 2) return undefined;
  const names = new Set(found.map(([name]) => name));
  const own = columns.filter(({ name, filled }) => names.has(name) && filled > 0);
  const isWords = own.every((one) => one.is('yesNo') && !one.is('quantity'));
  return {
    option,
    columns: Object.fromEntries(found),
    ...(own.length > 0 && isWords && !isPrices && { holds: 'inStock' as const }),
    ...(isPrices && { holds: 'price' as const }),
  };
}

function optionAndValue(name: string): readonly [string, string] | undefined {
  if (sizes.test(name.trim())) return ['Size', name.trim()];
  const [, option = '', value = ''] = /^(\p{L}+)[\s_:-]+(\S.{0,20})$/u.exec(name.trim()) ?? [];
  if (option === '') return undefined;
  const isOption = productDictionary
    .meaningsOf(option)
    .some(({ role }) => optionRoles.some((one) => one === role));
  return isOption ? [option, value] : undefined;
}

function holdsStock(column: Column): boolean {
  return column.filled === 0 || column.is('quantity') || column.is('yesNo');
}

/** Reads from ids, SKUs and option columns whether a row is a product or a variant. */
export function variantsIn(
  { of }: Assignment<ProductRole>,
  columns: ColumnSet | undefined,
  rest: readonly Column[],
): VariantPlan {
  const [id, sku, parent] = [of.get('id'), of.get('sku'), of.get('parentId')];
  const options = optionRoles.flatMap((role) => of.get(role) ?? []);
  const own = of.get('variantId') ?? (parent === undefined ? sku : (id ?? sku));
  const group = groupOf(of, options);
  const isOwn = own !== undefined && own !== group && own.isUnique && own.filled > 0;
  const isRows = columns === undefined && group !== undefined && (isOwn || options.length > 0);
  if (!isRows) {
    const { rule, note } = productIdIn(of, rest);
    return {
      fields: rule === undefined ? {} : { productId: rule },
      variants: columns ?? listIn(options),
      isRows: false,
      note,
      field: (name) => name,
    };
  }
  const fields: Record<string, Rule> = {
    productId: group === parent ? parentRule(group, [id, sku]) : group.name,
    variantId: isOwn ? own.name : idOf(group, options),
    ...(sku && { variantSku: sku.name }),
    ...optionFields(options),
  };
  const title = of.get('variantTitle') ?? (options.length === 0 ? of.get('title') : undefined);
  if (title !== undefined) fields['variantTitle'] = title.name;
  return {
    fields,
    variants: undefined,
    isRows: true,
    note: group === of.get('title') ? noteOn([group.name]) : undefined,
    field: (name) => `variant${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
  };
}

/** The parent of a row, else the row itself by what other rows name it by. `0` is not a parent, as in WordPress. */
function parentRule(parent: Column, columns: readonly (Column | undefined)[]): Rule {
  const named = parent.seen.filter((cell) => cell !== '0');
  const own = columns.filter((one) => one !== undefined && one !== parent && one.filled > 0);
  const byName = own.find((one) => named.some((cell) => one?.holds(cell) === true)) ?? own[0];
  if (byName === undefined) return parent.name;
  const isZero = named.length < parent.seen.length && !byName.holds('0');
  return { from: [parent.name, byName.name], ...(isZero && { empty: ['0'] }) };
}

/** What rows of one product have in common. */
function groupOf(
  of: Assignment<ProductRole>['of'],
  options: readonly Column[],
): Column | undefined {
  const [id, parent, title] = [of.get('id'), of.get('parentId'), of.get('title')];
  if (parent !== undefined && parent.filled > 0) return parent;
  if (id !== undefined) return id.isUnique ? undefined : id;
  const own = [...options, of.get('variantTitle'), of.get('variantId')].filter(
    (one) => one !== undefined,
  );
  // Rows of one title that differ in no option are not its variants.
  const isTold = own.length > 0 && title?.isUniqueWith(...own) === true;
  return isTold && !title.isUnique ? title : undefined;
}

/** The name of an option is the heading of its column. */
export function optionFields(options: readonly Column[]): Record<string, Rule> {
  return Object.fromEntries(
    options.flatMap(({ name, heading }, at): [string, Rule][] => [
      [`option${String(at + 1)}Name`, { value: heading }],
      [`option${String(at + 1)}Value`, name],
    ]),
  );
}

/** `{ID}#{Size} / {Colour}`; where rows leave options out, by those that they have. */
function idOf(group: Column, options: readonly Column[]): Rule {
  const idBy = (some: readonly Column[]): string =>
    some.length === 0
      ? group.name
      : `{${group.name}}#${some.map(({ name }) => `{${name}}`).join(' / ')}`;
  const [first = group.name, ...others] = subsetsOf(options).map(idBy);
  const isWhole = options.every(({ filled, rows }) => filled === rows);
  return isWhole ? first : { from: [first, ...others] };
}

/** All of them, then fewer and fewer, down to none. */
function subsetsOf(options: readonly Column[]): (readonly Column[])[] {
  const subsets = options.reduce<(readonly Column[])[]>(
    (some, option) => [...some.map((own) => [...own, option]), ...some],
    [[]],
  );
  return subsets.toSorted((a, b) => b.length - a.length);
}

const separators = ['|', ';', ',', '/'] as const;

/** One column whose cells list the variants: `S|M|L`. */
function listIn(options: readonly Column[]): Mapping['variants'] {
  for (const { name, values = [] } of options) {
    const split = separators.find(
      (sign) => !isCombined(name) && values.some((value) => isList(value, sign)),
    );
    if (split !== undefined) return { option: name, from: name, split };
  }
  return undefined;
}

/** `Color/Size`: `Red/S` is one value. */
function isCombined(heading: string): boolean {
  const words = heading
    .split(/[^\p{L}]+/u)
    .filter((word) => optionAndValue(`${word} S`) !== undefined);
  return words.length > 1;
}

function isList(value: string, sign: string): boolean {
  const entries = value.split(sign);
  return (
    entries.length > 1 &&
    entries.every((entry) => /^\s*[\p{L}\p{N}][\p{L}\p{N} .-]{0,20}\s*$/u.test(entry))
  );
}
