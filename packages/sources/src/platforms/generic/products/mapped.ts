import type { Product } from 'sequenzy-contract';
import { withListsAsFields, type MappingOfFields } from '../../../mapping/language/lists.ts';
import type { Mapping } from '../../../mapping/language/mapping.ts';
import { byPosition } from '../../../mapping/language/by-position.ts';
import type { Applied, Targets } from '../../../mapping/apply/apply.ts';
import { refuseUnknownFields } from '../../../mapping/apply/refuse-unknown-fields.ts';
import type { MappedRow } from '../../../mapping/apply/mapped-row.ts';
import { MappedInput } from '../../../mapping/apply/mapped-input.ts';
import type { Target } from '../../../mapping/apply/slot.ts';
import { variantForms } from '../../../mapping/apply/variants.ts';
import {
  defineSource,
  type Mapped,
  type Settings,
  type Source,
} from '../../../kinds/products/source.ts';
import { withPlainTitles } from '../../../kinds/products/plain-titles.ts';
import { htmlToText } from '../../../text/html.ts';
import { homeMadeName } from '../../../reading/home-made.ts';
import { listFields, optionColumns, productFields, variantFields } from './columns.ts';
import { mapRows } from './map.ts';
import { settled } from './settled.ts';

const kinds: Readonly<Record<string, Target>> = {
  price: 'money',
  salePrice: 'money',
  compareAtPrice: 'money',
  variantPrice: 'money',
  variantSalePrice: 'money',
  variantCompareAtPrice: 'money',
  inStock: 'yesNo',
  variantInStock: 'yesNo',
  inventoryQuantity: 'quantity',
  variantInventoryQuantity: 'quantity',
};

/** Fields of a mapping that the API does not have: what is read from them becomes other fields. */
const own = ['salePrice', 'inventoryQuantity', 'variantSalePrice'] as const;

/** Every field that a mapping of products can name. */
const names: readonly string[] = [
  ...productFields,
  ...variantFields,
  ...optionColumns.flatMap(({ name, value }) => [name, value]),
  ...listFields,
  ...own,
];

const known = new Set(names);

const targets: Targets = {
  names,
  families: [],
  of: (field) => (known.has(field) ? (kinds[field] ?? 'text') : undefined),
};

/** Of rows of one product these cells are those of the first row. */
const ofFirst = [
  'title',
  'description',
  'imageUrl',
  'url',
  'inStock',
  'inventoryQuantity',
  'providerCreatedAt',
];

/** The reader of the API's own files behind a mapping, for files with columns of their own. */
export function mappedProducts(given: Mapping): Source {
  refuseUnknownFields(given, targets, 'product');
  const mapping = withVariantTitle(byPosition(withListsAsFields(given)));
  const input = new MappedInput(mapping, {
    targets,
    key: 'productId',
    formsOf: (own, slot, names) => variantForms(mapping.variants, own, slot, names),
  });
  const isGrouped = 'variantId' in mapping.fields;
  return defineSource<string>({
    name: homeMadeName,
    label: 'home-made product file',
    isGeneral: true,
    marksUnpublished: false,
    table: {
      columns: input.columns,
      trailingCellsMayBeCut: false,
      keyOf: (row) => (isGrouped && input.keyOf(row)) || undefined,
      map: (rows, settings) =>
        mapApplied(
          rows.map((row) => input.apply(row)),
          settings,
        ),
    },
    documents: {
      required: [],
      fields: input.keys,
      envelopes: input.envelopes,
      map: (documents, settings) =>
        mapApplied(
          documents.map(({ value, line, file }) => input.inFile(file).apply(value, line)),
          settings,
        ),
    },
  });
}

/** A variant needs a title, and not every one has options. */
function withVariantTitle(mapping: MappingOfFields): MappingOfFields {
  const { fields } = mapping;
  const isNeeded = 'variantId' in fields && !('variantTitle' in fields);
  return isNeeded ? { ...mapping, fields: { ...fields, variantTitle: { value: '' } } } : mapping;
}

function titled(row: MappedRow): MappedRow {
  const isNamed =
    row.get('variantId') === '' ||
    ['variantTitle', 'options', ...optionColumns.map(({ value }) => value)].some(
      (field) => row.get(field) !== '',
    );
  return isNamed ? row : row.with({ variantTitle: row.get('title') });
}

/** A name that a mapping gives an option says nothing of a product without variants. */
function withoutIdleOptions(row: MappedRow): MappedRow {
  if (row.get('variantId') !== '') return row;
  const idle = optionColumns.filter(
    ({ name, value }) => row.get(name) !== '' && row.get(value) === '',
  );
  return idle.length === 0 ? row : row.with(Object.fromEntries(idle.map(({ name }) => [name, ''])));
}

/** Files of one's own hold what a page shows, in HTML as often as not. */
function plain(product: Partial<Product>): Partial<Product> {
  const { description } = product;
  const isHtml =
    typeof description === 'string' && /<\/?[a-z][^>]*>|&(#\d+|\w+);/i.test(description);
  return {
    ...withPlainTitles(product),
    ...(isHtml && { description: htmlToText(description) }),
  };
}

function mapApplied(parts: readonly Applied[], settings: Settings): Mapped {
  const kept = parts.filter(({ isLeftOut }) => !isLeftOut);
  const [first, ...others] = kept.flatMap(({ rows }) => rows);
  if (first === undefined) {
    return {
      key: undefined,
      product: {},
      faults: [],
      variants: 0,
      skip: 'excluded by mapping',
    };
  }
  const common = Object.fromEntries(ofFirst.map((field) => [field, first.get(field)]));
  // The fields of a mapping were checked against those of the reader.
  const rows = [first, ...others.map((row) => row.with(common))]
    .map(withoutIdleOptions)
    .map(titled) as [MappedRow, ...MappedRow[]];
  const mapped = settled(mapRows(rows, settings), rows, settings);
  return {
    ...mapped,
    product: plain(mapped.product),
    faults: [...kept.flatMap(({ faults }) => faults), ...mapped.faults],
  };
}
