import type { Column } from '../evidence/column.ts';
import { productDictionary, type ProductRole } from '../headings/products/dictionary.ts';
import type { Assignment } from './assignment.ts';

/** Beside another title, a column of slugs is not one. */
export function withoutSlugs(columns: readonly Column[]): readonly Column[] {
  const titles = columns.filter((column) => column.filled > 0 && isTitle(column));
  return titles.every(({ areSlugs }) => areSlugs)
    ? columns
    : columns.filter((column) => !titles.includes(column) || !column.areSlugs);
}

function isTitle({ heading }: Column): boolean {
  const [best] = productDictionary.meaningsOf(heading);
  return best?.role === 'title' && best.tier === 0;
}

/** Where no column is called a title, one of short descriptions is it: price lists often have no other name. */
export function withTitle(
  assignment: Assignment<ProductRole>,
  columns: readonly Column[],
): Assignment<ProductRole> {
  const { of, doubts } = assignment;
  const title = of.get('description');
  if (of.has('title') || title?.isNames !== true) return assignment;
  const taken = new Set(of.values());
  const next = columns.find(
    (column) => !taken.has(column) && !column.is('address') && isDescription(column),
  );
  const others = [...of].filter(([role]) => role !== 'description');
  return {
    of: new Map<ProductRole, Column>([
      ...others,
      ['title', title],
      ...(next === undefined ? [] : [['description', next] as const]),
    ]),
    doubts,
  };
}

function isDescription({ heading }: Column): boolean {
  return productDictionary.meaningsOf(heading).some(({ role }) => role === 'description');
}
