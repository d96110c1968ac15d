// What a shop's backend does when something happens: it tells Sequenzy of a checkout, and of the order that came of it.
// Needs SEQUENZY_API_KEY; SEQUENZY_API_URL to reach a sandbox.
import { SequenzyCommerce, SequenzyError } from 'sequenzy-commerce';
import { parseMoney } from 'sequenzy-sources';

const sequenzy = new SequenzyCommerce();

/** Prices are decimal text, as most shops keep them; the API wants whole cents. */
function toCents(amount, currency) {
  const money = parseMoney(amount, currency);
  if (!money.ok) throw new RangeError(money.message);
  return money.cents;
}

const customerOf = ({ email, firstName, lastName }) => ({ email, firstName, lastName });

const itemsOf = ({ lines, currency }) =>
  lines.map(({ sku, title, quantity, price }) => ({
    productId: sku,
    title,
    quantity,
    priceCents: toCents(price, currency),
  }));

async function checkoutStarted(cart) {
  // No idempotency is promised for checkouts, so the SDK does not send one again when it is unknown whether it arrived.
  try {
    await sequenzy.checkouts.track({
      checkoutId: cart.id,
      totalCents: toCents(cart.total, cart.currency),
      currency: cart.currency,
      checkoutUrl: `https://shop.example/checkout/${cart.id}`,
      customer: customerOf(cart.shopper),
      items: itemsOf(cart),
    });
  } catch (error) {
    // A reminder that is lost must not break the checkout.
    if (!(error instanceof SequenzyError)) throw error;
    console.error(`checkout ${cart.id} was not tracked: ${error.message}`);
  }
}

async function orderPlaced(cart, orderId) {
  // Orders are idempotent by orderId: whatever may pass is tried again.
  const { queued } = await sequenzy.orders.push({
    orderId,
    totalCents: toCents(cart.total, cart.currency),
    currency: cart.currency,
    orderedAt: new Date().toISOString(),
    customer: customerOf(cart.shopper),
    items: itemsOf(cart),
  });
  return queued;
}

const cart = {
  id: 'cart-17',
  total: '66.50',
  currency: 'EUR',
  shopper: { email: 'ada@example.com', firstName: 'Ada', lastName: 'King' },
  lines: [
    { sku: 'tee-1', title: 'Field tee', quantity: 2, price: '24.00' },
    { sku: 'cap-1', title: 'Dock cap', quantity: 1, price: '18.50' },
  ],
};

await checkoutStarted(cart);
console.log('checkout cart-17 tracked');
console.log(`order 1001 ${(await orderPlaced(cart, '1001')) ? 'queued' : 'taken'}`);
