import type { RecordFault } from '../../catalog.ts';
import { isFields } from '../../json/fields.ts';
import type { Documents, Fields, Mapped, Settings } from '../../source.ts';
import { canonical } from '../../table/header.ts';
import { answeredOnly, productFields } from './columns.ts';
import { DocumentReader } from './document-reader.ts';

const productKeys = keysByHeading([...productFields, 'variants']);

const variantKeys = keysByHeading([
  'variantId',
  'title',
  'sku',
  'price',
  'priceCents',
  'compareAtPrice',
  'compareAtPriceCents',
  'currency',
  'imageUrl',
  'inStock',
  'inventoryQuantity',
  'options',
]);

const ignored = new Set([...answeredOnly, 'sequenzyLine', 'sequenzyError'].map(canonical));

/** A product as the API takes it, where prices may also be decimals. */
export function mapDocument([document]: Documents, settings: Settings): Mapped {
  const { value, line } = document;
  if (!isFields(value)) {
    const fault = { path: '', message: 'expected an object', line };
    return { key: undefined, product: {}, faults: [fault], variants: 0 };
  }
  const unknown: string[] = [];
  const fields = pick(value, productKeys, unknown);
  const reader = new DocumentReader(document, fields['currency'], settings);
  const list = fields['variants'];
  const product: Record<string, unknown> = {
    ...reader.product(fields),
    ...(Array.isArray(list) && {
      variants: list.map((variant: unknown, index) =>
        isFields(variant)
          ? reader.variant(pick(variant, variantKeys, unknown), `variants[${String(index)}].`)
          : variant,
      ),
    }),
  };
  return {
    key: typeof product['productId'] === 'string' ? product['productId'] : undefined,
    product,
    faults: reader.faults,
    locate: (path): RecordFault => ({ path, message: '', line }),
    variants: Array.isArray(list) ? list.length : 0,
    unknown,
  };
}

function keysByHeading(keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map(keys.map((key) => [canonical(key), key]));
}

/** Known keys in the API's spelling. */
function pick(fields: Fields, known: ReadonlyMap<string, string>, unknown: string[]): Fields {
  const picked: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    const name = known.get(canonical(key));
    if (name !== undefined) picked[name] = value;
    else if (!ignored.has(canonical(key))) unknown.push(key);
  }
  return picked;
}
