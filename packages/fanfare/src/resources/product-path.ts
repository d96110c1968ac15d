import { segment } from 'sequenzy-transport';

/** `/products/{productId}`, and what lies below it. */
export function productPath(productId: string, ...below: readonly string[]): string {
  return ['/products', segment('productId', productId), ...below].join('/');
}
