import { option, say, type Words } from 'sequenzy-contract';

/** An amount as shops write it, with the sign or the code of its currency taken off. */
export interface MarkedAmount {
  /** `$`, `US$`, `EUR`, `kr.` */
  readonly mark: string;
  readonly number: string;
}

/** Signs that are not one word of letters: `F CFA`, `S/`. */
const mark = String.raw`(?<mark>F\sCFA|S\/\.?|[\p{L}\p{Sc}][\p{L}\p{Sc}.]*)`;
const before = new RegExp(String.raw`^(?<minus>[-−]?)\s*${mark}\s*(?<number>[-−]?[\d.,].*)$`, 'u');
const behind = new RegExp(String.raw`^(?<number>[-−]?[\d.,].*?)\s*${mark}$`, 'u');

/** Undefined where nothing but a number stands there. */
export function markedAmount(text: string): MarkedAmount | undefined {
  if (/^[\d.,]*$/.test(text)) return undefined;
  const { groups } = before.exec(text.trim()) ?? behind.exec(text.trim()) ?? {};
  if (groups === undefined) return undefined;
  const { minus = '', number = '', mark: found = '' } = groups;
  return { mark: found, number: minus + number };
}

/** Whether a sign or code can mean a currency: `$` is one of many dollars, `€` only the euro, `CA$` the Canadian dollar. */
export function canMean(sign: string, currency: string): boolean {
  const bare = sign.replace(/\.$/, '').replace(/\s/g, ' ');
  if (bare.toUpperCase() === currency) return true;
  const [, country] = /^([A-Z]{1,2})\$$/.exec(bare) ?? [];
  if (country !== undefined && currency.startsWith(country)) return true;
  const signs = [...signsOf(currency), ...(words[currency] ?? [])];
  return signs.some((own) => own.toLowerCase() === bare.toLowerCase());
}

/** What shops write beside signs and codes. */
const words: Readonly<Record<string, readonly string[]>> = {
  RUB: ['руб', 'р', 'рублей'],
  UAH: ['грн'],
  EUR: ['euro', 'euros'],
  CHF: ['fr', 'sfr'],
  PLN: ['zl'],
  CZK: ['kc'],
  BGN: ['лв'],
  KZT: ['тг', 'тенге'],
  TRY: ['tl'],
  XOF: ['fcfa', 'cfa', 'f cfa'],
  XAF: ['fcfa', 'cfa', 'f cfa'],
  INR: ['rs'],
  PKR: ['rs'],
  LKR: ['rs'],
  NPR: ['rs'],
  KES: ['ksh'],
  BDT: ['tk'],
  AED: ['dhs', 'dh'],
  MAD: ['dhs', 'dh'],
  TND: ['dt'],
  DZD: ['da'],
  PEN: ['s/'],
  DOP: ['rd$'],
};

/** Whether it is the sign or the code of any currency. */
export function isCurrencyMark(sign: string): boolean {
  const seen = marks.get(sign);
  if (seen !== undefined) return seen;
  const is = Intl.supportedValuesOf('currency').some((currency) => canMean(sign, currency));
  if (marks.size < mostMarks) marks.set(sign, is);
  return is;
}

const marks = new Map<string, boolean>();
const mostMarks = 1000;

/** The currency that a sign or code means: EUR by `€` and by `eur`. Undefined where it can mean several, as `$` can. */
export function currencyMeantBy(sign: string): string | undefined {
  const [only, ...others] = currenciesMeantBy(sign);
  return others.length === 0 ? only : undefined;
}

/** The next step where a sign can mean one of two currencies; undefined where it means one, or many. */
export function choiceOfCurrency(sign: string): Words | undefined {
  const [first, second, ...rest] = currenciesMeantBy(sign);
  if (first === undefined || second === undefined || rest.length > 0) return undefined;
  return say`Choose one: ${option('currency', first)} or ${option('currency', second)}.`;
}

/** Every currency that a sign or code can mean: XAF and XOF by `FCFA`. */
function currenciesMeantBy(sign: string): readonly string[] {
  const all = Intl.supportedValuesOf('currency');
  const code = sign.toUpperCase();
  return all.includes(code) ? [code] : all.filter((currency) => canMean(sign, currency));
}

const known = new Map<string, readonly string[]>();

/** As the Unicode locale data has them. */
function signsOf(currency: string): readonly string[] {
  const signs = known.get(currency) ?? (['narrowSymbol', 'symbol'] as const).map(signBy(currency));
  known.set(currency, signs);
  return signs;
}

function signBy(currency: string): (currencyDisplay: 'narrowSymbol' | 'symbol') => string {
  return (currencyDisplay) =>
    new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .find(({ type }) => type === 'currency')?.value ?? currency;
}
