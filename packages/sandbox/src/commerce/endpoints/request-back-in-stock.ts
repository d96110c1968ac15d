import { backInStockRequestSchema } from 'sequenzy-contract';
import { json, type Answer } from '../../http/answer.ts';
import { parseBody } from '../../http/parse-body.ts';
import type { Call, Endpoint } from './endpoint.ts';

/**
 * `POST /back-in-stock`: notify me. Records `ecommerce.back_in_stock_requested` every time; the subscriber waits once.
 * The product need not be in the catalog yet (assumed).
 *
 * Source: the vendor's reference page "back-in-stock".
 */
export const requestBackInStock: Endpoint = {
  method: 'POST',
  path: '/back-in-stock',
  scope: 'back_in_stock:write',
  answer: request,
};

function request({ body, company, now }: Call): Answer {
  const parsed = parseBody(backInStockRequestSchema, body);
  if (!parsed.ok) return parsed.refusal;
  const { productId, customer } = parsed.value;
  const subscriber = company.subscribers.upsert(customer, now);
  const wanted = {
    productId,
    variantId: parsed.value.variantId ?? productId,
    productTitle: parsed.value.productTitle ?? null,
    variantTitle: parsed.value.variantTitle ?? null,
  };
  const who = { email: subscriber.email, subscriberId: subscriber.id };
  company.waitlist.add({ ...wanted, ...who });
  company.fire(
    {
      name: 'ecommerce.back_in_stock_requested',
      ...who,
      at: now,
      properties: { provider: 'api', ...wanted },
    },
    now,
  );
  return json(200, { success: true, subscriberId: subscriber.id });
}
