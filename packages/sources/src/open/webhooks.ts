/** What maps one order as a webhook brings it. Runs everywhere: no Node built-in, no file, no parser of files. */
export type { Fault, Order } from 'sequenzy-contract';
export { parseJson } from '../containers/json/parse.ts';
export { SourceError } from '../faults/source-error.ts';
export type { OrderMapping } from '../kinds/orders/mapping.ts';
export type { MappingOptions } from '../kinds/orders/settings.ts';
export { mapCheckoutChampOrder } from '../platforms/checkoutchamp/webhook/index.ts';
export { mapShopifyOrder } from '../platforms/shopify/webhook/index.ts';
export { mapStickyIoOrder } from '../platforms/stickyio/webhook/index.ts';
export { mapWooCommerceOrder } from '../platforms/woocommerce/webhook/index.ts';
