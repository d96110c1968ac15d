import type { StoredProduct } from 'sequenzy-commerce';
import type { ReadCompany } from 'sequenzy-jobs/account/read-company.ts';
import type { Sandbox } from 'sequenzy-sandbox';

type Seed = Parameters<Sandbox['seedProducts']>[0][number];
type Provider = NonNullable<NonNullable<Parameters<Sandbox['seedProducts']>[1]>['provider']>;

/** Puts what the API holds into a sandbox. A product that the API itself would refuse is left out. */
export function seedCompany(sandbox: Sandbox, { products, sequences }: ReadCompany): void {
  for (const product of products) {
    const seed = seedOf(product);
    if (seed === undefined) continue;
    const provider = (product.provider ?? 'api') as Provider; // one of those that are documented
    try {
      sandbox.seedProducts([seed], { provider });
    } catch {
      // What is stored may be older than today's rules.
    }
  }
  sandbox.seedSequences(
    sequences.map(({ name, trigger, isLive }) => ({
      name,
      trigger,
      state: isLive ? ('live' as const) : ('paused' as const),
    })),
  );
}

/** A stored product as one that is sent; undefined where it has no id. */
function seedOf(stored: StoredProduct): Seed | undefined {
  const { productId = stored.providerProductId, title, variants } = stored;
  if (typeof productId !== 'string') return undefined;
  const { description, imageUrl, url, priceCents, compareAtPriceCents } = stored;
  const { currency, inStock, providerCreatedAt } = stored;
  return {
    productId,
    title: title ?? productId,
    ...{ description, imageUrl, url, priceCents, compareAtPriceCents },
    ...{ currency, inStock, providerCreatedAt },
    ...(variants && { variants: variants.map((one) => variantOf(one, productId)) }),
  };
}

function variantOf(
  stored: NonNullable<StoredProduct['variants']>[number],
  productId: string,
): NonNullable<Seed['variants']>[number] {
  const { variantId = productId, title, options, sku, priceCents, compareAtPriceCents } = stored;
  const { imageUrl, inStock, inventoryQuantity } = stored;
  return {
    variantId,
    title: title ?? variantId,
    ...{ sku, priceCents, compareAtPriceCents, imageUrl, inStock, inventoryQuantity },
    options: (options ?? []).flatMap(({ name, value }) =>
      name === undefined || value === undefined ? [] : [{ name, value }],
    ),
  };
}
