import type { FanfareSandbox, FanfareSeed, SandboxProduct } from 'sequenzy-sandbox';

const sizes = ['S', 'M', 'L'];
const currencies = ['USD', 'EUR', 'JPY'] as const;

/** The seed, and what Sequenzy has to hold for it: worked out by hand and not by the program. */
export interface Pair {
  readonly seed: FanfareSeed;
  /** Undefined for an archived product. */
  readonly expected: object | undefined;
}

/** Products with images out of order, variants of two options, limited and open stock, three currencies. */
export function pairs(count: number): Pair[] {
  return Array.from({ length: count }, (_, index) => pairOf(index));
}

function pairOf(index: number): Pair {
  const number = String(index);
  const currency = currencies[index % 3] ?? 'USD';
  const archived = index % 40 === 39;
  const images = index % 5 === 4 ? [] : [2, 0, 1];
  const variants = sizes.slice(0, 1 + (index % 3)).map((size, at) => {
    const cents = 1000 + index * 7 + at * 50;
    const open = (index + at) % 4 === 0;
    const quantity = (index * 3 + at) % 5;
    const title = `${size} / Blue ${number}`;
    const price =
      currency === 'JPY'
        ? String(cents)
        : `${String(Math.trunc(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
    const options = { Size: size, Colour: `Blue ${number}` };
    return { sku: `F-${number}-${size}`, cents, price, open, quantity, title, options };
  });
  const isInStock = variants.some(({ open, quantity }) => open || quantity > 0);
  const cheapest = Math.min(...variants.map(({ cents }) => cents));
  return {
    seed: {
      name: `Product ${number} “é”`,
      url: `https://shop.example/p/${number}`,
      ...(index % 2 === 0 && { description: `About ${number}` }),
      archived,
      primarySyncSource: { syncSource: 'shopify', syncSourceId: number },
      images: images.map((position) => ({
        sourceUrl: `https://cdn.example/${number}-${String(position)}.jpg`,
        position,
      })),
      variants: variants.map(({ sku, price, open, quantity, options }) => ({
        sku,
        price,
        currency,
        quantity,
        inventoryPolicy: open ? 'open' : 'limited',
        options,
      })),
    },
    expected: archived
      ? undefined
      : {
          title: `Product ${number} “é”`,
          url: `https://shop.example/p/${number}`,
          ...(index % 2 === 0 && { description: `About ${number}` }),
          ...(images.length > 0 && { imageUrl: `https://cdn.example/${number}-0.jpg` }),
          priceCents: cheapest,
          currency,
          inStock: isInStock,
          variants: variants.map(({ sku, cents, open, quantity, title, options }) => ({
            title,
            sku,
            priceCents: cents,
            inStock: open || quantity > 0,
            ...(!open && { inventoryQuantity: quantity }),
            options: Object.entries(options).map(([name, value]) => ({ name, value })),
          })),
        },
  };
}

/** What is expected of every product that is not archived, by the id that Fanfare gave it. */
export function expectedIn(fanfare: FanfareSandbox, all: readonly Pair[]): Map<string, object> {
  const byUrl = new Map(all.map(({ seed, expected }) => [seed.url, expected]));
  const found = new Map<string, object>();
  for (const { id, url, variants = [] } of fanfare.products) {
    const expected = byUrl.get(url) as { variants: object[] } | undefined; // as made above
    if (expected === undefined) continue;
    const named = expected.variants.map((one, at) => ({ variantId: variants[at]?.id, ...one }));
    found.set(id, { productId: id, ...expected, variants: named });
  }
  return found;
}

/** What Sequenzy holds, without what it has added itself. */
export function heldBy(products: Iterable<SandboxProduct>): Map<string, object> {
  const held = new Map<string, object>();
  for (const product of products) {
    const { productId, title, description, imageUrl, url, priceCents, currency, inStock } = product;
    const own = { productId, title, description, imageUrl, url, priceCents, currency, inStock };
    const variants = product.variants.map((variant) => {
      const { variantId, title: name, sku, priceCents: cents, inventoryQuantity } = variant;
      const { inStock: isIn, options } = variant;
      return filled({
        variantId,
        title: name,
        sku,
        priceCents: cents,
        inStock: isIn,
        inventoryQuantity,
        options,
      });
    });
    held.set(productId, { ...filled(own), variants });
  }
  return held;
}

function filled(fields: Readonly<Record<string, unknown>>): object {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(said);
}
