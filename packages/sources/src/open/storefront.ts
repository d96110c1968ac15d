import type { CatalogOptions } from '../kinds/products/catalog.ts';
import { isAddress } from '../input/address.ts';
import { storefrontList, storeOf } from '../platforms/shopify/api/storefront.ts';

/** Lets a list that a shop shows to everybody be read page by page; its pages stand in that shop. */
export function withStorefronts(files: readonly string[], options: CatalogOptions): CatalogOptions {
  const { remote, storeUrl = storeOfOnly(files) } = options;
  return {
    ...options,
    remote: { pagedAddress: storefrontList, ...remote },
    ...(storeUrl !== undefined && { storeUrl }),
  };
}

function storeOfOnly([file, ...others]: readonly string[]): string | undefined {
  const isOnly = file !== undefined && others.length === 0;
  return isOnly && isAddress(file) && URL.canParse(file) ? storeOf(new URL(file)) : undefined;
}
