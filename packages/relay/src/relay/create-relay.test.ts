import { createHmac } from 'node:crypto';
import { SequenzyCommerce } from 'sequenzy-commerce';
import { createSandbox } from 'sequenzy-sandbox';
import { describe, expect, it } from 'vitest';
import type { NewLetter, RelayEvent } from '../queue/event.ts';
import type { Inbox } from '../queue/queue.ts';
import { createRelay } from './create-relay.ts';
import type { News } from './news.ts';
import type { PlatformSettings } from './options.ts';

const secret = 'a-long-shared-secret';

/** A relay in front of a queue that only keeps. */
function setUp(options: Partial<PlatformSettings> & { readonly queue?: Partial<Inbox> } = {}) {
  const { queue = {}, ...settings } = options;
  const events: RelayEvent[] = [];
  const letters: NewLetter[] = [];
  const news: News[] = [];
  const inbox: Inbox = {
    add: (event) => {
      events.push(event);
      return Promise.resolve('queued');
    },
    bury: (letter) => {
      letters.push(letter);
      return Promise.resolve();
    },
    ...queue,
  };
  const common = { secret, ...settings };
  const mapping = { timezone: 'America/New_York', currency: 'USD' };
  const fetchOrder = () => Promise.resolve(undefined);
  const relay = createRelay({
    client: new SequenzyCommerce({ apiKey: 'seq_live_sandbox', fetch: createSandbox().fetch }),
    queue: inbox,
    onNews: (one) => news.push(one),
    platforms: {
      shopify: common,
      woocommerce: common,
      checkoutchamp: { mapping, ...common },
      stickyio: { mapping, ...common },
      bigcommerce: { fetchOrder, ...common },
      ecwid: { fetchOrder, ...common },
      squarespace: { fetchOrder, ...common, secret: '00ff10' },
      stripe: { fetchOrder, ...common },
    },
  });
  const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
    const request = new Request(`https://relay.example${path}`, { method: 'POST', body, headers });
    const response = await relay(request);
    return [response.status, (await response.text()).trim()];
  };
  return { relay, events, letters, news, post };
}

const shopifyOrder = {
  id: 820982911946154,
  name: '#1001',
  email: 'ann@shop.example',
  created_at: '2026-03-02T09:30:00-05:00',
  updated_at: '2026-03-02T09:31:00-05:00',
  currency: 'USD',
  total_price: '19.99',
  financial_status: 'paid',
  line_items: [{ product_id: 11, variant_id: 12, title: 'Serum', quantity: 1, price: '19.99' }],
};

function signed(body: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

function shopify(body: string, more: Record<string, string> = {}): Record<string, string> {
  const topic = { 'x-shopify-topic': 'orders/create', 'content-type': 'application/json' };
  return { ...topic, 'x-shopify-hmac-sha256': signed(body), ...more };
}

describe('a webhook of Shopify', () => {
  const body = JSON.stringify(shopifyOrder);

  it('is queued as an order, with what tells its states apart', async () => {
    const { post, events } = setUp();
    const headers = shopify(body, { 'x-shopify-webhook-id': 'd-1' });
    expect(await post('/shopify', body, headers)).toEqual([200, 'queued']);
    expect(events).toMatchObject([
      {
        kind: 'order',
        platform: 'shopify',
        deliveryId: 'd-1',
        facts: { derivesIds: true, updatedAt: '2026-03-02T14:31:00Z' },
        order: { orderId: '820982911946154', totalCents: 1999 },
      },
    ]);
  });

  it('is refused with a wrong signature, and nothing of it is read', async () => {
    const { post, events, letters } = setUp();
    expect(await post('/shopify', `${body} `, shopify(body))).toMatchObject([401, {}]);
    expect(await post('/shopify', body)).toMatchObject([401, {}]);
    expect([events, letters]).toEqual([[], []]);
  });

  it.each(['products/update', 'orders/delete', 'refunds/create', 'app/uninstalled'])(
    'about %s can never become an event',
    async (topic) => {
      const { relay, post, events } = setUp();
      const headers = shopify(body, { 'x-shopify-topic': topic });
      expect(await post('/shopify', body, headers)).toEqual([200, 'nothing to send']);
      expect(events).toEqual([]);
      expect(relay.figures().nothing).toEqual({ [topic]: 1 });
    },
  );

  it('that is a test order is counted', async () => {
    const { relay, post } = setUp();
    const test = JSON.stringify({ ...shopifyOrder, test: true });
    expect(await post('/shopify', test, shopify(test))).toEqual([200, 'nothing to send']);
    expect(relay.figures().nothing).toEqual({ test: 1 });
  });

  it.each([
    ['no JSON', '{"id":', 'the body is not JSON'],
    ['no amount', JSON.stringify({ ...shopifyOrder, total_price: 'x' }), 'total_price'],
    ['a list', '[]', 'expected an object'],
  ])('that cannot be read is kept and answered well: %s', async (_, text, reason) => {
    const { post, letters, news } = setUp();
    expect(await post('/shopify', text, shopify(text))).toEqual([200, 'kept, to be looked at']);
    expect(letters).toMatchObject([{ platform: 'shopify', content: { webhook: { body: text } } }]);
    expect(letters[0]?.reason).toContain(reason);
    expect(JSON.stringify(news)).not.toContain('ann@');
  });

  it('is to be sent again where it cannot be queued', async () => {
    const { relay, post } = setUp({ queue: { add: () => Promise.reject(new Error('ENOSPC')) } });
    expect(await post('/shopify', body, shopify(body))).toEqual([503, 'cannot be taken now']);
    expect(relay.figures().refused).toEqual({ 503: 1 });
  });

  it('is to be sent again where its body breaks off', async () => {
    const { relay } = setUp();
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new Error('reset'));
      },
    });
    const init = { method: 'POST', body: broken, duplex: 'half' } as const;
    expect((await relay(new Request('https://r.example/shopify', init))).status).toBe(503);
  });

  it('is taken with either secret while one replaces another', async () => {
    const { post } = setUp({ secret: ['older', secret] });
    expect(await post('/shopify', body, shopify(body))).toEqual([200, 'queued']);
  });

  it.each([
    ['said', { 'content-length': '2000000' }],
    ['found', {}],
  ])('is refused where it is too large, as is %s', async (_, headers) => {
    const { post } = setUp();
    const large = ' '.repeat(1_048_577);
    expect(await post('/shopify', large, { ...shopify(large), ...headers })).toMatchObject([
      413,
      {},
    ]);
    const fits = ' '.repeat(1_048_576);
    expect(await post('/shopify', fits, shopify(fits))).toMatchObject([200, {}]);
  });
});

describe('a webhook of WooCommerce', () => {
  it('that is its ping is answered well without a signature, and does nothing', async () => {
    const { relay, post, events, letters } = setUp();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await post('/woocommerce', 'webhook_id=12', form)).toEqual([200, 'nothing to send']);
    expect(await post('/woocommerce', 'webhook_id=12&x=1', form)).toMatchObject([401, {}]);
    expect([events, letters]).toEqual([[], []]);
    expect(relay.figures().nothing).toEqual({ ping: 1 });
  });

  it('is queued as an order', async () => {
    const { post, events } = setUp();
    const body = JSON.stringify({
      id: 727,
      status: 'processing',
      currency: 'USD',
      date_created_gmt: '2026-03-02T14:30:00',
      date_modified_gmt: '2026-03-02T14:31:00',
      total: '29.35',
      billing: { email: 'ann@shop.example' },
      line_items: [{ product_id: 93, name: 'Tee', quantity: 2, price: 14.675, total: '29.35' }],
    });
    const headers = {
      'x-wc-webhook-signature': signed(body),
      'x-wc-webhook-topic': 'order.updated',
    };
    expect(await post('/woocommerce', body, headers)).toEqual([200, 'queued']);
    expect(events).toMatchObject([{ order: { orderId: '727', totalCents: 2935 } }]);
  });
});

/** Shapes of webhooks that were captured in public; every value is made up. */
const sale = {
  clientOrderId: '9F2B71C0DE',
  orderId: '884213',
  orderStatus: 'COMPLETE',
  orderTotal: '49.95',
  totalPrice: '57.90',
  salesTax: '0.00',
  totalShipping: '7.95',
  totalDiscount: '0.00',
  currencyCode: 'USD',
  customerId: '51377',
  emailAddress: 'ann@shop.example',
  firstName: 'Ann',
  lastName: 'Dyk',
  dateCreated: '2026-03-02',
  timeCreated: '09:30:00',
  purchaseId: '70011',
  clientPurchaseId: 'A1F0',
  responseType: 'SUCCESS',
  paySource: 'CREDITCARD',
  billingCycleNumber: '1',
  recurringStatus: 'ACTIVE',
  product1_name: '(14015) Serum',
  product1_sku: 'S-1',
  product1_campaignProductId: '15271',
  product1_price: '49.95',
  product1_qty: '1',
};
const header = { 'X-Webhook-Secret': secret };

describe('a webhook of CheckoutChamp', () => {
  const rebill = {
    ...sale,
    clientOrderId: '9F2B71C0DF',
    orderId: '884999',
    originalOrderId: '884213',
    billingCycleNumber: '2',
  };
  const upsell = {
    product2_name: 'Cream',
    product2_sku: 'C-1',
    product2_price: '20.00',
    product2_qty: '1',
    totalPrice: '77.90',
  };
  const refund = {
    ...sale,
    orderStatus: 'REFUNDED',
    dateRefunded: '2026-03-05',
    refundReason: 'RDR',
  };
  const cancelled = { fulfillmentStatus: 'CANCELLED', recurringStatus: 'CANCELLED' };

  it.each([
    [
      'sale',
      sale,
      { order: { orderId: '9F2B71C0DE', status: 'placed', totalCents: 5790 }, formerId: '884213' },
    ],
    ['rebill', rebill, { order: { orderId: '9F2B71C0DF', status: 'placed' }, formerId: '884999' }],
    [
      'upsell',
      { ...sale, ...upsell },
      { order: { totalCents: 7790, items: [{ sku: 'S-1' }, { sku: 'C-1' }] } },
    ],
    ['refund', refund, { order: { status: 'refunded', refundAmountCents: 5790 } }],
    [
      'cancellation',
      { ...sale, orderStatus: 'DECLINED', ...cancelled },
      { order: { status: 'cancelled' }, onlyIfKnown: true },
    ],
  ])('about a %s is queued', async (_, fields, expected) => {
    const { post, events } = setUp();
    const json = JSON.stringify(fields);
    expect(
      await post('/checkoutchamp', json, { ...header, 'content-type': 'application/json' }),
    ).toEqual([200, 'queued']);
    const form = new URLSearchParams(fields).toString();
    expect(await post('/checkoutchamp', form, header)).toEqual([200, 'queued']);
    expect(events).toMatchObject([expected, expected]);
  });

  it.each([
    [
      'pending',
      { ...sale, orderStatus: 'PENDING', declineReason: 'Requires Capture' },
      'not paid yet',
    ],
    [
      'partial',
      { clientOrderId: '9F2B71C0E0', orderStatus: 'PARTIAL', emailAddress: 'ann@shop.example' },
      'partial',
    ],
    [
      'decline',
      {
        ...sale,
        orderStatus: 'DECLINED',
        responseType: 'SOFT_DECLINE',
        declineReason: 'Insufficient funds',
      },
      'declined',
    ],
    ['test card', { ...sale, cardType: 'TESTCARD' }, 'test'],
  ])('about a %s can never become an event', async (_, fields, reason) => {
    const { relay, post, events, letters } = setUp();
    expect(await post('/checkoutchamp', JSON.stringify(fields), header)).toEqual([
      200,
      'nothing to send',
    ]);
    expect([events, letters]).toEqual([[], []]);
    expect(relay.figures().nothing).toEqual({ [reason]: 1 });
  });

  it('comes by GET too, with its secret in the header or at the end of the path', async () => {
    const { relay, events } = setUp();
    const query = new URLSearchParams(sale).toString();
    const ask = async (path: string, headers: Record<string, string> = {}) =>
      (await relay(new Request(`https://relay.example${path}?${query}`, { headers }))).status;
    expect(await ask('/checkoutchamp', header)).toBe(200);
    expect(await ask('/checkoutchamp', { 'x-relay-secret': secret })).toBe(200);
    expect(await ask(`/checkoutchamp/${secret}`)).toBe(200);
    expect(await ask('/checkoutchamp/wrong')).toBe(401);
    expect(await ask('/checkoutchamp')).toBe(401);
    expect(events).toMatchObject(
      Array(3).fill({ order: { orderId: '9F2B71C0DE', totalCents: 5790 } }),
    );
  });

  it('is read under the names that the merchant has chosen', async () => {
    const names = {
      oid: 'clientOrderId',
      product: 'items.1.productId',
      pieces: 'items.1.qty',
      what: 'items.1.name',
    };
    const { clientOrderId, ...others } = sale;
    const bare = Object.entries(others).filter(([name]) => !name.startsWith('product1'));
    const fields = {
      ...Object.fromEntries(bare),
      oid: clientOrderId,
      product: '11',
      pieces: '2',
      what: 'Serum',
      __proto__: 'x',
    };
    const { post, events } = setUp({ names });
    const form = new URLSearchParams(fields).toString();
    expect(await post('/checkoutchamp', form, header)).toEqual([200, 'queued']);
    expect(events).toMatchObject([
      { order: { orderId: '9F2B71C0DE', items: [{ productId: '11', quantity: 2 }] } },
    ]);
  });

  it.each([
    ['no field for the address', { emailAddress: undefined }],
    ['no currency that is a code', { currencyCode: '$' }],
    ['no time', { dateCreated: undefined }],
  ])('that a person can put right is kept: %s', async (_, members) => {
    const { post, letters } = setUp();
    expect(await post('/checkoutchamp', JSON.stringify({ ...sale, ...members }), header)).toEqual([
      200,
      'kept, to be looked at',
    ]);
    expect(letters).toHaveLength(1);
  });
});

it('queues a postback of sticky.io', async () => {
  const { post, events } = setUp();
  const tokens = {
    order_id: '10021',
    order_status: '2',
    order_date_time: '2026-03-02 09:30:00',
    order_total: '49.95',
    currency_code: 'USD',
    customer_id: '7',
    email: 'ann@shop.example',
    product_id_csv: '11,12',
    product_names_csv: 'Serum,Cream',
    product_skus_csv: 'S-1,C-1',
    product_prices_csv: '29.95,20.00',
    product_qtys_csv: '1,1',
    is_test_cc: '0',
  };
  expect(await post(`/stickyio/${secret}`, new URLSearchParams(tokens).toString())).toEqual([
    200,
    'queued',
  ]);
  expect(events).toMatchObject([
    { order: { orderId: '10021', totalCents: 4995, items: [{}, {}] } },
  ]);
});

describe('a webhook that says only which order', () => {
  it('of BigCommerce is queued as a reference', async () => {
    const { post, events, relay } = setUp();
    const hook = (scope: string, type: string) =>
      JSON.stringify({ scope, store_id: '1', data: { type, id: 250 }, hash: 'x', created_at: 1 });
    expect(await post('/bigcommerce', hook('store/order/statusUpdated', 'order'), header)).toEqual([
      200,
      'queued',
    ]);
    expect(await post('/bigcommerce', hook('store/product/updated', 'product'), header)).toEqual([
      200,
      'nothing to send',
    ]);
    expect(events).toMatchObject([{ kind: 'reference', id: '250' }]);
    expect(events[0]).not.toHaveProperty('deliveryId');
    expect(relay.figures().nothing).toEqual({ 'store/product/updated': 1 });
  });

  it('of Ecwid, Squarespace and Stripe has the id of its event', async () => {
    const { post, events } = setUp();
    const ecwid = JSON.stringify({
      eventId: 'e-1',
      eventCreated: 5,
      entityId: 103,
      eventType: 'order.updated',
      data: { orderId: 'XJ12H' },
    });
    await post('/ecwid', ecwid, { 'x-ecwid-webhook-signature': signed('5.e-1') });
    const squarespace = JSON.stringify({
      id: 'n-1',
      topic: 'order.create',
      data: { orderId: '585d' },
    });
    const key = Buffer.from('00ff10', 'hex');
    await post('/squarespace', squarespace, {
      'squarespace-signature': createHmac('sha256', key).update(squarespace).digest('hex'),
    });
    const stripe = JSON.stringify({
      id: 'evt_1',
      type: 'checkout.session.completed',
      data: { object: { id: 'cs_1' } },
    });
    const time = Math.floor(Date.now() / 1000);
    const v1 = createHmac('sha256', secret).update(`${time}.${stripe}`).digest('hex');
    await post('/stripe', stripe, { 'stripe-signature': `t=${time},v1=${v1}` });
    expect(events).toMatchObject([
      { platform: 'ecwid', id: 'XJ12H', deliveryId: 'e-1' },
      { platform: 'squarespace', id: '585d', deliveryId: 'n-1' },
      { platform: 'stripe', id: 'cs_1', deliveryId: 'evt_1' },
    ]);
  });
});

describe('a relay', () => {
  it('knows no other path and no other method', async () => {
    const { relay, post } = setUp();
    expect(await post('/etsy', '{}')).toMatchObject([404, {}]);
    expect(await post('/', '{}')).toMatchObject([404, {}]);
    expect((await relay(new Request('https://r.example/shopify'))).status).toBe(405);
    const put = new Request('https://r.example/checkoutchamp', { method: 'PUT', headers: header });
    expect((await relay(put)).status).toBe(405);
  });

  it('takes nothing more once it is closed', async () => {
    const { relay, post } = setUp();
    await relay.close();
    expect(await post('/shopify', '{}')).toEqual([503, 'shutting down']);
  });

  it('never tells its secret or a person', async () => {
    const { post, news } = setUp();
    await post(`/checkoutchamp/${secret}`, new URLSearchParams(sale).toString());
    await post(
      `/checkoutchamp/${secret}`,
      'emailAddress=ann@shop.example&orderStatus="ann@shop.example"',
    );
    await post(`/checkoutchamp/${secret}x`, 'emailAddress=ann@shop.example');
    const told = JSON.stringify(news);
    expect(news.length).toBeGreaterThan(2);
    expect(told).not.toContain(secret);
    expect(told).not.toContain('ann@');
  });

  it.each([
    ['no secret', { platform: 'shopify', secret: '' }, 'the secret for Shopify is empty'],
    ['an empty list of them', { platform: 'shopify', secret: [] }, 'needs a secret for Shopify'],
    ['a secret that is not hex', { platform: 'squarespace', secret: 'x' }, 'hex digits'],
    ['no way to fetch', { platform: 'ecwid', secret }, 'Ecwid needs fetchOrder'],
    ['no way to map', { platform: 'fanfare', secret }, 'Fanfare needs mapOrder'],
    ['no platform', { platforms: {} }, 'at least one platform'],
    [
      'an unknown one',
      { platforms: { etsy: { secret } } },
      '"etsy" is not a platform with webhooks',
    ],
    [
      'a zone that does not exist',
      { platform: 'checkoutchamp', secret, mapping: { timezone: 'Mars/Olympus' } },
      'not a time zone',
    ],
  ])('is not made with %s', (_, options, message) => {
    const { relay } = setUp();
    expect(relay).toBeDefined();
    const whole = { client: new SequenzyCommerce({ apiKey: 'k' }), queue: {}, ...options };
    expect(() => createRelay(whole as never)).toThrow(message); // as untyped callers do
  });
});
