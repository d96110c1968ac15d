import { option, say } from 'sequenzy-contract';
import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { withUniqueSkus } from '../../../kinds/products/variants.ts';
import { defineSource, holdsOrders } from '../../../kinds/products/source.ts';
import { columns } from './columns.ts';
import { connectionsOf, pagesOf } from './connections.ts';
import { mapDocuments } from './documents.ts';
import { errorIn } from './error.ts';
import { isOfProduct } from './global-ids.ts';
import { mapRows } from './map.ts';
import { notes } from './notes.ts';
import { fieldsOfVariants } from './variant-document.ts';

/** Products of Shopify: the export of its admin, and what its Admin API, its storefront and its themes answer. */
export const shopify = defineSource({
  name: 'shopify',
  label: 'Shopify product export',
  marksUnpublished: true,
  makesPages: true,
  metadata: {
    files:
      'CSV, from Products > Export, with the old header or the new; JSON of the Admin API (REST or GraphQL), of the storefront (/products.json) or of a theme (/products/<handle>.js, Liquid `product | json`); JSONL of a bulk query',
    needs: ['the currency', 'the address of the shop (store-url), for the addresses of pages'],
    maps: {
      productId: 'the handle, or the column named by id-from; in JSON the number of the id',
      title: 'Title',
      description: 'Body (HTML) or Description, as plain text',
      imageUrl: 'the image with the lowest position',
      url: 'store-url, /products/ and the handle; in JSON onlineStoreUrl',
      priceCents: 'the price of the cheapest variant',
      compareAtPriceCents: 'its compare-at price, where that is above the price',
      inStock:
        'whether a variant is in stock: nobody counts, it sells on, or there is some; in JSON of the storefront or a theme available; without columns of stock the stored one stays',
      providerCreatedAt: 'in JSON created_at',
      'variants[].variantId':
        'SKU where it is unique in the input, else the handle, # and the option values; in JSON the number of the id',
      'variants[].options': 'Option1 to Option3; names stand on the first row',
    },
    assumes: [
      say`Amounts in JSON of a theme are hundredths in every currency (100000 is 1,000 JPY), in the currency of the page: pass that as ${option('currency')}. A whole number that could also be decimals is refused.`,
      'Products that are drafts, archived or unpublished are skipped.',
      'Prices of single markets are never the price.',
      'A compare-at price that is not above the price is not a discount.',
      'Which SKUs are unique depends on what is read together: where SKUs repeat, correct the export and read it whole rather than its rejects alone.',
    ],
  },
  notes,
  uniqueIds: withUniqueSkus,
  unusable: [
    {
      label: 'a Shopify order export',
      columns: ['Name', 'Financial Status', 'Lineitem name'],
      ...holdsOrders,
    },
    { label: 'a Shopify order list', columns: ['id', 'financial_status'], ...holdsOrders },
    {
      label: 'a Shopify bulk export of orders',
      columns: ['id', 'displayFinancialStatus'],
      ...holdsOrders,
    },
    {
      label: 'a Shopify inventory export',
      columns: ['Handle', 'Title', 'Location'],
      reason: 'it holds stock by location and no prices',
      nextStep: 'Export the products instead.',
    },
  ],
  table: {
    columns,
    trailingCellsMayBeCut: false,
    partFields: {
      sku: ['sku'],
      priceCents: ['price'],
      compareAtPriceCents: ['compareAtPrice'],
      imageUrl: ['variantImage'],
      inventoryQuantity: ['inventoryQuantity'],
    },
    idField: 'id',
    keyOf: (row) => row.get('handle') || undefined,
    map: plainTitles(mapRows),
  },
  documents: {
    required: ['id'],
    mark: {
      says: 'a title with a handle, or an id such as gid://shopify/Product/1',
      isOn: (fields) =>
        isOfProduct(fields['id']) ||
        isOfProduct(fields['__parentId']) ||
        (['title', 'handle'].every((key) => key in fields) &&
          ['variants', 'body_html', 'available'].some((key) => key in fields)),
    },
    fields: [
      'id',
      'title',
      'handle',
      'body_html',
      'variants',
      'options',
      'images',
      'status',
      'price',
      'available',
    ],
    envelopes: [
      'products',
      'product',
      'resources.results.products',
      'data.product',
      ...connectionsOf('products'),
    ],
    paging: pagesOf('products'),
    errorIn,
    keyOf: ({ id, __parentId: parent }) => {
      const key = parent ?? id;
      return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
    },
    partFields: fieldsOfVariants,
    map: plainTitles(mapDocuments),
  },
});
