import { currencyExponent, option, say, type Words } from 'sequenzy-contract';
import type { Column } from '../evidence/column.ts';
import type { Dictionary } from '../headings/dictionary.ts';
import { headingOf } from '../headings/heading.ts';
import {
  canMean,
  choiceOfCurrency,
  currencyMeantBy,
  isCurrencyMark,
} from '../../money/currency-mark.ts';
import type { Rule } from '../language/mapping.ts';
import { counted } from '../../text/counted.ts';
import type { Problem, Said } from './proposal.ts';

/** How a column of amounts is read: with the decimal separator that its cells prove. */
export function moneyRule(column: Column, { decimal, currency }: Said): Rule {
  if (headingOf(column.name).isMinor) return { from: column.name, minorUnits: true };
  const proved = decimal === undefined ? column.decimal : undefined;
  const words = column.wordsForAmounts;
  const { calculated } = column;
  if (proved === undefined && words.length === 0 && calculated === undefined) return column.name;
  return {
    from: column.name,
    ...(words.length > 0 && { empty: [...words] }),
    ...(proved !== undefined && { decimal: proved }),
    ...(calculated !== undefined && { round: decimalsOf(column, currency) }),
  };
}

function decimalsOf(column: Column, currency = currencyIn([column])): number {
  return currency === undefined ? 2 : currencyExponent(currency);
}

/** Whether a column can hold amounts: few of the cells are something else, or words such as `on request`. */
export function holdsAmounts(column: Column): boolean {
  return column.filled === 0 || column.is('money') || column.wordsForAmounts.length > 0;
}

/** What is taken of amounts and of words in their place. */
export function amountNotes(columns: readonly Column[], said: Said): string[] {
  return columns.flatMap((column) => {
    const { name, thousands, calculated, wordsForAmounts: words } = column;
    const quoted = words.map((word) => `"${word}"`).join(', ');
    const are = words.length === 1 ? 'counts as no amount' : 'count as no amounts';
    return [
      ...(thousands === undefined || said.decimal !== undefined
        ? []
        : [
            `"${thousands}" in "${name}" is read as ${withoutSeparators(thousands)}: amounts with such a sign do not have three decimals.`,
          ]),
      ...(calculated === undefined
        ? []
        : [
            `Amounts such as "${calculated}" in "${name}" are rounded to ${counted(decimalsOf(column, said.currency), 'decimal')}.`,
          ]),
      ...(words.length === 0 ? [] : [`${quoted} in "${name}" ${are}.`]),
    ];
  });
}

/** The column that the user names for a field, without saying how it is read. */
export function namedColumn(
  rule: Rule | undefined,
  columns: readonly Column[],
): Column | undefined {
  return typeof rule === 'string' ? columns.find(({ name }) => name === rule) : undefined;
}

/** An amount without tax does not compete with the one that is paid. */
export function withoutNet<Role extends string>(
  columns: readonly Column[],
  dictionary: Dictionary<Role>,
  role: Role,
): readonly Column[] {
  const isAmount = ({ heading }: Column): boolean =>
    dictionary.meaningsOf(heading).some((one) => one.role === role);
  const isGrossThere = columns.some(
    (column) => column.filled > 0 && isAmount(column) && !isNet(column),
  );
  return isGrossThere ? columns.filter((column) => !isAmount(column) || !isNet(column)) : columns;
}

/** Whether a heading says that its amounts are without tax. */
export function isNet({ heading }: Column): boolean {
  return /(?<!\p{L})(ex|excl|net|netto|ht|ohne|hors|senza|sin|sem|zonder|bez|без)(?!\p{L})/iu.test(
    heading,
  );
}

/** The currency that headings (`Price (EUR)`) or all signs beside amounts (`€ 12,50`) agree on. */
export function currencyIn(columns: readonly Column[]): string | undefined {
  const beside = columns.map(({ name }) => headingOf(name).beside).filter(isCurrencyMark);
  const signs = new Set([...beside, ...columns.flatMap(({ marks }) => marks)]);
  const meant = new Set([...signs].map(currencyMeantBy));
  const [only] = meant;
  return meant.size === 1 ? only : undefined;
}

/** Amounts that have two meanings. */
export function ambiguousProblems(columns: readonly Column[], { decimal }: Said): Problem[] {
  if (decimal !== undefined) return [];
  return columns.flatMap(({ name, ambiguousAmount: amount }) =>
    amount === undefined || headingOf(name).isMinor
      ? []
      : [
          {
            problem: `"${name}" holds "${amount}", which can be ${withoutSeparators(amount)} or ${amount.replace(',', '.')}`,
            advice: say`Say which sign comes before the decimals: ${option('decimal', '.')} or ${option('decimal', ',')}.`,
            option: 'decimal',
          },
        ],
  );
}

function withoutSeparators(amount: string): string {
  return amount.replace(/[.,]/g, '');
}

/** Amounts without anything that says in which currency they are. */
export function currencyProblems(
  columns: readonly Column[],
  isSaid: boolean,
  { currency }: Said,
): Problem[] {
  const [first] = columns;
  if (first === undefined || isSaid) return [];
  if (currency !== undefined) return columns.flatMap((column) => foreignProblems(column, currency));
  return [
    {
      problem: `"${first.name}" holds amounts, and nothing says in which currency`,
      advice:
        choiceOf(columns) ??
        say`Give its code with ${option('currency')}, for example ${option('currency', 'EUR')}.`,
      option: 'currency',
    },
  ];
}

/** Amounts with signs of which none can mean the currency that the user says. */
function foreignProblems({ name, marks }: Column, currency: string): Problem[] {
  // Others are slips of single amounts: `8.0O`.
  const [sign, ...others] = marks.filter(isCurrencyMark);
  if (sign === undefined || [sign, ...others].some((one) => canMean(one, currency))) return [];
  const meant = currencyMeantBy(sign);
  return [
    {
      problem: `"${name}" holds amounts with "${sign}", which does not mean ${currency}`,
      advice:
        choiceOfCurrency(sign) ??
        (meant === undefined
          ? say`Give its code with ${option('currency')}.`
          : say`Say ${option('currency', meant)}, or leave the option out.`),
      option: 'currency',
    },
  ];
}

/** The two currencies that the only sign beside the amounts can mean. */
function choiceOf(columns: readonly Column[]): Words | undefined {
  const [sign = '', ...others] = new Set(
    columns.flatMap(({ marks }) => marks.map((one) => one.toLowerCase())),
  );
  return others.length > 0 ? undefined : choiceOfCurrency(sign);
}
