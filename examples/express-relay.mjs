// A relay inside an Express app. It stands before any parser of bodies: signatures are of raw bytes.
import express from 'express';
import { SequenzyCommerce } from 'sequenzy-commerce';
import { createRelay } from 'sequenzy-relay';
import { nodeListener, openEmbeddedQueue } from 'sequenzy-relay/node';

const { SHOPIFY_SECRET = '', BIGCOMMERCE_SECRET = '', SHOP_API = '', PORT = '3000' } = process.env;

/** BigCommerce says only which order: this asks the shop for it, in the words of Sequenzy. */
async function fetchOrder(id, { signal }) {
  const response = await fetch(`${SHOP_API}/orders/${encodeURIComponent(id)}`, { signal });
  if (response.status === 404) return undefined; // deleted: there is nothing to send
  if (!response.ok) throw new Error(`the shop answers ${response.status}`); // asked again later
  const {
    id: orderId,
    total_inc_tax: total,
    currency_code: currency,
    ...order
  } = await response.json();
  return {
    orderId: String(orderId),
    status: { Shipped: 'fulfilled', Cancelled: 'cancelled', Refunded: 'refunded' }[order.status],
    totalCents: Math.round(Number(total) * 100), // of a currency with two decimals
    currency,
    orderedAt: new Date(order.date_created).toISOString(),
    customer: { email: order.billing_address.email },
  };
}

const relay = createRelay({
  client: new SequenzyCommerce(),
  platforms: {
    shopify: { secret: SHOPIFY_SECRET },
    bigcommerce: { secret: BIGCOMMERCE_SECRET, fetchOrder },
  },
  queue: await openEmbeddedQueue({ folder: process.env.RELAY_FOLDER ?? 'relay' }),
});

const app = express();
app.all('/webhooks/:platform', nodeListener(relay));
app.use(express.json());
app.get('/', (_, response) => response.json({ shop: 'open' }));
const server = app.listen(Number(PORT), () => {
  console.log(`listening on ${server.address().port}`);
});
