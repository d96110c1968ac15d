import { isRecord } from 'sequenzy-contract';
import {
  mapCheckoutChampOrder,
  mapShopifyOrder,
  mapStickyIoOrder,
  mapWooCommerceOrder,
} from 'sequenzy-sources/webhooks';
import { readingOf, type Platform, type Reading } from './platform.ts';

/** Topics of Shopify with an order as their body. Source: shopify.dev. Of a refund the order tells too, in orders/updated. */
const ofOrders = /^orders\/(?!delete$|risk_)/;

export const shopify: Platform = {
  label: 'Shopify',
  methods: ['POST'],
  topicHeader: 'x-shopify-topic',
  deliveryId: (headers) => headers.get('x-shopify-webhook-id') ?? undefined,
  read({ value, topic }, { mapping }) {
    if (topic !== undefined && !ofOrders.test(topic)) return { kind: 'nothing', reason: topic };
    return readingOf(mapShopifyOrder(value, mapping), { derivesIds: true });
  },
};

// Its X-WC-Webhook-Delivery-ID is made of the webhook and the second: two orders of one second share it.
export const woocommerce: Platform = {
  label: 'WooCommerce',
  methods: ['POST'],
  topicHeader: 'x-wc-webhook-topic',
  // Sent when the webhook is saved, without a signature; unless it is answered well, the webhook is not switched on.
  isPing: (headers, body) =>
    headers.get('x-wc-webhook-signature') === null && /^webhook_id=\d{1,20}$/.test(body),
  read({ value, topic }, { mapping }) {
    const isOther = topic !== undefined && !/^order\.(?!deleted$)/.test(topic);
    if (isOther) return { kind: 'nothing', reason: topic };
    return readingOf(mapWooCommerceOrder(value, mapping));
  },
};

export const checkoutchamp: Platform = {
  label: 'CheckoutChamp',
  methods: ['GET', 'POST'],
  read({ value }, { mapping }) {
    return withAddress(
      readingOf(mapCheckoutChampOrder(value, mapping), { derivesIds: true }),
      value,
    );
  },
};

export const stickyio: Platform = {
  label: 'sticky.io',
  methods: ['GET', 'POST'],
  read({ value }, { mapping }) {
    return withAddress(readingOf(mapStickyIoOrder(value, mapping)), value);
  },
};

/** The merchant chooses the fields: where the one of the address is lacking, that can be put right. */
function withAddress(reading: Reading, value: unknown): Reading {
  const isLacking =
    reading.kind === 'nothing' &&
    reading.reason === 'no e-mail' &&
    isRecord(value) &&
    !['emailAddress', 'email', 'email_address'].some((name) => name in value);
  return isLacking ? { kind: 'unreadable', reason: 'a field for the e-mail is lacking' } : reading;
}
