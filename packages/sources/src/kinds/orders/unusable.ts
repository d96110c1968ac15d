import type { Unusable } from '../../faults/unusable.ts';

const products = {
  reason: 'it holds products, not orders',
  nextStep: 'Read it as a catalog, and export the orders for this.',
};

/** Files without usable orders. Sources of the headers: documents and public code of the platforms. */
export const unusable: readonly Unusable[] = [
  {
    label: 'an Etsy list of sold items',
    columns: ['Sale Date', 'Item Name', 'Buyer', 'Transaction ID'],
    reason: 'it has no e-mail address: buyers stand in it by user name only',
    nextStep: 'Sequenzy knows customers by e-mail, so these orders cannot be sent.',
  },
  {
    label: 'an Etsy order list',
    columns: ['Sale Date', 'Order ID', 'Buyer User ID', 'Order Total'],
    reason: 'it has no e-mail address: buyers stand in it by user name only',
    nextStep: 'Sequenzy knows customers by e-mail, so these orders cannot be sent.',
  },
  {
    label: 'an Amazon order report',
    columns: ['amazon-order-id', 'purchase-date', 'asin'],
    reason: 'it has no e-mail address of the buyers',
    nextStep: 'Sequenzy knows customers by e-mail, so these orders cannot be sent.',
  },
  {
    label: 'a Shopify product export',
    columns: ['Handle', 'Title', 'Variant Price'],
    ...products,
  },
  {
    label: 'a Shopify product export',
    columns: ['URL handle', 'Title', 'Price'],
    ...products,
  },
  { label: 'a list of products', columns: ['products'], ...products },
  { label: 'a list of one product', columns: ['product'], ...products },
  { label: 'a Shopify product list', columns: ['id', 'body_html', 'variants'], ...products },
  {
    label: 'a WooCommerce product list',
    columns: ['id', 'permalink', 'stock_status'],
    ...products,
  },
];
