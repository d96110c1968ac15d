import type { Product } from 'sequenzy-contract';
import { counted, verb } from '../../text/counted.ts';
import type { Settings } from './source.ts';

/**
 * The address of a product's page in the shop; none where the shop's own was not given, or the file has no slug.
 *
 * @param parts What stands between the slashes, before it is encoded: `products` and the handle.
 */
export function pageAt(
  { storeUrl }: Pick<Settings, 'storeUrl'>,
  ...parts: readonly (string | undefined)[]
): Pick<Product, 'url'> {
  if (storeUrl === undefined || parts.some((part) => part === undefined || part === '')) return {};
  return { url: [storeUrl, ...parts.map((part) => encodeURIComponent(part ?? ''))].join('/') };
}

/** Said where the shop can be set up to have its pages elsewhere. */
export const madePages =
  (form: string, elsewhere: string) =>
  (count: number): string =>
    `${counted(count, 'page address')} ${verb(count, 'was', 'were')} made as ${form}, the platform’s default; ${elsewhere}. Open one before you send them.`;
