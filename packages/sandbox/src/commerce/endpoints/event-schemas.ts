import { json, type Answer } from '../../http/answer.ts';
import { problem } from '../../http/problem.ts';
import type { Call, Endpoint } from './endpoint.ts';

/**
 * `GET /events/schemas?eventName=&provider=`: what the payload of an event holds. Without a name every event.
 * An event that is not built in is `documented: false`, not an error.
 *
 * Source: the vendor's MCP server (`get_event_schema`). The shape of the reply is assumed.
 */
export const getEventSchemas: Endpoint = {
  method: 'GET',
  path: '/events/schemas',
  scope: 'events:read',
  answer: schemas,
};

/** `GET /events/sample?eventName=`: an example payload. The shape of the reply is assumed. */
export const getEventSample: Endpoint = {
  method: 'GET',
  path: '/events/sample',
  scope: 'events:read',
  answer: sample,
};

const provider = 'api';

function schemas({ query }: Call): Answer {
  const name = query.get('eventName');
  const wanted = query.get('provider');
  if (name !== null && !known.includes(name)) {
    return json(200, { success: true, eventName: name, documented: false, schemas: [] });
  }
  const all = known.filter((one) => name === null || one === name);
  const described = wanted !== null && wanted !== provider ? [] : all.map(schemaOf);
  return json(200, { success: true, documented: described.length > 0, schemas: described });
}

function sample({ query }: Call): Answer {
  const name = query.get('eventName');
  if (name === null) return problem(400, 'eventName: expected the name of an event');
  if (!known.includes(name)) return problem(404, `No sample is published for ${name}`);
  return json(200, { success: true, eventName: name, provider, sample: sampleOf(name) });
}

function schemaOf(eventName: string) {
  const properties = Object.entries(sampleOf(eventName)).map(([path, value]) => ({
    path,
    type: Array.isArray(value) ? 'array' : typeof value,
    mergeTag: `{{event.${path}}}`,
    ...(path.endsWith('Cents') ? { unit: 'minor', note: 'Minor units of the currency.' } : {}),
  }));
  return { eventName, provider, sample: sampleOf(eventName), properties };
}

const lineItems = [
  { productId: 'mug', title: 'Mug', variantId: 'mug-s', quantity: 2, priceCents: 1450 },
];

const order = {
  provider,
  orderId: '1001',
  orderNumber: '#1001',
  totalCents: 2900,
  currency: 'USD',
  orderedAt: '2026-03-02T09:30:00.000Z',
  lineItems,
};

function sampleOf(eventName: string): Record<string, unknown> {
  const status = /order_(\w+)$/.exec(eventName)?.[1];
  if (status !== undefined) {
    return { ...order, status, ...(status === 'refunded' ? { refundAmountCents: 2900 } : {}) };
  }
  if (eventName === 'ecommerce.checkout_started') {
    const { totalCents, currency } = order;
    return { provider, checkoutId: 'c1', totalCents, currency, checkoutUrl: null, lineItems };
  }
  return { provider, productId: 'mug', variantId: 'mug-s', productTitle: 'Mug', variantTitle: 'S' };
}

const known = [
  'ecommerce.order_placed',
  'ecommerce.order_cancelled',
  'ecommerce.order_fulfilled',
  'ecommerce.order_refunded',
  'ecommerce.checkout_started',
  'ecommerce.back_in_stock_requested',
  'ecommerce.back_in_stock',
];
