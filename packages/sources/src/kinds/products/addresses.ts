import {
  addressInShop,
  isRecord,
  webAddress,
  withoutCredentials,
  type Product,
  type Variant,
} from 'sequenzy-contract';
import type { Mapped, Settings } from './source.ts';

type Holder = Partial<Product> | Variant;

/**
 * Completes addresses by that of the shop, and turns those that are not absolute into `null`, so that a stored one
 * goes, too. In strict mode it stays as it is, and the schema refuses it.
 */
export function withAddresses(mapped: Mapped, settings: Settings): Mapped {
  if (mapped.faults.length > 0) return mapped;
  const bad: string[] = [];
  // What a source makes has the API's shape as far as it could be read.
  const product = mapped.product as Partial<Product>;
  const settle = <Found extends Holder>(found: Found): Found => settled(found, settings, bad);
  const { variants } = product;
  const made = {
    ...settle(product),
    ...(Array.isArray(variants) && {
      variants: variants.map((variant) => (isRecord(variant) ? settle(variant) : variant)),
    }),
  };
  if (bad.length === 0) return { ...mapped, product: made };
  return {
    ...mapped,
    product: made,
    notes: [...(mapped.notes ?? []), ...bad.map(() => 'badAddress')],
    examples: { badAddress: bad.map((address) => `${address} of ${mapped.key ?? 'a product'}`) },
  };
}

function settled<Found extends Holder>(found: Found, settings: Settings, bad: string[]): Found {
  const made: Record<string, unknown> = { ...found };
  for (const name of ['url', 'imageUrl']) {
    const text = made[name];
    if (typeof text !== 'string') continue;
    const { storeUrl, strictUrls } = settings;
    const address = storeUrl === undefined ? webAddress(text) : addressInShop(text, storeUrl);
    const isBlank = text.trim() === '';
    if (address === undefined && strictUrls && !isBlank) continue;
    if (address === undefined && !isBlank) bad.push(`${name} ${shown(text)}`);
    made[name] = address ?? null;
  }
  // The same members, whose texts are still texts or null.
  return made as Found;
}

const longest = 60;

function shown(text: string): string {
  const safe = withoutCredentials(text);
  return JSON.stringify(safe.length > longest ? `${safe.slice(0, longest)}…` : safe);
}

/** The sentence for addresses that are sent as `null`. */
export function badAddressWarning(count: number, examples: readonly string[]): string {
  const rest = count - examples.length;
  const named = [...examples, ...(rest > 0 ? [`${rest.toLocaleString('en-US')} more`] : [])];
  const [subject, stored] =
    count === 1
      ? ['1 address is not an absolute http or https address', 'one']
      : [
          `${count.toLocaleString('en-US')} addresses are not absolute http or https addresses`,
          'ones',
        ];
  return `${subject}; null is sent instead, which clears the stored ${stored}: ${named.join(', ')}. Use --store-url to complete those that begin with "/", or --strict-urls to reject their products.`;
}
