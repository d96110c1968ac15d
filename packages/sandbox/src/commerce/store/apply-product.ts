import type { Product, Provider } from 'sequenzy-contract';
import type { Company } from './company.ts';
import type { ProductRecord } from './product-record.ts';
import { availabilityOf, stockChanges } from './stock.ts';

export interface AppliedProduct {
  readonly record: ProductRecord;
  /** Products and variants whose waiting list was told. */
  readonly backInStockEvents: number;
}

/** Stores one product and tells who waited for it. Waiting lists know only products pushed through this API. */
export function applyProduct(
  company: Company,
  product: Product,
  provider: Provider,
  now: string,
): AppliedProduct {
  if (provider !== 'api' || !company.waitlist.has(product.productId)) {
    return { record: company.products.upsert(product, provider, now), backInStockEvents: 0 };
  }
  const before = availabilityOf(company.products.find(product.productId));
  const record = company.products.upsert(product, provider, now);
  const changes = stockChanges(before, availabilityOf(record));
  let backInStockEvents = 0;
  for (const { variantId, inStock } of changes) {
    if (inStock) backInStockEvents += notify(company, record, variantId, now) ? 1 : 0;
    else company.waitlist.cancel(record.productId, variantId);
  }
  return { record, backInStockEvents };
}

/** Whether anybody was told. */
function notify(company: Company, record: ProductRecord, variantId: string, now: string): boolean {
  const notified = company.waitlist.notify(record.productId, variantId);
  const variant = record.variants.find((candidate) => candidate.variantId === variantId);
  for (const { email, subscriberId, variantTitle } of notified) {
    company.fire(
      {
        name: 'ecommerce.back_in_stock',
        email,
        subscriberId,
        at: now,
        properties: {
          provider: 'api',
          productId: record.productId,
          variantId,
          productTitle: record.title,
          variantTitle: variant?.title ?? variantTitle,
          url: record.url,
          imageUrl: variant?.imageUrl ?? record.imageUrl,
        },
      },
      now,
    );
  }
  return notified.length > 0;
}
