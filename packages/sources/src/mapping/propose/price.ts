import { option, say } from 'sequenzy-contract';
import { canMean, currencyMeantBy, isCurrencyMark } from '../../money/currency-mark.ts';
import type { Column } from '../evidence/column.ts';
import { isOf } from '../evidence/kinds.ts';
import { productDictionary, type ProductRole } from '../headings/products/dictionary.ts';
import { headingOf } from '../headings/heading.ts';
import type { Assignment, Doubt } from './assignment.ts';
import { isNet } from './money.ts';
import { sayWhich } from './problems.ts';
import type { Problem, Said } from './proposal.ts';

/** Amounts that are not what a customer pays for a piece, whatever their heading is made of. */
const aside =
  /einkauf|\bek\b|purchase|wholesale|acqui|achat|compra|acquisto|inkoop|zakup|закуп|unit ?cost|cost ?(per|price|of)|kostenpreis|shipping|delivery|versand|livraison|env[ií]o|spedizione|frete|verzend|wysy[lł]k|достав|\b(tax|vat|mwst|tva|iva|min|max|avg)\b|discount|rabatt|remise|descuento|sconto|desconto|korting|скидк|rabat|margin|marge|range|level|group|average|change|total|\/ ?(kg|l|m|100)|per ?(kg|kilo|lit|100)|pro ?(kg|liter|100)|prix ?(au|du|par) ?(kilo|kg|litre)/iu;

/** Amounts for which no heading says that they are the price, where nothing else can be. */
export function onlyPrice(
  { of }: Assignment<ProductRole>,
  columns: readonly Column[],
): Column | undefined {
  if (of.has('price') || columns.some(isNamedPrice)) return undefined;
  const taken = new Set(of.values());
  const [only, ...others] = columns.filter((column) => !taken.has(column) && canBePrice(column));
  return others.length === 0 ? only : undefined;
}

export function onlyNote({ name }: Column): string {
  return `"${name}" is taken for the price: its heading does not say so, but no other column can be.`;
}

/** That prices are without tax, where no others are there. */
export function netNotes(amounts: readonly Column[]): string[] {
  return amounts
    .filter(isNet)
    .map(({ name }) => `"${name}" is without tax by its heading, and is sent as it stands.`);
}

/** No column has amounts under a heading that says price: without it products would be sent without a price. */
export function unreadPrices(columns: readonly Column[]): Problem[] {
  const named = columns.find(isNamedPrice);
  if (named !== undefined && !named.is('money')) {
    const cell = named.seen.find((one) => !isOf('money', one)) ?? named.seen[0] ?? '';
    return [
      {
        problem: `"${named.name}" is a price by its heading, and cells such as "${cell}" are not amounts`,
        advice: 'Correct them where they are made, or say in the mapping where the price is.',
      },
    ];
  }
  const similar = columns.find(canBePrice);
  if (similar === undefined) return [];
  return [
    {
      problem: `"${similar.name}" can be the price, and its heading does not say so`,
      advice: sayWhich('price', similar.name),
    },
  ];
}

/** Where each currency has its column, the one in the currency that the user says. */
export function ofCurrency(columns: readonly Column[], { currency }: Said): readonly Column[] {
  if (currency === undefined) return columns;
  const marks = new Map(columns.filter(isPrice).map((column) => [column, markOf(column)] as const));
  const isThere = [...marks.values()].some((mark) => mark !== undefined && canMean(mark, currency));
  if (!isThere) return columns;
  return columns.filter((column) => {
    const mark = marks.get(column);
    return mark === undefined || canMean(mark, currency);
  });
}

/** Prices in several currencies; the user chooses one. */
export function currencyDoubt({ columns }: Doubt<ProductRole>): Problem[] | undefined {
  if (!columns.every(isPrice)) return undefined;
  const codes = columns.flatMap((column) => currencyMeantBy(markOf(column) ?? '') ?? []);
  const [first, second] = codes;
  if (first === undefined || second === undefined) return undefined;
  if (new Set(codes).size < columns.length) return undefined;
  const names = columns.map(({ name }) => `"${name}"`).join(' and ');
  return [
    {
      problem: `${names} are prices in different currencies`,
      advice: say`Choose one: ${option('currency', first)} or ${option('currency', second)}.`,
    },
  ];
}

function markOf({ name }: Column): string | undefined {
  const { beside } = headingOf(name);
  return isCurrencyMark(beside) ? beside : undefined;
}

function isPrice({ heading }: Column): boolean {
  return productDictionary.meaningsOf(heading).some(({ role }) => role === 'price');
}

function isNamedPrice(column: Column): boolean {
  return column.filled > 0 && isPrice(column);
}

/** Part of a heading that is not known as a whole, or a sign beside amounts. */
function canBePrice(column: Column): boolean {
  const { heading, marks } = column;
  if (!column.is('money') || aside.test(headingWords(heading))) return false;
  return (
    marks.some((mark) => /\p{Sc}|^\p{Lu}{3}$/u.test(mark)) ||
    /price|preis|prix|precio|prezzo|pre[cç]o|prijs|cena|cost|co[uû]t|custo|koszt|цена|стоимост/iu.test(
      heading,
    )
  );
}

/** `costPerItem` and `unit_cost` as words. */
function headingWords(heading: string): string {
  return heading.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').replace(/[_-]+/g, ' ');
}
