import { option, say } from 'sequenzy-contract';
import type { Column } from '../evidence/column.ts';
import { productDictionary, type ProductRole } from '../headings/products/dictionary.ts';
import type { Rule } from '../language/mapping.ts';
import { columnsOf } from '../language/rule.ts';
import { accepts, harmless } from './accepts.ts';
import { assign, byCells } from './assignment.ts';
import {
  ambiguousProblems,
  amountNotes,
  currencyIn,
  currencyProblems,
  moneyRule,
  namedColumn,
  withoutNet,
} from './money.ts';
import { columnOfLists } from './lists.ts';
import { currencyDoubt, netNotes, ofCurrency, onlyNote, onlyPrice, unreadPrices } from './price.ts';
import { doubtProblems, sayWhich } from './problems.ts';
import type { Problem, Said, Suggestion } from './proposal.ts';
import { groupRows } from './group-rows.ts';
import { pictureRule } from './pictures.ts';
import { conditionsOf, stockRules, withoutSold } from './stock.ts';
import { withBlanks } from './blanks.ts';
import { withoutSlugs, withTitle } from './title.ts';
import { totalsRowOf } from './totals-row.ts';
import { columnVariants, variantsIn } from './variants.ts';

const roles: readonly ProductRole[] = [
  'id',
  'sku',
  'parentId',
  'variantId',
  'title',
  'price',
  'salePrice',
  'compareAtPrice',
  'currency',
  'imageUrl',
  'url',
  'inStock',
  'quantity',
  'description',
  'size',
  'colour',
  'material',
  'variantTitle',
  'visible',
  'status',
  'createdAt',
];

const priceRoles = ['price', 'salePrice', 'compareAtPrice'] as const;

const textRoles = ['title', 'description', 'imageUrl', 'url', 'currency'] as const;

/** Proposes how the columns of a table of products are read. */
export function suggestProducts(given: readonly Column[], said: Said): Suggestion {
  const { set = {} } = said;
  const totals = totalsRowOf(given);
  const columns = totals === undefined ? given : given.map((one) => one.without(totals.row));
  // A column that is set as the id can be the title as well.
  const others = Object.entries(set).filter(([field]) => field !== 'productId');
  const spoken = new Set(others.flatMap(([, rule]) => columnsOf(rule)));
  const unspoken = columns.filter(({ name }) => !spoken.has(name));
  const list = columnOfLists(unspoken, ['variantId', 'title']);
  const free = unspoken.filter((one) => one !== list);
  const sets = columnVariants(free);
  const rest = free.filter(({ name }) => !(name in (sets?.columns ?? {})));
  const priced = ofCurrency(
    withoutNet(withoutSlugs(withoutSold(rest)), productDictionary, 'price'),
    said,
  );
  const assignment = withTitle(assign(priced, productDictionary, roles, accepts), rest);
  const only = onlyPrice(assignment, rest);
  const of = new Map([...assignment.of, ...(only === undefined ? [] : [['price', only] as const])]);
  const plan = variantsIn({ ...assignment, of }, sets, rest);
  const amountOf = (role: (typeof priceRoles)[number]): Column | undefined => {
    const rule = set[plan.field(role)];
    return rule === undefined ? of.get(role) : namedColumn(rule, columns);
  };
  const sized = sets?.holds === 'price' ? Object.keys(sets.columns) : [];
  const amounts = [
    ...priceRoles.flatMap((role) => amountOf(role) ?? []),
    ...free.filter(({ name }) => sized.includes(name)),
  ];
  const fields: Record<string, Rule> = { ...plan.fields };
  for (const role of textRoles) {
    const column = of.get(role);
    put(role, column && (role === 'imageUrl' ? pictureRule(column) : column.name));
  }
  const image = byCells(assignment, 'imageUrl', rest, (column) => column.is('imageAddress'));
  put('imageUrl', image && pictureRule(image));
  put('providerCreatedAt', of.get('createdAt')?.name);
  if (plan.isRows) put('variantImageUrl', image && pictureRule(image));
  Object.assign(fields, stockRules(assignment, plan.field), set);
  for (const role of priceRoles) {
    const column = amountOf(role);
    put(plan.field(role), column && moneyRule(column, said));
  }
  const currency = said.currency === undefined ? currencyIn(amounts) : undefined;
  if (currency !== undefined) fields['currency'] ??= { value: currency };
  const price = of.get('price');
  const groups = price && groupRows(price, of.get('title'), columns, fields);
  const where = {
    ...conditionsOf(assignment),
    ...groups,
    ...(totals && { [totals.column.name]: { not: [totals.word] } }),
  };
  const variants = plan.isRows ? undefined : (list?.name ?? plan.variants);
  return {
    mapping: {
      fields: withBlanks(fields, columns, set),
      ...(variants !== undefined && { variants }),
      ...(Object.keys(where).length > 0 && { where }),
    },
    problems: [
      ...missing(fields, columns),
      ...(of.has('price') || 'price' in set ? [] : unreadPrices(rest)),
      ...assignment.doubts.flatMap(
        (doubt) => currencyDoubt(doubt) ?? doubtProblems(doubt, fields, harmless),
      ),
      ...ambiguousProblems(amounts, said),
      ...currencyProblems(amounts, 'currency' in fields, said),
    ],
    notes: [
      ...(plan.note === undefined || 'productId' in set ? [] : [plan.note]),
      ...(only === undefined || 'price' in set ? [] : [onlyNote(only)]),
      ...netNotes(amounts),
      ...(groups === undefined
        ? []
        : ['Rows that hold nothing but a title are taken for headings of groups, and left out.']),
      ...(totals === undefined
        ? []
        : [`The last row, "${totals.word}", is taken for totals and left out.`]),
      ...amountNotes(amounts, said),
    ],
    // Where customers stand, products are lines of orders.
    isLikely: of.size + Object.keys(set).length > 1 && !columns.some((one) => one.is('email')),
  };

  function put(field: string, rule: Rule | undefined): void {
    if (rule !== undefined) fields[field] = rule;
  }
}

function missing(fields: Readonly<Record<string, Rule>>, columns: readonly Column[]): Problem[] {
  const example =
    columns.find((one) => one.isUnique && one.filled > 0 && !one.is('money')) ?? columns[0];
  return ['productId', 'title']
    .filter((field) => fields[field] === undefined)
    .map((field) => ({
      problem: `no column is recognised as ${field}, and every product needs one`,
      advice:
        field === 'productId'
          ? say`Name the column that tells products apart with ${option('idFrom', JSON.stringify(example?.name ?? 'Name'))}, or in the mapping.`
          : sayWhich(field, example?.name ?? 'Name'),
    }));
}
