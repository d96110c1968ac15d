import { SequenzyCommerce } from 'sequenzy-commerce';
import { createSandbox, type Sandbox, type SandboxOptions } from 'sequenzy-sandbox';
import { expect, it } from 'vitest';
import { checkoutChampRelay, type RelayOptions } from '../examples/checkoutchamp-relay.ts';

const secret = 'postback-secret-1';

const order = {
  orderId: 'A1B2C3',
  orderStatus: 'COMPLETE',
  totalAmount: '19.99',
  currencyCode: 'USD',
  dateCreated: '2026-03-02 09:30:00',
  emailAddress: 'ann@shop.example',
  firstName: 'Ann',
  items: { '101': { productId: '11', name: 'Serum', qty: '1', price: '19.99', sku: 'S-1' } },
};

/** The relay in front of a sandbox, and every line that it has logged. */
function setUp(sandboxOptions: SandboxOptions = {}, options: Partial<RelayOptions> = {}) {
  const sandbox = createSandbox({ record: 'all', ...sandboxOptions });
  const logged: string[] = [];
  const relay = checkoutChampRelay({
    sequenzy: new SequenzyCommerce({
      apiKey: 'seq_live_sandbox',
      fetch: sandbox.fetch,
      maxRetries: 0,
    }),
    secret,
    mapping: { timezone: 'America/New_York' },
    log: (line) => logged.push(line),
    ...options,
  });
  const get = (parameters: Record<string, string>) =>
    relay(new Request(`https://relay.example/?${new URLSearchParams(parameters).toString()}`));
  const post = (body: unknown, headers: Record<string, string> = { 'x-relay-secret': secret }) =>
    relay(
      new Request('https://relay.example/', {
        method: 'POST',
        headers,
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  return { sandbox, logged, get, post };
}

function pushed(sandbox: Sandbox): unknown[] {
  return sandbox.requests.map(({ body }) => body);
}

const sent = {
  orderId: 'A1B2C3',
  status: 'placed',
  totalCents: 1999,
  currency: 'USD',
  orderedAt: '2026-03-02T14:30:00Z',
  customer: { email: 'ann@shop.example', firstName: 'Ann' },
  items: [{ productId: '11', title: 'Serum', quantity: 1, sku: 'S-1', priceCents: 1999 }],
};

it('pushes the order of a JSON postback, exact to the cent', async () => {
  const { sandbox, logged, post } = setUp();
  const response = await post(order);
  expect([response.status, await response.text()]).toEqual([200, 'queued\n']);
  expect(pushed(sandbox)).toEqual([sent]);
  expect(logged).toEqual([]);
});

const webhook = {
  orderId: '4711',
  clientOrderId: 'A1B2C3',
  orderStatus: 'COMPLETE',
  orderTotal: '19.99',
  currencyCode: 'USD',
  dateCreated: '2026-03-02',
  timeCreated: '09:30:00',
  emailAddress: 'ann@shop.example',
  firstName: 'Ann',
  product1_name: '(9) Serum',
  product1_sku: 'S-1',
  product1_campaignProductId: '11',
  product1_price: '19.99',
  product1_qty: '1',
};

it('pushes an export profile under the id that the order query has, by POST and by GET', async () => {
  const { sandbox, post, get } = setUp();
  expect((await post(webhook)).status).toBe(200);
  expect((await get({ ...webhook, secret })).status).toBe(200);
  expect(pushed(sandbox)).toEqual([sent, sent]);
});

it('says that it has not relayed a cancellation, because it does not know what was sent', async () => {
  const { sandbox, logged, post } = setUp();
  const state = { fulfillmentStatus: 'CANCELLED', recurringStatus: 'CANCELLED' };
  expect((await post({ ...webhook, orderStatus: 'DECLINED', ...state })).status).toBe(204);
  expect(pushed(sandbox)).toEqual([]);
  expect(logged).toEqual(['CheckoutChamp has cancelled A1B2C3, which is not relayed']);
});

it('refuses for good what Sequenzy refuses', async () => {
  const refusal = { success: false, error: { code: 'validation_error', message: 'no such thing' } };
  const { post } = setUp(
    {},
    {
      sequenzy: new SequenzyCommerce({
        apiKey: 'seq_live_sandbox',
        fetch: () => Promise.resolve(Response.json(refusal, { status: 400 })),
      }),
    },
  );
  expect((await post(order)).status).toBe(422);
});

it('keeps ids exact that are numbers beyond 2^53', async () => {
  const { sandbox, post } = setUp();
  const id = '788032119674292922';
  const item = JSON.stringify({ ...order.items['101'], productId: 0 }).replace(':0', `:${id}`);
  const body = JSON.stringify({ ...order, orderId: 0, items: [] })
    .replace('"orderId":0', `"orderId":${id}`)
    .replace('"items":[]', `"items":[${item}]`);
  expect((await post(body)).status).toBe(200);
  expect(pushed(sandbox)).toMatchObject([{ orderId: id, items: [{ productId: id }] }]);
});

it('takes the parameter names of the merchant from a GET', async () => {
  const names = {
    oid: 'orderId',
    state: 'orderStatus',
    sum: 'totalAmount',
    cur: 'currencyCode',
    at: 'dateCreated',
    mail: 'emailAddress',
    product: 'items.1.productId',
    product_name: 'items.1.name',
    product_sku: 'items.1.sku',
    product_price: 'items.1.price',
    pieces: 'items.1.qty',
  };
  const { sandbox, get } = setUp({}, { names });
  const response = await get({
    secret,
    oid: 'A1B2C3',
    state: 'COMPLETE',
    sum: '19.99',
    cur: 'USD',
    at: '2026-03-02 09:30:00',
    mail: 'ann@shop.example',
    firstName: 'Ann',
    product: '11',
    product_name: 'Serum',
    product_sku: 'S-1',
    product_price: '19.99',
    pieces: '1',
    __proto__: 'x',
    'items.9.sku': 'nobody named it',
  });
  expect(response.status).toBe(200);
  expect(pushed(sandbox)).toEqual([sent]);
});

it('sends what a GET without any item says, and refuses a JSON order whose items were left out', async () => {
  const { sandbox, get, post } = setUp();
  const { items, ...flat } = order;
  expect(items).toBeDefined();
  expect((await get({ ...flat, secret })).status).toBe(200);
  expect(pushed(sandbox)).toEqual([{ ...sent, items: [] }]);
  const response = await post(flat);
  expect([response.status, await response.text()]).toEqual([
    503,
    'items is required: this list was limited to some of the fields\n',
  ]);
});

it.each(['PARTIAL', 'DECLINED', 'PENDING'])(
  'lets %s pass: it is not a sale',
  async (orderStatus) => {
    const { sandbox, logged, post } = setUp();
    expect((await post({ ...order, orderStatus })).status).toBe(204);
    expect(pushed(sandbox)).toEqual([]);
    expect(logged).toEqual([]);
  },
);

it.each([
  ['no secret', {}],
  ['a wrong secret', { 'x-relay-secret': 'postback-secret-2' }],
  ['a part of it', { 'x-relay-secret': 'postback' }],
])('reads nothing with %s', async (_, headers) => {
  const { sandbox, logged, post } = setUp();
  expect((await post(order, headers)).status).toBe(401);
  expect(pushed(sandbox)).toEqual([]);
  expect(logged.join()).not.toContain('postback-secret');
});

it.each([
  ['a symbol for a currency', { ...order, currencyCode: '$' }, 'currencyCode expected an ISO 4217'],
  ['an amount with too many decimals', { ...order, totalAmount: '19.9999' }, 'more decimals'],
  ['no address', { ...order, emailAddress: 'ann' }, 'customer.email expected an e-mail address'],
  ['no JSON', '{"orderId":', 'expected an object'],
  ['an empty address', { ...order, emailAddress: '' }, 'no e-mail'],
  ['the envelope of the query', { result: 'SUCCESS', message: { data: [order] } }, 'orderId is'],
])('has sent again what a person can put right: %s', async (_, body, reason) => {
  const { sandbox, logged, post } = setUp();
  const response = await post(body);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain(reason);
  expect(pushed(sandbox)).toEqual([]);
  expect(logged).toHaveLength(1);
});

it('has a postback sent again whose push failed, and counts it once', async () => {
  const { sandbox, logged, post } = setUp({
    faults: [{ times: 1, do: { kind: 'server-error', status: 503, when: 'after-work' } }],
  });
  expect((await post(order)).status).toBe(503);
  expect((await post(order)).status).toBe(200);
  expect(sandbox.subscribers.get('ann@shop.example')?.attributes).toMatchObject({
    ltv: 19.99,
    ordersCount: 1,
  });
  expect(logged).toEqual([expect.stringContaining('answered 503')]);
});

it('has it sent again while the key is refused, because a key can be put right', async () => {
  const { post } = setUp({ faults: [{ do: { kind: 'unauthorized' } }] });
  expect((await post(order)).status).toBe(503);
});

it('keeps the secret out of its log and its answers, whatever happens', async () => {
  const { logged, get } = setUp({ faults: [{ do: { kind: 'reset', when: 'before-work' } }] });
  const { items, ...flat } = order;
  expect(items).toBeDefined();
  const answers = await Promise.all([
    get({ ...flat, secret }),
    get({ ...flat, secret, totalAmount: 'x' }),
    get({ ...flat, secret: `${secret}x` }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 401]);
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect([...logged, ...texts].join('\n')).not.toContain(secret);
});

it('does not start without a secret or in an unknown zone, and takes no other method', async () => {
  expect(() => setUp({}, { secret: '' })).toThrow('the relay needs a secret');
  expect(() => setUp({}, { mapping: { timezone: 'Mars/Olympus' } })).toThrow('is not a time zone');
  const relay = checkoutChampRelay({
    sequenzy: new SequenzyCommerce({ apiKey: 'seq_live_sandbox' }),
    secret,
    mapping: { timezone: 'UTC' },
    log: () => undefined,
  });
  const request = new Request(`https://relay.example/?secret=${secret}`, { method: 'DELETE' });
  expect((await relay(request)).status).toBe(405);
});

it('has an order without a currency sent again, because the option can be put right', async () => {
  const { logged, post } = setUp();
  expect((await post({ ...order, currencyCode: '' })).status).toBe(503);
  expect(logged).toEqual([expect.stringContaining('nothing says in which currency')]);
});

it.each([
  { sku: 'S-1', items: 'x' },
  { items: 'x', sku: 'S-1' },
])('refuses items that are a text as well: %o', async (parameters) => {
  const { get } = setUp({}, { names: { sku: 'items.1.sku' } });
  expect((await get({ secret, ...parameters })).status).toBe(503);
});

it('takes no name for a prototype', async () => {
  const { get } = setUp({}, { names: { a: '__proto__.polluted.x' } });
  expect((await get({ secret, a: '1' })).status).toBe(503);
  expect('polluted' in {}).toBe(false);
});
