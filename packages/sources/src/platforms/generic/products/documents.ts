import { isRecord } from 'sequenzy-contract';
import type { RecordFault } from '../../../faults/record-fault.ts';
import { keysByHeading, pick } from '../../../documents/known-keys.ts';
import type { Documents } from '../../../documents/document.ts';
import { canonical } from '../../../table/columns.ts';
import { answeredOnly, productFields } from './columns.ts';
import { DocumentReader } from './document-reader.ts';
import { type Mapped, type Settings, noObject } from '../../../kinds/products/source.ts';

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

const ignored: ReadonlySet<string> = new Set(answeredOnly.map(canonical));

/** A product as the API takes it, where prices may also be decimals. */
export function mapDocument([document]: Documents, settings: Settings): Mapped {
  const { value, line } = document;
  if (!isRecord(value)) return noObject(document);
  const unknown: string[] = [];
  const fields = pick(value, productKeys, unknown, ignored);
  const reader = new DocumentReader(document, fields['currency'], settings);
  const list = fields['variants'];
  const product: Record<string, unknown> = {
    ...reader.product(fields),
    ...(Array.isArray(list) && {
      variants: list.map((variant: unknown, index) =>
        isRecord(variant)
          ? reader.variant(
              pick(variant, variantKeys, unknown, ignored),
              `variants[${String(index)}].`,
            )
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
