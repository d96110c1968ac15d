import { checkoutSchema } from 'sequenzy-contract';
import { json, type Answer } from '../../http/answer.ts';
import { parseBody } from '../../http/parse-body.ts';
import type { Call, Endpoint } from './endpoint.ts';

/**
 * `POST /checkouts`: fires `ecommerce.checkout_started` every time, since no idempotency is promised.
 * Source: the vendor's reference page "checkout started".
 */
export const startCheckout: Endpoint = {
  method: 'POST',
  path: '/checkouts',
  scope: 'checkouts:write',
  answer: start,
};

function start({ body, company, now }: Call): Answer {
  const parsed = parseBody(checkoutSchema, body);
  if (!parsed.ok) return parsed.refusal;
  const { checkoutId, customer, items, properties, totalCents, currency, checkoutUrl } =
    parsed.value;
  const subscriber = company.subscribers.upsert(customer, now);
  const event = company.fire(
    {
      name: 'ecommerce.checkout_started',
      email: subscriber.email,
      subscriberId: subscriber.id,
      at: now,
      properties: {
        ...properties,
        provider: 'api',
        checkoutId,
        totalCents: totalCents ?? null,
        currency: currency ?? null,
        checkoutUrl: checkoutUrl ?? null,
        lineItems: items ?? [],
      },
    },
    now,
  );
  return json(200, {
    success: true,
    checkoutId,
    subscriberId: subscriber.id,
    eventId: event.id,
  });
}
