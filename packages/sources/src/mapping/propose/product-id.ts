import type { Column } from '../evidence/column.ts';
import type { ProductRole } from '../headings/products/dictionary.ts';
import { counted, verb } from '../../text/counted.ts';
import type { Rule } from '../language/mapping.ts';

/** Where the ids of products come from. */
interface ProductId {
  readonly rule: Rule | undefined;
  /** What a user should know of it. */
  readonly note?: string | undefined;
}

/**
 * What tells products apart: a column of ids, else of titles or page addresses that are all different, else the only
 * column of codes, else titles together with another column.
 */
export function productIdIn(
  of: ReadonlyMap<ProductRole, Column>,
  rest: readonly Column[],
): ProductId {
  const named = [of.get('id'), of.get('sku')].filter((one) => one !== undefined);
  const telling = named.find((one) => one.isTelling);
  if (telling !== undefined) return filledUp(telling, of);
  const [title, url] = [of.get('title'), of.get('url')];
  const unique = [title, url].find((one) => one?.tells(rest) === true);
  if (unique !== undefined) return { rule: unique.name, note: noteOn([unique.name]) };
  const taken = new Set(of.values());
  const free = rest.filter((column) => !taken.has(column) && column.isFull);
  const [code, ...others] = free.filter((column) => column.isUnique && column.isCode);
  if (code !== undefined && others.length === 0 && named.length === 0) {
    return {
      rule: code.name,
      note: `"${code.name}" is taken for the ids: its heading does not say so, but it is the only column of codes that are all different.`,
    };
  }
  const second = rest.find((column) => canTell(column) && title?.isUniqueWith(column));
  if (title?.isFull === true && second !== undefined && second !== title) {
    return {
      rule: `{${title.name}} / {${second.name}}`,
      note: noteOn([title.name, second.name]),
    };
  }
  const [some] = named;
  if (some !== undefined) return { rule: some.name };
  // Records without a title are refused; of two with one title, the later takes the place of the other.
  const filled = [title, url].find((one) => one?.isUnique === true && one.filled > 0);
  if (filled !== undefined) return { rule: filled.name, note: noteOn([filled.name]) };
  const twice = title?.isFull === true ? title.rareRepeat : undefined;
  if (title === undefined || twice === undefined) return { rule: undefined };
  const repeats = `Of rows with one name, such as "${twice}", only the last one counts.`;
  return { rule: title.name, note: `${noteOn([title.name])} ${repeats}` };
}

/** Rows that lack the id and have a name and a price are products by their names. */
function filledUp(id: Column, of: ReadonlyMap<ProductRole, Column>): ProductId {
  const [title, price] = [of.get('title'), of.get('price')];
  const gaps = Array.from({ length: id.rows }, (_, row) => row).filter((row) => isGap(id, row));
  if (title === undefined || price === undefined || gaps.length === 0) return { rule: id.name };
  const names = new Set(gaps.map((row) => title.cellOf(row)));
  const isOpen = gaps.some((row) => isGap(title, row) || isGap(price, row));
  if (isOpen || names.size < gaps.length) return { rule: id.name };
  return {
    rule: { from: [id.name, title.name] },
    note: `${counted(gaps.length, 'row')} without "${id.name}" ${verb(gaps.length, 'takes', 'take')} "${title.name}" as the id: once ${verb(gaps.length, 'it has', 'they have')} one, ${verb(gaps.length, 'it counts as a new product', 'they count as new products')}.`,
  };
}

function isGap(column: Column, row: number): boolean {
  const cell = column.cellOf(row);
  return cell === '' || column.blanks.has(cell);
}

/** That ids made of other things change with them. */
export function noteOn(columns: readonly string[]): string {
  const names = columns.map((name) => `"${name}"`).join(' and ');
  return columns.length === 1
    ? `Nothing but ${names} tells the products apart: where it changes, a product counts as a new one.`
    : `Nothing but ${names} together tells the products apart: where one of them changes, a product counts as a new one.`;
}

/** Neither what changes from day to day, nor what is long. */
function canTell(column: Column): boolean {
  const changes = ['money', 'quantity', 'yesNo', 'date', 'imageAddress'] as const;
  return column.isFull && column.isBrief && !changes.some((kind) => column.is(kind));
}
