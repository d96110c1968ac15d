import fc from 'fast-check';
import { ManualClock } from 'sequenzy-testkit';
import { SequenzyBadRequestError, SequenzyConnectionError } from '../errors/errors.ts';
import { describe, expect, it } from 'vitest';
import { noRestocks, type BulkEndpoint } from './bulk-endpoint.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import { Delivery } from './delivery.ts';
import type { Outcome } from './outcome.ts';

/** A record of a made-up endpoint: absent keeps, null clears. */
interface Row {
  readonly id: string;
  readonly a?: number | null;
  readonly b?: number | null;
}

type State = Record<string, Row>;

function apply(state: State, row: Row): void {
  state[row.id] = { ...state[row.id], ...row };
}

type Fault = 'reject' | 'break' | 'break after work' | undefined;

/** A server in memory that takes its time, and watches what must never happen. */
class Server {
  readonly state: State = {};
  readonly batches: Row[][] = [];
  readonly underWay = new Map<string, number>();
  overlaps = 0;
  most = 0;
  #requests = 0;

  constructor(
    readonly clock: ManualClock,
    readonly faults: Fault[] = [],
    readonly maxRecords = 3,
    readonly poison: readonly string[] = [],
  ) {}

  endpoint(): BulkEndpoint<Row> {
    return {
      field: 'rows',
      maxRecords: this.maxRecords,
      bodyBytes: (records, bytes) => bytes + records,
      check: (input) => {
        const row = input as Row; // the tests hand in rows, or what is marked as bad
        return row.a === -1
          ? { faults: [{ path: 'a', message: 'is bad' }], key: row.id }
          : { record: row, key: row.id, lane: row.id };
      },
      merge: (earlier, later) => ({ ...earlier, ...later }),
      identity: (_, text) => text,
      stockAfter: () => undefined,
      restocks: () => noRestocks,
      send: (parts) => this.#take(parts.map(({ text }) => JSON.parse(text) as Row)), // what was packed
    };
  }

  async #take(rows: Row[]) {
    const request = this.#requests++;
    const poisoned = rows.some(({ id }) => this.poison.includes(id));
    const fault = this.faults[request] ?? (poisoned ? 'reject' : undefined);
    for (const { id } of rows) {
      if (this.underWay.has(id)) this.overlaps += 1;
      this.underWay.set(id, request);
    }
    this.most = Math.max(this.most, new Set(this.underWay.values()).size);
    await this.clock.sleep((request * 7919) % 100);
    if (fault === undefined || fault === 'break after work') {
      this.batches.push(rows);
      for (const row of rows) apply(this.state, row);
    }
    await this.clock.sleep((request * 104729) % 50);
    for (const { id } of rows) this.underWay.delete(id);
    if (fault === 'reject') throw new SequenzyBadRequestError('bad-request', 'no', { status: 400 });
    if (fault !== undefined) {
      throw new SequenzyConnectionError('connection', 'reset', { ambiguous: fault !== 'break' });
    }
    return { backInStockEventsTriggered: 1, differences: [] };
  }
}

function run(
  server: Server,
  source: Iterable<Row> | AsyncIterable<Row>,
  options: DeliveryOptions = {},
) {
  const outcomes: Outcome[] = [];
  const onOutcome = (outcome: Outcome): void => {
    outcomes.push(outcome);
  };
  const delivery = new Delivery(server.endpoint(), { onOutcome, ...options }, server.clock);
  return server.clock.run(delivery.run(source)).then((result) => ({ result, outcomes }));
}

const rows = (...ids: string[]): Row[] => ids.map((id, a) => ({ id, a }));

describe('a delivery', () => {
  it('fills every request, and reports every record', async () => {
    const server = new Server(new ManualClock());
    const { result, outcomes } = await run(server, rows('a', 'b', 'c', 'd'));
    expect(server.batches.map((batch) => batch.length).sort()).toEqual([1, 3]);
    expect(outcomes.map(({ index, status }) => [index, status]).sort()).toEqual([
      [0, 'accepted'],
      [1, 'accepted'],
      [2, 'accepted'],
      [3, 'accepted'],
    ]);
    expect(result).toMatchObject({ status: 'completed', backInStockEventsTriggered: 2 });
  });

  it('merges unsent records of one key, and both report the one request', async () => {
    const server = new Server(new ManualClock());
    const source: Row[] = [{ id: 'a', a: 1, b: 1 }, { id: 'b' }, { id: 'a', a: null }];
    const { outcomes } = await run(server, source);
    expect(server.batches).toEqual([[{ id: 'b' }, { id: 'a', a: null, b: 1 }]]);
    expect(outcomes.filter(({ key }) => key === 'a').map(({ index }) => index)).toEqual([0, 2]);
  });

  it('ends in the state of one record after the other, with no key twice under way', async () => {
    const value = fc.constantFrom(1, 2, null);
    const row = fc.record(
      { id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), a: value, b: value },
      { requiredKeys: ['id'] },
    );
    const input = fc.record({
      source: fc.array(row, { maxLength: 40 }),
      faults: fc.array(
        fc.constantFrom<Fault>(
          undefined,
          undefined,
          undefined,
          'reject',
          'break',
          'break after work',
        ),
      ),
      concurrency: fc.integer({ min: 1, max: 8 }),
      maxRecords: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(input, async ({ source, faults, concurrency, maxRecords }) => {
        const server = new Server(new ManualClock(), faults, maxRecords);
        const { result, outcomes } = await run(server, source, {
          concurrency,
          accountForAll: true,
        });
        expect(server.overlaps).toBe(0);
        expect(server.most).toBeLessThanOrEqual(concurrency);
        expect(outcomes.map(({ index }) => index).sort((one, other) => one - other)).toEqual(
          source.map((_, index) => index),
        );
        const { read, accepted, rejected, unknown, notAttempted } = result.records;
        expect(accepted + rejected + unknown + notAttempted).toBe(read);
        if (faults.length === 0) {
          const model: State = {};
          for (const one of source) apply(model, one);
          expect(server.state).toEqual(model);
        }
        const broken = outcomes.some(({ status }) => ['unknown', 'notAttempted'].includes(status));
        expect(result.status === 'stopped').toBe(broken);
      }),
      { numRuns: 150 },
    );
  });

  it('has no key twice under way where the lanes differ', async () => {
    const server = new Server(new ManualClock(), [], 1);
    const endpoint: BulkEndpoint<Row> = {
      ...server.endpoint(),
      check: (input) => {
        const row = input as Row; // handed in below
        return { record: row, key: row.id, lane: `lane ${row.a ?? ''}` };
      },
    };
    const source = Array.from({ length: 60 }, (_, a) => ({ id: `k${a % 7}`, a: a % 11 }));
    const delivery = new Delivery(endpoint, { concurrency: 6 }, server.clock);
    const result = await server.clock.run(delivery.run(source));
    expect(result.records.accepted).toBe(60);
    expect(server.overlaps).toBe(0);
    expect(server.most).toBeGreaterThan(1);
  });

  it('rejects what does not fit or is refused, each with its own reason, and delivers the rest', async () => {
    const server = new Server(new ManualClock(), [], 3, ['b']);
    const source = [...rows('a', 'b', 'c', 'd'), { id: 'x', a: -1 }];
    const { result, outcomes } = await run(server, source);
    expect(result.status).toBe('partial');
    expect(result.records).toMatchObject({ read: 5, accepted: 3, rejected: 2 });
    expect(Object.keys(server.state).sort()).toEqual(['a', 'c', 'd']);
    const reasons = outcomes.map((one) =>
      one.status === 'rejected' ? [one.key, one.reasons] : [],
    );
    expect(reasons).toContainEqual(['b', [{ path: '', message: 'no' }]]);
    expect(reasons).toContainEqual(['x', [{ path: 'a', message: 'is bad' }]]);
  });

  it('stops where the next request would fail too, and says what may have arrived', async () => {
    const server = new Server(new ManualClock(), [undefined, 'break after work']);
    const { result, outcomes } = await run(server, rows('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), {
      concurrency: 1,
      accountForAll: true,
    });
    expect(result).toMatchObject({ status: 'stopped', stoppedBy: { code: 'connection' } });
    expect(outcomes.map(({ status }) => status)).toEqual([
      'accepted', 'accepted', 'accepted', 'unknown', 'unknown', 'unknown', 'notAttempted', 'notAttempted',
    ]); // prettier-ignore
  });

  it('holds at most concurrency + 1 batches, however slow the server is', async () => {
    const server = new Server(new ManualClock());
    let taken = 0;
    let settled = 0;
    let most = 0;
    function* source(): Generator<Row> {
      for (let id = 0; id < 500; id++) {
        taken += 1;
        most = Math.max(most, taken - settled);
        yield { id: String(id) };
      }
    }
    await run(server, source(), { concurrency: 2, onOutcome: () => (settled += 1) });
    expect(most).toBeLessThanOrEqual(3 * (2 + 1) + 1);
  });

  it('leaves a source that hangs, and asks no more of it, when the signal comes', async () => {
    const server = new Server(new ManualClock());
    const stop = new AbortController();
    let returned = false;
    const source: AsyncIterable<Row> = {
      [Symbol.asyncIterator]: () => ({
        next: () => {
          if (stop.signal.aborted) throw new Error('asked again');
          queueMicrotask(() => {
            stop.abort();
          });
          return new Promise(() => undefined);
        },
        return: () => {
          returned = true;
          return Promise.resolve({ done: true, value: undefined });
        },
      }),
    };
    const { result } = await run(server, source, { signal: stop.signal });
    expect(result).toMatchObject({ status: 'stopped', stoppedBy: { code: 'abort' } });
    expect(returned).toBe(true);
  });

  it('lets what is under way finish after the signal, and starts nothing new', async () => {
    const server = new Server(new ManualClock(), [], 1);
    const stop = new AbortController();
    const { result } = await run(server, rows('a', 'b', 'c', 'd', 'e', 'f'), {
      signal: stop.signal,
      concurrency: 2,
      accountForAll: true,
      onProgress: () => {
        stop.abort();
      },
    });
    expect(result.records).toMatchObject({ read: 6, rejected: 0 });
    expect(result.records.accepted).toBe(server.batches.length);
    expect(result.records.accepted).toBeLessThan(4);
  });

  it('reports a source that breaks as the reason, and what it had given as not attempted', async () => {
    const server = new Server(new ManualClock());
    function* source(): Generator<Row> {
      yield { id: 'a' };
      throw new Error('cursor lost');
    }
    const { result } = await run(server, source());
    expect(result).toMatchObject({ status: 'stopped', stoppedBy: { code: 'source' } });
    expect(result.stoppedBy?.message).toContain('cursor lost');
    expect(result.records).toMatchObject({ read: 1, notAttempted: 1 });
  });

  it('packs by bytes too, and rejects a record that no request could hold', async () => {
    const server = new Server(new ManualClock(), [], 100);
    const long = { id: 'x'.repeat(300) };
    const { outcomes } = await run(server, [...rows('a', 'b', 'c'), long], { maxBodyBytes: 40 });
    expect(server.batches.map((batch) => batch.map(({ id }) => id)).sort()).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
    expect(outcomes.find(({ index }) => index === 3)).toMatchObject({
      status: 'rejected',
      reasons: [
        { path: '', message: 'is larger than 40 bytes as JSON, the most one request may hold' },
      ],
    });
  });

  it('keeps its memory when one key comes back without end', async () => {
    const server = new Server(new ManualClock(), [], 2);
    const { result } = await run(
      server,
      Array.from({ length: 100 }, (_, a) => ({ id: 'same', a })),
    );
    expect(result.records.accepted).toBe(100);
    expect(server.state).toEqual({ same: { id: 'same', a: 99 } });
    expect(server.batches.length).toBe(5);
  });

  it('does not lose what a callback throws while the source is slow', async () => {
    const server = new Server(new ManualClock());
    async function* source(): AsyncGenerator<Row> {
      yield* rows('a', 'b', 'c');
      await server.clock.sleep(60_000);
    }
    const broken = run(server, source(), {
      onProgress: () => {
        throw new TypeError('a bug of the caller');
      },
    });
    await expect(broken).rejects.toThrow('a bug of the caller');
    expect(server.clock.monotonic()).toBeLessThan(60_000);
  });

  it('has closed its source when it is done, also after a stop between two records', async () => {
    const server = new Server(new ManualClock(), [], 1);
    const stop = new AbortController();
    let closed = false;
    async function* source(): AsyncGenerator<Row> {
      try {
        yield* rows('a', 'b', 'c');
      } finally {
        await server.clock.sleep(10);
        closed = true;
      }
    }
    const { result } = await run(server, source(), {
      signal: stop.signal,
      concurrency: 1,
      onProgress: () => {
        stop.abort();
      },
    });
    expect(result.status).toBe('stopped');
    expect(closed).toBe(true);
  });

  it('passes on what a callback throws, once everything under way has landed', async () => {
    const server = new Server(new ManualClock(), [], 1);
    const broken = run(server, rows('a', 'b', 'c', 'd', 'e', 'f', 'g'), {
      onOutcome: () => {
        throw new TypeError('a bug of the caller');
      },
    });
    await expect(broken).rejects.toThrow('a bug of the caller');
    expect(server.underWay.size).toBe(0);
  });
});
