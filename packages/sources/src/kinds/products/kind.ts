import {
  checked,
  productSchema,
  type Product,
  addressInShop,
  isRecord,
  plainly,
  unfit,
  webAddress,
  withoutCredentials,
  type Variant,
  option,
  say,
  type Words,
} from 'sequenzy-contract';
import type { RecordKind } from '../../reading/record-kind.ts';
import type { Mapped, Settings, Source } from './source.ts';
import { counted, verb } from '../../text/counted.ts';
import type { Unusable } from '../../faults/unusable.ts';

/** Files of platforms that no source reads. Source of the header: public code. */
const unusable: readonly Unusable[] = [
  {
    label: 'an Amazon order report',
    columns: ['amazon-order-id', 'purchase-date', 'asin'],
    reason: 'it holds orders without any e-mail address, and products only by SKU',
    nextStep: 'Export the products of the shop instead.',
  },
];

/** The types of products. */
export interface ProductTypes {
  readonly mapped: Mapped;
  readonly settings: Settings;
  readonly value: Product;
  readonly source: Source;
}

export const products: RecordKind<ProductTypes> = {
  noun: 'product',
  overwrittenBy: 'productId',
  unusable,
  notes: { badAddress: badAddressWarning },
  blank: { key: undefined, product: {}, faults: [], variants: 0 },
  partsOf: ({ variants }) => variants,
  damaged: ({ key, variants }, faults) => ({ key, product: {}, faults, variants }),
  hasNoEqualParts: true,
  settled: (mapped, settings) => notingFree(withAddresses(mapped, settings)),
  warningsOf: freeWarnings,
  *fieldsOf({ variants = [] }) {
    for (const variant of variants) yield* Object.keys(variant);
  },
  prepared: {
    idOf: ({ productId }) => productId,
    isSimple: ({ variants }) => variants === undefined,
    lacksPage: ({ url }) => url === undefined || url === null,
    sealed: (value, { uniqueIds }, claims) => {
      if (uniqueIds === undefined || claims.length === 0) return value;
      const product = plainly(
        productSchema,
        uniqueIds(value, (claim) => claims.includes(claim)),
      );
      return product === unfit ? undefined : product;
    },
  },
  currencyOf: ({ product }) => 'currency' in product && product.currency,
  check({ product }) {
    const result = checked(productSchema, product);
    return 'record' in result
      ? { ok: true, value: result.record }
      : { ok: false, faults: result.faults };
  },
};

const free = 'free';

/** Notes of a product that it has a price of 0. */
function notingFree(mapped: Mapped): Mapped {
  const { product, notes = [] } = mapped;
  const isFree = 'priceCents' in product && product.priceCents === 0;
  return isFree ? { ...mapped, notes: [...notes, free] } : mapped;
}

/** Hardly a shop gives a tenth of its products away: more often the file has no prices. */
function freeWarnings(noted: (note: string) => number, products: number): string[] {
  const count = noted(free);
  if (count === 0 || count * 10 <= products) return [];
  return [
    `${String(count)} of ${counted(products, 'product')} ${verb(count, 'has', 'have')} a price of 0. Check that the file gives their prices.`,
  ];
}

type Holder = Partial<Product> | Variant;

/**
 * Completes addresses by that of the shop, and turns those that are not absolute into `null`, so that a stored one
 * goes, too. In strict mode it stays as it is, and the schema refuses it.
 */
function withAddresses(mapped: Mapped, settings: Settings): Mapped {
  if (mapped.faults.length > 0) return mapped;
  const bad: string[] = [];
  // What a source makes has the API's shape as far as it could be read.
  const product = mapped.product as Partial<Product>;
  const settle = <Found extends Holder>(found: Found): Found => settled(found, settings, bad);
  const own = settle(product);
  const { variants } = product;
  const settledVariants: unknown = Array.isArray(variants)
    ? variants.map((variant: unknown) => (isRecord(variant) ? settle(variant) : variant))
    : undefined;
  const made = settledVariants === undefined ? own : { ...own, variants: settledVariants };
  if (bad.length === 0) return made === product ? mapped : { ...mapped, product: made };
  return {
    ...mapped,
    product: made,
    notes: [...(mapped.notes ?? []), ...bad.map(() => 'badAddress')],
    examples: { badAddress: bad.map((address) => `${address} of ${mapped.key ?? 'a product'}`) },
  };
}

function settled<Found extends Holder>(found: Found, settings: Settings, bad: string[]): Found {
  let made = found;
  for (const name of addresses) {
    const text: unknown = Reflect.get(found, name);
    if (typeof text !== 'string') continue;
    const { storeUrl, strictUrls } = settings;
    const address = storeUrl === undefined ? webAddress(text) : addressInShop(text, storeUrl);
    const isBlank = text.trim() === '';
    if (address === undefined && strictUrls && !isBlank) continue;
    if (address === undefined && !isBlank) bad.push(`${name} ${shown(text)}`);
    // The same members, whose texts are still texts or null.
    if (address !== text) made = { ...made, [name]: address ?? null };
  }
  return made;
}

const addresses = ['url', 'imageUrl'] as const;

const longest = 60;

function shown(text: string): string {
  const safe = withoutCredentials(text);
  return JSON.stringify(safe.length > longest ? `${safe.slice(0, longest)}…` : safe);
}

/** The sentence for addresses that are sent as `null`. */
function badAddressWarning(count: number, examples: readonly string[]): Words {
  const rest = count - examples.length;
  const named = [...examples, ...(rest > 0 ? [`${rest.toLocaleString('en-US')} more`] : [])];
  const [subject, stored] =
    count === 1
      ? ['1 address is not an absolute http or https address', 'one']
      : [
          `${count.toLocaleString('en-US')} addresses are not absolute http or https addresses`,
          'ones',
        ];
  return say`${subject}; null is sent instead, which clears the stored ${stored}: ${named.join(', ')}. Use ${option('storeUrl')} to complete those that begin with "/", or ${option('strictUrls')} to reject their products.`;
}
