/** A heading, taken apart for the dictionary. */
export interface Heading {
  /** The whole heading without what stands in brackets, as {@link keyOf} writes it. */
  readonly key: string;
  /** Without words such as `product` around it; the same where there are none. */
  readonly bare: string;
  /** Number at its end: 2 of `Image 2` and of `Image2`. */
  readonly number: number | undefined;
  /** What stands in brackets, or a currency code behind it: `EUR` of `Preis (EUR)` and of `price_eur`. */
  readonly beside: string;
  /** Whether it speaks of cents: `price_cents`. */
  readonly isMinor: boolean;
}

/** Letters that have no decomposition. */
const folded = new Map([
  ['ß', 'ss'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['æ', 'ae'],
]);

/** `Größe`, `Groesse` and `GRÖSSE` -> `grosse`: lower case, no accents, no spaces or signs. */
export function keyOf(text: string): string {
  return wordsOf(text).join('');
}

/** Words around a heading that do not change its meaning. */
const around = new Set(
  'product products item items article articles artikel produkt produkte produit produits article producto productos articulo prodotto prodotti articolo produto produtos artigo product producten produkty produktu towar towaru товар товара продукта the shop store web'
    .split(' ')
    .map(fold),
);

/** Words between others. */
const between = new Set('of de du des la le el del di do da der die das van the in'.split(' '));

/** The smallest units of money. */
const minor = new Set(['cent', 'cents', 'pence', 'centimes', 'grosze', 'minor', 'kopecks']);

/** Beginnings of compounds: `Artikelname`, `productname`. */
const beginning = /^(product|produkt|artikel|article|item)(?=\p{L}{3})/u;

export function headingOf(text: string): Heading {
  const inBrackets = [...text.matchAll(/[([]([^)\]]*)[)\]]/g)].map(([, inner = '']) => inner);
  const words = wordsOf(text.replace(/[([][^)\]]*[)\]]/g, ' '));
  const last = words.at(-1) ?? '';
  const [, glued = '', digits = ''] = /^(\p{L}{4,})(\d{1,2})$/u.exec(last) ?? [];
  const isNumber = words.length > 1 && /^\d{1,2}$/.test(last);
  const number = isNumber ? Number(last) : digits === '' ? undefined : Number(digits);
  const counted =
    number === undefined ? words : [...words.slice(0, -1), ...(isNumber ? [] : [glued])];
  const [code = ''] =
    /(?<=[\s_-])(usd|eur|gbp|chf|pln|rub|cad|aud|sek|nok|dkk|czk|jpy)$/i.exec(text) ?? [];
  const uncoded = code === '' ? counted : counted.slice(0, -1);
  const isMinor = uncoded.length > 1 && minor.has(uncoded.at(-1) ?? '');
  const own = isMinor ? uncoded.slice(0, -1) : uncoded;
  const bare = own.filter((word) => !around.has(word) && !between.has(word));
  const [only = ''] = bare;
  const rest = bare.length === 1 ? [only.replace(beginning, '')] : bare;
  return {
    key: own.join(''),
    bare: (rest.length === 0 ? own : rest).join(''),
    number,
    beside: [...inBrackets, code].join(' ').trim(),
    isMinor: isMinor || inBrackets.some((text) => minor.has(keyOf(text))),
  };
}

function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(fold)
    .filter((word) => word !== '');
}

/** `ae` is another way to write `ä`. */
function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łßøæ]/g, (letter) => folded.get(letter) ?? letter)
    .replace(/([aou])e/g, '$1');
}
