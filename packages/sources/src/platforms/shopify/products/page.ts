/** Source: the form of the platform's own product pages. */
export function pageOf(handle: string, storeUrl: string): string {
  return `${storeUrl}/products/${encodeURIComponent(handle)}`;
}
