import fc from 'fast-check';
import { type ErrorDetails } from 'sequenzy-transport';
import { SequenzyBadRequestError, type SequenzyError } from '../errors/errors.ts';
import { describe, expect, it } from 'vitest';
import type { Entry } from './entry.ts';
import { isolate } from './isolate.ts';

function entries(count: number, from = 0): Entry<string>[] {
  return Array.from({ length: count }, (_, index) => {
    const key = `p${String(from + index)}`;
    return {
      key,
      lane: key,
      record: key,
      text: `"${key}"`,
      bytes: 4,
      fingerprint: '',
      positions: [],
      remembered: undefined,
      stale: false,
    };
  });
}

function refusal(details: ErrorDetails = {}): SequenzyError {
  return new SequenzyBadRequestError('bad-request', 'no', {
    status: 400,
    serverMessage: 'no',
    ...details,
  });
}

/** Isolates the bad ones of a batch that was refused; counts what it took. */
async function run(batch: Entry<string>[], bad: readonly string[], left = 100, first = refusal()) {
  const budget = { left };
  const accepted: string[] = [];
  const rejected = new Map<string, string>();
  await isolate(batch, first, {
    field: 'products',
    budget,
    send: (some) => {
      if (some.some(({ key }) => bad.includes(key))) return Promise.resolve(refusal());
      accepted.push(...some.map(({ key }) => key));
      return Promise.resolve(undefined);
    },
    reject: (some, message) => {
      for (const { key } of some) rejected.set(key, message);
    },
  });
  return { accepted: accepted.sort(), rejected, extra: left - budget.left };
}

describe('isolation', () => {
  it('rejects just the bad ones, delivers all others, once each', async () => {
    const cases = fc.record({
      size: fc.integer({ min: 1, max: 100 }),
      bad: fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ size, bad }) => {
        const keys = entries(size).map(({ key }) => key);
        const culprits = bad.map((at) => `p${String(at % size)}`);
        const { accepted, rejected } = await run(entries(size), culprits, 1000);
        expect([...rejected.keys()].sort()).toEqual([...new Set(culprits)].sort());
        expect(accepted).toEqual(keys.filter((key) => !culprits.includes(key)).sort());
      }),
    );
  });

  it('finds three bad ones among 1,000 with at most 45 requests beyond the 10', async () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(places, async (bad) => {
        let extra = 0;
        for (let batch = 0; batch < 10; batch++) {
          const here = bad
            .filter((at) => Math.floor(at / 100) === batch)
            .map((at) => `p${String(at)}`);
          if (here.length > 0) extra += (await run(entries(100, batch * 100), here)).extra;
        }
        expect(extra).toBeLessThanOrEqual(45);
      }),
    );
  });

  it.each<[string, ErrorDetails]>([
    ['by index', { details: [{ index: 2, message: 'title is too long' }] }],
    ['by path', { details: [{ path: 'products[2].title', message: 'title is too long' }] }],
    [
      'by a list path',
      { details: { issues: [{ path: ['products', 2, 'title'], message: 'title is too long' }] } },
    ],
    ['by messages for paths', { details: { 'products.2.title': 'title is too long' } }],
    ['by productId', { details: { errors: [{ productId: 'p2', error: 'title is too long' }] } }],
    ['in its sentence', { serverMessage: 'products[2].title: title is too long' }],
  ])('needs one more request when the server names the record %s', async (_, details) => {
    const { rejected, extra } = await run(entries(100), ['p2'], 100, refusal(details));
    expect([...rejected.keys()]).toEqual(['p2']);
    expect(rejected.get('p2')).toContain('title is too long');
    expect(extra).toBe(1);
  });

  it.each<[string, unknown]>([
    ['an index outside of the request', [{ index: 500, message: 'no' }]],
    ['nonsense', { products: 'all of them' }],
    ['a number', 7],
  ])('does not believe %s', async (_, details) => {
    const { rejected } = await run(entries(8), ['p5'], 100, refusal({ details }));
    expect([...rejected.keys()]).toEqual(['p5']);
  });

  it('rejects the rest together when the budget is spent, and says so', async () => {
    const { accepted, rejected, extra } = await run(entries(100), ['p99'], 3);
    expect(extra).toBe(3);
    expect(accepted).toHaveLength(50 + 25 + 13);
    expect(rejected.get('p99')).toBe('no (refused together with 11 others)');
  });

  it('splits a body that was too large without blaming anyone', async () => {
    const { accepted, rejected } = await run(entries(4), [], 100, refusal({ status: 413 }));
    expect(accepted).toHaveLength(4);
    expect(rejected.size).toBe(0);
  });
});
