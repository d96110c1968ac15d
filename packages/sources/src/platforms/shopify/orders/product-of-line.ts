import type { Members } from '../../../kinds/orders/members.ts';
import { productOf } from '../../../kinds/orders/product-index.ts';
import type { OrderSettings } from '../../../kinds/orders/source.ts';

interface LineIds {
  /** Missing where the product was deleted, or never was one. */
  readonly productId: string | undefined;
  readonly variantId: string | undefined;
  readonly variantTitle: string | undefined;
}

/** The product of a line by its ids, else by SKU and title. */
export function productOfLine(
  line: Members,
  { productId, variantId, variantTitle }: LineIds,
  settings: OrderSettings,
): object {
  const sku = line.text('sku') ?? '';
  const title = line.title('title') ?? line.title('name') ?? sku;
  if (productId !== undefined) return { productId, title, variantId, variantTitle };
  const name = variantTitle === undefined ? title : `${title} - ${variantTitle}`;
  return productOf({ sku, name, title, variant: variantTitle }, settings, line.notes);
}
