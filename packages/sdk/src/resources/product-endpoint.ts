import { limits, productSchema, upsertReplySchema, type Product } from 'sequenzy-contract';
import type { BulkEndpoint } from '../delivery/bulk-endpoint.ts';
import { tolerate } from '../transport/tolerate.ts';
import type { Transport } from '../transport/transport.ts';
import { checkInput } from './checked.ts';
import { mergeProduct } from './merge-product.ts';

const opening = '{"products":[';
const closing = ']}';

/** POST /products: up to 100 products a request, idempotent by productId. Source: the vendor's page "products upsert". */
export function productEndpoint(transport: Transport): BulkEndpoint<Product> {
  return {
    maxRecords: limits.productsPerRequest,
    bodyBytes: (records, bytes) =>
      opening.length + bytes + Math.max(0, records - 1) + closing.length,
    check: (input) => {
      const checked = checkInput(productSchema, input);
      if ('record' in checked) return { record: checked.record, key: checked.record.productId };
      return { faults: checked.faults, key: idOf(input) };
    },
    merge: mergeProduct,
    send: async (texts, { drain, meter }) => {
      const answer = await transport({
        method: 'POST',
        path: '/products',
        body: `${opening}${texts.join(',')}${closing}`,
        replayable: true,
        drain,
        meter,
      });
      const reply = tolerate(upsertReplySchema, answer.json);
      return { backInStockEventsTriggered: reply.backInStockEventsTriggered ?? 0 };
    },
  };
}

function idOf(input: unknown): string | undefined {
  const id: unknown =
    typeof input === 'object' && input !== null ? Reflect.get(input, 'productId') : undefined;
  return typeof id === 'string' ? id : undefined;
}
