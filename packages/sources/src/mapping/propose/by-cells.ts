import { option, say } from 'sequenzy-contract';
import {
  areCodes,
  areDecimals,
  arePrices,
  areTexts,
  describes,
  haveCents,
  lackCents,
  lengthOf,
} from '../evidence/cells-alone.ts';
import type { Column } from '../evidence/column.ts';
import { byPosition } from '../language/by-position.ts';
import type { Rule } from '../language/mapping.ts';
import { columnsOf } from '../language/rule.ts';
import { ambiguousProblems, currencyIn, currencyProblems, moneyRule } from './money.ts';
import { sayWhich } from './problems.ts';
import { noteOn } from './product-id.ts';
import type { Problem, Said, Suggestion } from './proposal.ts';

/**
 * Proposes how products are read from columns without headings: only what the cells say without doubt. What can be two
 * things is left to the user.
 */
export function suggestByCells(columns: readonly Column[], said: Said): Suggestion {
  const { fields: set } = byPosition({ header: 'none', fields: { ...said.set } });
  const spoken = new Set(Object.values(set).flatMap(columnsOf));
  const rest = columns.filter(({ name }) => !spoken.has(name));
  const prices = rest.filter(areDecimals);
  const codes = rest.filter((column) => areCodes(column, column === columns[0]));
  const { title, description, rivals } = namesIn(rest.filter((one) => !codes.includes(one)));
  const price = priceIn(prices);
  const [code] = codes.length === 1 ? codes : [];
  const id = code ?? (codes.length === 0 && title?.isUnique && title.isFull ? title : undefined);
  const named = typeof set['price'] === 'string' ? set['price'] : undefined;
  const amounts = [price, columns.find(({ name }) => name === named)].filter(
    (one) => one !== undefined,
  );
  const currency = said.currency === undefined ? currencyIn(amounts) : undefined;
  const fields: Record<string, Rule> = {
    ...(id && { productId: id.name }),
    ...(title && { title: title.name }),
    ...(description && { description: description.name }),
    ...onlyOne('imageUrl', rest, (one) => one.is('imageAddress')),
    ...onlyOne('url', rest, (one) => one.is('address') && !one.is('imageAddress')),
    ...(price && { price: moneyRule(price, said) }),
    ...(currency !== undefined && { currency: { value: currency } }),
    ...onlyOne('currency', rest, (one) => one.is('currencyCode') && one.isFull),
    ...set,
  };
  return {
    mapping: { fields, header: 'none' },
    problems: [
      ...('productId' in fields ? [] : [idProblem(codes, columns)]),
      ...('title' in fields
        ? []
        : [doubt('title', rivals, 'a text that differs from row to row', columns)]),
      ...('price' in fields || 'priceCents' in fields
        ? []
        : [doubt('price', prices, 'amounts with the sign of a currency or with cents', columns)]),
      ...ambiguousProblems(amounts, said),
      ...currencyProblems(amounts, 'currency' in fields, said),
    ],
    notes: [
      'The first line is data, so the columns are named by their place, and what they are is taken from their cells alone.',
      ...(id === title && id !== undefined && !('productId' in set) ? [noteOn([id.name])] : []),
      ...(price !== undefined && prices.length > 1
        ? [`"${price.name}" is taken for the price: it alone has cents in every amount.`]
        : []),
    ],
    isLikely: columns.some(areTextsOrCodes) && !columns.some((one) => one.is('email')),
  };
}

/** The only column of amounts, or the only one in which all have cents where in the others none has. */
function priceIn(columns: readonly Column[]): Column | undefined {
  const [only, ...others] = columns;
  if (others.length === 0) return only !== undefined && arePrices(only) ? only : undefined;
  const [cents, ...more] = columns.filter(haveCents);
  const rest = columns.filter((column) => column !== cents);
  return more.length === 0 && cents !== undefined && arePrices(cents) && rest.every(lackCents)
    ? cents
    : undefined;
}

function areTextsOrCodes(column: Column): boolean {
  return areTexts(column) || areCodes(column, false);
}

/** The column of names: the only text that differs, or the one of two that the other describes. */
function namesIn(columns: readonly Column[]): {
  readonly title?: Column | undefined;
  readonly description?: Column | undefined;
  readonly rivals: readonly Column[];
} {
  const texts = columns.filter(areTexts);
  const differing = texts.filter((one) => one.isTelling);
  const [title, description, ...others] = differing.toSorted(
    (one, other) => lengthOf(one) - lengthOf(other),
  );
  if (title === undefined) return { rivals: texts };
  // Colours differ in rows of one title: what repeats and is as long can be the title, too.
  const repeated = texts.filter((one) => !one.isTelling && lengthOf(one) >= lengthOf(title));
  if (repeated.length > 0) return { rivals: [title, ...repeated] };
  if (description === undefined) return { title, rivals: [title] };
  return others.length === 0 && describes(description, title)
    ? { title, description, rivals: [title] }
    : { rivals: differing };
}

function onlyOne(
  field: string,
  columns: readonly Column[],
  is: (column: Column) => boolean,
): Record<string, Rule> {
  const [only, ...others] = columns.filter(is);
  return only === undefined || others.length > 0 ? {} : { [field]: only.name };
}

function idProblem(codes: readonly Column[], columns: readonly Column[]): Problem {
  const [first = columns[0]] = codes;
  return {
    problem:
      codes.length > 1
        ? `${namesOf(codes)} can both be productId`
        : 'no column holds codes that tell the products apart without doubt',
    advice: say`Name the column that tells products apart with ${option('idFrom', JSON.stringify(first?.name ?? 'column 1'))}, or in the mapping.`,
  };
}

/** No column that can be a field, or several. */
function doubt(
  field: string,
  rivals: readonly Column[],
  wanted: string,
  columns: readonly Column[],
): Problem {
  const [first = columns[0]] = rivals;
  return {
    problem:
      rivals.length > 1
        ? `${namesOf(rivals)} can both be ${field}`
        : `no column is the ${field} without doubt (${wanted})`,
    advice: sayWhich(field, first?.name ?? 'column 1'),
  };
}

function namesOf(columns: readonly Column[]): string {
  return columns
    .slice(0, 2)
    .map(({ name }) => `"${name}"`)
    .join(' and ');
}
