import { counted, verb } from '../../../text/counted.ts';
import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { columns } from './columns.ts';
import { mapRows } from './map.ts';

/** The product export of Lightspeed Retail (X-Series), once called Vend. */
export const lightspeed = defineSource({
  name: 'lightspeed',
  label: 'Lightspeed Retail (X-Series) product export',
  marksUnpublished: true,
  metadata: {
    files: 'CSV, from Catalog > Products > Export list (product-export.csv)',
    needs: ['the currency'],
    maps: {
      productId: 'handle',
      title: 'name, of the first row of a handle',
      description: 'description, as plain text',
      priceCents: 'retail_price; of several variants the lowest',
      inStock: 'whether there is some of a variant, or nobody counts it',
      'variants[].variantId': 'id, else sku',
      'variants[].options': 'variant_option_one_name and _value to three',
      'variants[].inventoryQuantity':
        'the sum of the columns inventory_<outlet>, where it is tracked',
    },
    assumes: [
      'No exported file was seen: columns are those that public programs read out of the export.',
      'Rows with one handle are one product; a product without options has no variants.',
      'A variant with track_inventory 0 can be bought. Where the file has no column inventory_<outlet>, stock is not sent.',
      'A variant with active 0 is out of stock; a product whose variants all are is skipped as inactive. active_online is not asked: it is about one channel.',
      'How composites are written is not confirmed: a row that has a composite_sku and no sku is passed over, and two rows with one id or sku are refused.',
      'retail_price is sent as it stands; whether it is with tax depends on the account.',
      'The file has no addresses of pages or images.',
    ],
  },
  notes: {
    part: (count) =>
      `${counted(count, 'row')} of composite parts ${verb(count, 'was', 'were')} passed over.`,
  },
  table: {
    columns,
    trailingCellsMayBeCut: false,
    partFields: { sku: ['sku'], priceCents: ['price'] },
    keyOf: (row) => row.get('handle') || undefined,
    map: plainTitles(mapRows),
  },
});
