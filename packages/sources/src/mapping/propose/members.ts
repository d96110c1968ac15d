import type { Column } from '../evidence/column.ts';
import { productDictionary, type ProductRole } from '../headings/products/dictionary.ts';
import type { Rule } from '../language/mapping.ts';
import { accepts, harmless } from './accepts.ts';
import { assign } from './assignment.ts';
import { ambiguousProblems, currencyIn, currencyProblems, moneyRule } from './money.ts';
import type { Problem, Said } from './proposal.ts';
import { stockRules } from './stock.ts';
import { optionFields } from './variants.ts';

/** How the members of a list of variants are read. */
export interface MemberSuggestion {
  readonly fields: Readonly<Record<string, Rule>>;
  readonly problems: readonly Problem[];
}

const roles: readonly ProductRole[] = [
  ...(['variantId', 'id', 'sku', 'title', 'variantTitle', 'price', 'salePrice'] as const),
  ...(['compareAtPrice', 'imageUrl', 'inStock', 'quantity', 'size', 'colour', 'material'] as const),
  ...(['visible', 'status'] as const),
];

/**
 * Proposes how the members of a list of variants are read; undefined where something about them is open: nothing tells them
 * apart, two keys can be one field, or some may not be on sale.
 *
 * @param columns The keys of all members, as columns.
 */
export function suggestMembers(
  columns: readonly Column[],
  said: Said,
): MemberSuggestion | undefined {
  const assignment = assign(columns, productDictionary, roles, accepts);
  const { of, doubts } = assignment;
  const own = [of.get('variantId'), of.get('id'), of.get('sku')].find(isIdOfAll);
  const isOpen =
    of.has('visible') || of.has('status') || doubts.some(({ role }) => !harmless.includes(role));
  if (own === undefined || isOpen) return undefined;
  const fields: Record<string, Rule> = { variantId: own.name };
  put('variantSku', of.get('sku'));
  put('variantImageUrl', of.get('imageUrl'));
  put('variantTitle', of.get('variantTitle') ?? of.get('title'));
  const options = (['size', 'colour', 'material'] as const).flatMap((role) => of.get(role) ?? []);
  Object.assign(fields, optionFields(options), stockRules(assignment, variantField));
  const amounts: Column[] = [];
  for (const role of ['price', 'salePrice', 'compareAtPrice'] as const) {
    const column = of.get(role);
    if (column === undefined) continue;
    amounts.push(column);
    fields[variantField(role)] = moneyRule(column, said);
  }
  const saysMuch =
    amounts.length > 0 || 'variantSku' in fields || of.has('quantity') || of.has('inStock');
  if (!saysMuch) return undefined;
  const currency = said.currency === undefined ? currencyIn(amounts) : undefined;
  return {
    fields: { ...(currency !== undefined && { currency: { value: currency } }), ...fields },
    problems: [
      ...ambiguousProblems(amounts, said),
      ...currencyProblems(amounts, currency !== undefined, said),
    ],
  };

  function put(field: string, column: Column | undefined): void {
    if (column !== undefined) fields[field] = column.name;
  }
}

/** Whether every member has another cell. */
function isIdOfAll(column: Column | undefined): boolean {
  return column !== undefined && column.isFull && column.isUnique;
}

function variantField(name: string): string {
  return `variant${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
