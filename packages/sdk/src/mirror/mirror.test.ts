import type { Product } from 'sequenzy-contract';
import { createSandbox } from 'sequenzy-sandbox';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it, onTestFinished } from 'vitest';
import { SequenzyCommerce } from '../client/client.ts';
import type { Outcome } from '../delivery/outcome.ts';
import { openFileLedger, type FileLedger } from '../node/index.ts';
import { mirrorCatalog, type MirrorOptions } from './mirror.ts';
import type { MirrorSource } from './source.ts';

async function shop() {
  const sandbox = createSandbox();
  const client = new SequenzyCommerce({
    apiKey: 'seq_live_sandbox',
    fetch: sandbox.fetch,
    rateLimit: false,
  });
  const folder = await tempFolder();
  const origin = 'https://api.sequenzy.com';
  const ledger: FileLedger = await openFileLedger({ folder, company: 'co_1', origin });
  onTestFinished(() => ledger.close());
  const mirror = (source: MirrorSource, options: MirrorOptions = {}) =>
    mirrorCatalog(client, source, { ledger, ...options });
  const stored = async (): Promise<string[]> => {
    const ids = [];
    for await (const { productId = '' } of client.products.list()) ids.push(productId);
    return ids.sort();
  };
  const posts = () => sandbox.requests.filter(({ method }) => method !== 'GET').length;
  return { client, ledger, mirror, stored, posts };
}

const product = (productId: string, more: Partial<Product> = {}): Product => ({
  productId,
  title: productId.toUpperCase(),
  inStock: true,
  ...more,
});
const some = ['a', 'b', 'c'].map((id) => product(id));

async function* generated(products: readonly Product[]) {
  for (const one of products) yield await Promise.resolve(one);
}

it('the same call is a first run, a nightly run that sends nothing, and one that deletes what is gone', async () => {
  const { mirror, stored, posts } = await shop();
  const first = await mirror(generated(some), { prune: true });
  expect(first).toMatchObject({ status: 'completed', delivery: { records: { accepted: 3 } } });
  const before = posts();
  const nightly = await mirror(generated(some), { prune: true });
  expect(nightly).toMatchObject({ status: 'completed', delivery: { records: { unchanged: 3 } } });
  expect(posts()).toBe(before);
  const later = await mirror(generated(some.slice(1)), { prune: true });
  expect(later).toMatchObject({
    status: 'completed',
    plan: { gone: { known: 3, count: 1, allowed: 1, productIds: ['a'] } },
    deletions: [{ productId: 'a', status: 'deleted' }],
  });
  expect(await stored()).toEqual(['b', 'c']);
});

it('a function is called for each pass, what can only be read once is held', async () => {
  const { mirror } = await shop();
  let opened = 0;
  const open = () => {
    opened += 1;
    return generated(some);
  };
  expect(await mirror(open)).toMatchObject({ status: 'completed' });
  expect(opened).toBe(2);
  expect(await mirror(open)).toMatchObject({ status: 'completed' });
  expect(opened).toBe(3);
});

it.each<[string, readonly Product[], MirrorOptions]>([
  ['max-delete', [product('a')], { prune: true, maxDelete: 1 }],
  ['max-restocks', [...some.slice(1), product('out')], { maxRestocks: 0 }],
  ['prune-rejected', [...some, product('d', { title: '' })], { prune: true }],
  ['prune-incomplete', some, { prune: true, isIncomplete: true }],
  ['prune-empty', [], { prune: true, maxDelete: '100%' }],
  ['declined', some.slice(1), { prune: true, maxDelete: 5, confirm: () => false }],
])('%s: nothing is sent or deleted', async (code, source, options) => {
  const { mirror, posts, stored } = await shop();
  await mirror([...some, product('out', { inStock: false })]);
  const before = posts();
  const result = await mirror(source, options);
  expect(result).toMatchObject({ status: 'refused', refusal: { code } });
  expect(result).not.toHaveProperty('delivery');
  expect(posts()).toBe(before);
  expect(await stored()).toHaveLength(4);
});

it('archived products show that the source is not empty by mistake', async () => {
  const { mirror, stored } = await shop();
  await mirror(some);
  const result = await mirror([], { prune: true, maxDelete: '100%', archived: 3 });
  expect(result.status).toBe('completed');
  expect(await stored()).toEqual([]);
});

it('each record is told once: refused by the plan, taken by the server', async () => {
  const { mirror } = await shop();
  const outcomes: Outcome[] = [];
  const faulty = { productId: 'd' } as Product; // as a program without types could give it
  const result = await mirror(generated([...some, faulty]), {
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  expect(result.status).toBe('partial');
  expect(outcomes.map(({ index, status }) => [index, status]).sort()).toEqual([
    [0, 'accepted'],
    [1, 'accepted'],
    [2, 'accepted'],
    [3, 'rejected'],
  ]);
});

it.each([
  ['a product that is left out, as it cannot be read', true, 'wholesale'],
  ['nothing of what is not listed', false, undefined],
])('a feed takes over %s', async (_, isListed, taken) => {
  const { mirror, ledger } = await shop();
  await ledger.write([{ key: 'a', fingerprint: '0123456789abcdef' }]);
  await mirror(
    (leaveOut) => {
      if (isListed) leaveOut('a');
      return [product('b')];
    },
    { feed: 'wholesale' },
  );
  const [a, b] = await ledger.read(['a', 'b']);
  expect(a).toMatchObject({ fingerprint: '0123456789abcdef' });
  expect([a?.feed, b?.feed]).toEqual([taken, 'wholesale']);
});

it('what is left out is not gone, and keeps others from being deleted', async () => {
  const { mirror, stored } = await shop();
  await mirror(some);
  const source: MirrorSource = (leaveOut) => {
    leaveOut('a');
    return some.slice(2);
  };
  const result = await mirror(source, { prune: true });
  expect(result).toMatchObject({
    status: 'refused',
    refusal: { code: 'prune-rejected', found: 1 },
    plan: { rejected: 1, gone: { productIds: ['b'] } },
  });
  expect(await stored()).toEqual(['a', 'b', 'c']);
});

it('of a part of a feed, what is known stays where it is, and nothing can be gone', async () => {
  const { mirror, ledger } = await shop();
  await mirror(some, { feed: 'shop' });
  await mirror([product('a', { title: 'New' })], { isPart: true, feed: 'other' });
  expect((await ledger.read(['a']))[0]?.feed).toBe('shop');
  await expect(mirror(some, { isPart: true, prune: true })).rejects.toThrow('needs the whole');
});

it('deletes only what came from its own feed', async () => {
  const { mirror, stored } = await shop();
  await mirror(some, { feed: 'shop' });
  await mirror([product('x'), product('y')], { feed: 'outlet' });
  await mirror([product('x')], { feed: 'outlet', prune: true });
  expect(await stored()).toEqual(['a', 'b', 'c', 'x']);
});

it('a source that fails half-way stops before anything is sent or deleted', async () => {
  const { mirror, posts, stored } = await shop();
  await mirror(some);
  const before = posts();
  const result = await mirror(
    async function* () {
      yield await Promise.resolve(product('a', { title: 'New' }));
      throw new Error('cursor closed');
    },
    { prune: true, maxDelete: '100%' },
  );
  expect(result).toMatchObject({ status: 'stopped', stoppedBy: { code: 'source' } });
  expect(result.plan.gone).toBeUndefined();
  expect(posts()).toBe(before);
  expect(await stored()).toHaveLength(3);
});

it('a caller who stops is obeyed before anything is deleted', async () => {
  const { mirror, stored } = await shop();
  await mirror(some);
  const stop = new AbortController();
  const result = await mirror(some.slice(1), {
    prune: true,
    signal: stop.signal,
    onPlan: () => {
      stop.abort();
    },
  });
  expect(result).toMatchObject({ status: 'stopped', stoppedBy: { code: 'abort' } });
  expect(await stored()).toHaveLength(3);
});

it.each<[string, MirrorOptions]>([
  ['needs a ledger', { ledger: undefined, prune: true }],
  [
    'needs a ledger with `list`',
    {
      prune: true,
      ledger: { read: () => Promise.resolve([]), write: () => Promise.resolve() },
    },
  ],
  // As a program without types could give it.
  ['neither a number', { prune: true, maxDelete: 'ten%' as '10%' }],
])('%s: said before anything is read', async (message, options) => {
  const { mirror } = await shop();
  const source = () => {
    throw new Error('was read');
  };
  await expect(mirror(source, options)).rejects.toThrow(message);
});
