import type { Unusable } from '../../faults/unusable.ts';

const orders = {
  reason: 'it holds orders, not products',
  nextStep: 'Read it as orders, and export the products for the catalog.',
};

/** Files without products. Sources of the headers: documents and public code of the platforms. */
export const unusable: readonly Unusable[] = [
  {
    label: 'a BigCommerce export in the modern format',
    columns: ['Item', 'ID', 'Name', 'Type', 'SKU', 'Options', 'Inventory Tracking'],
    reason:
      'how it writes the options of a variant, and its columns for stock and sale prices, are not documented',
    nextStep:
      'Export with the template "Bulk Edit" of the legacy format, or name columns with --map and --from generic.',
  },
  {
    label: 'an Amazon order report',
    columns: ['amazon-order-id', 'purchase-date', 'asin'],
    reason: 'it holds orders without any e-mail address, and products only by SKU',
    nextStep: 'Export the products of the shop instead.',
  },
  {
    label: 'an Etsy list of sold items',
    columns: ['Sale Date', 'Item Name', 'Buyer', 'Transaction ID'],
    reason: 'it holds orders without any e-mail address',
    nextStep: 'Download the listings instead (EtsyListingsDownload.csv).',
  },
  {
    label: 'a Squarespace order export',
    columns: ['Order ID', 'Financial Status', 'Lineitem variant'],
    ...orders,
  },
  {
    label: 'a Shopify order export',
    columns: ['Name', 'Financial Status', 'Lineitem name'],
    ...orders,
  },
  { label: 'a list of orders', columns: ['orders'], ...orders },
  { label: 'a list of one order', columns: ['order'], ...orders },
  { label: 'a Shopify order list', columns: ['id', 'financial_status'], ...orders },
  {
    label: 'a Shopify bulk export of orders',
    columns: ['id', 'displayFinancialStatus'],
    ...orders,
  },
  { label: 'a WooCommerce order list', columns: ['id', 'billing', 'line_items'], ...orders },
  {
    label: 'a Shopify inventory export',
    columns: ['Handle', 'Title', 'Location'],
    reason: 'it holds stock by location and no prices',
    nextStep: 'Export the products instead.',
  },
];
