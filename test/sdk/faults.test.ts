import { SequenzyCommerce, type Ledger, type LedgerEntry, type Product } from 'sequenzy-commerce';
import { createSandbox, type Fault, type FaultRule, type Sandbox } from 'sequenzy-sandbox';
import { ManualClock } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';

/** A catalog in which every fifth record updates an earlier product again. */
function catalog(count: number): Product[] {
  return Array.from({ length: count }, (_, index) => {
    const id = index % 5 === 4 ? index - 4 : index;
    return { productId: `p-${String(id)}`, title: `Product ${String(id)}`, priceCents: index };
  });
}

/** One record after the other, by the partial-update rule. */
function model(products: readonly Product[]): Map<string, Product> {
  const state = new Map<string, Product>();
  for (const product of products) {
    state.set(product.productId, { ...state.get(product.productId), ...product });
  }
  return state;
}

class MemoryLedger implements Ledger {
  readonly #entries = new Map<string, LedgerEntry>();

  read(keys: readonly string[]) {
    return Promise.resolve(keys.map((key) => this.#entries.get(key)));
  }

  write(entries: Parameters<Ledger['write']>[0]) {
    for (const { key, ...entry } of entries) this.#entries.set(key, entry);
    return Promise.resolve();
  }
}

/** Notes when two requests under way hold the same product. */
function watched(sandbox: Sandbox) {
  const underWay = new Map<string, number>();
  const seen = { overlaps: 0, most: 0 };
  let requests = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const text = await request.clone().text();
    const ids = [...text.matchAll(/"productId":"([^"]+)"/g)].map(([, id = '']) => id);
    requests += 1;
    seen.most = Math.max(seen.most, requests);
    for (const id of ids) {
      if (underWay.has(id)) seen.overlaps += 1;
      underWay.set(id, (underWay.get(id) ?? 0) + 1);
    }
    try {
      return await sandbox.fetch(request);
    } finally {
      requests -= 1;
      for (const id of ids) underWay.delete(id);
    }
  };
  return { fetch, seen };
}

/** Runs the same sync until it is done, as an operator would; time passes at once. */
async function syncUntilDone(rules: FaultRule[], concurrency: number, seed = 1) {
  const clock = new ManualClock();
  const sandbox = createSandbox({ faults: rules, clock, seed, latency: [5, 400] });
  const { fetch, seen } = watched(sandbox);
  const products = catalog(600);
  const ledger = new MemoryLedger();
  let runs = 0;
  let last;
  do {
    runs += 1;
    const sequenzy = new SequenzyCommerce({
      apiKey: 'seq_live_sandbox',
      baseUrl: 'https://api.example.com',
      fetch,
      clock,
      random: () => 0.5,
    });
    last = await clock.run(sequenzy.products.sync(products, { ledger, concurrency }));
    const { read, accepted, unchanged, rejected, unknown, notAttempted } = last.records;
    expect(accepted + unchanged + rejected + unknown + notAttempted).toBe(read);
  } while ((last.status === 'stopped' || last.records.unknown > 0) && runs < 30);
  return { sandbox, last, runs, seen, products, minutes: clock.monotonic() / 60_000 };
}

function expectFinalState(sandbox: Sandbox, products: readonly Product[]): void {
  for (const [productId, product] of model(products)) {
    expect(sandbox.products.get(productId)).toMatchObject(product);
  }
}

const faults: Fault[] = [
  { kind: 'rate-limited' },
  { kind: 'rate-limited', retryAfter: 'date', waitMs: 5000 },
  { kind: 'rate-limited', retryAfter: 'milliseconds', waitMs: 1500 },
  { kind: 'rate-limited', retryAfter: 'none' },
  { kind: 'server-error' },
  { kind: 'server-error', status: 503, retryAfterSeconds: 7 },
  { kind: 'server-error', when: 'after-work' },
  { kind: 'html' },
  { kind: 'html', status: 200 },
  { kind: 'empty-body', status: 500 },
  { kind: 'empty-body' },
  { kind: 'plain-text' },
  { kind: 'reset', when: 'before-work' },
  { kind: 'reset', when: 'after-work' },
  { kind: 'refused' },
  { kind: 'truncated' },
  { kind: 'hang', when: 'before-work' },
  { kind: 'hang', when: 'after-work' },
  { kind: 'slow', ms: 20_000 },
  { kind: 'other-shape' },
  { kind: 'says', json: { error: 'database down' } },
  { kind: 'says', json: null, when: 'after-work' },
  { kind: 'too-large', maxBytes: 3000 },
];

describe('nothing is lost and the last value wins', () => {
  it.each(faults)('when every third request meets %j', async (fault) => {
    const rules: FaultRule[] = [1, 4, 7, 10].map((after) => ({ after, times: 1, do: fault }));
    const { sandbox, last, seen, products, minutes } = await syncUntilDone(rules, 3);
    expect(last.status).toBe('completed');
    expect(seen.overlaps).toBe(0);
    expect(minutes).toBeLessThan(10);
    expectFinalState(sandbox, products);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'when all of them mix, at concurrency %i',
    async (concurrency) => {
      const rules = faults
        .filter(({ kind }) => kind !== 'too-large')
        .map((fault): FaultRule => ({ probability: 0.02, do: fault }));
      const { sandbox, last, seen, products, minutes } = await syncUntilDone(
        rules,
        concurrency,
        concurrency,
      );
      expect(last.status).toBe('completed');
      expect(seen.overlaps).toBe(0);
      expect(seen.most).toBeLessThanOrEqual(concurrency);
      expect(minutes).toBeLessThan(60);
      expectFinalState(sandbox, products);
    },
  );

  it('when two products are refused all the while', async () => {
    const rules: FaultRule[] = [
      { do: { kind: 'bad-product', productId: 'p-10', details: false } },
      { do: { kind: 'bad-product', productId: 'p-311', status: 422 } },
      { probability: 0.1, do: { kind: 'reset', when: 'after-work' } },
    ];
    const { sandbox, last, products } = await syncUntilDone(rules, 4);
    expect(last.status).toBe('partial');
    const refused = ['p-10', 'p-311'];
    expectFinalState(
      sandbox,
      products.filter(({ productId }) => !refused.includes(productId)),
    );
    for (const productId of refused) expect(sandbox.products.get(productId)).toBeUndefined();
  });

  it.each<[Fault, string]>([
    [{ kind: 'unauthorized' }, 'authentication'],
    [{ kind: 'forbidden' }, 'permission'],
  ])('and a run ends at once when it meets %j', async (fault, code) => {
    const { last, runs } = await syncUntilDone([{ after: 2, do: fault }], 1);
    expect(runs).toBe(30);
    expect(last).toMatchObject({ status: 'stopped', stoppedBy: { code }, requests: { sent: 1 } });
  });
});
