import fc from 'fast-check';
import { ManualClock } from 'sequenzy-testkit';
import { SequenzyConnectionError } from '../errors/errors.ts';
import { describe, expect, it } from 'vitest';
import type { Ledger, LedgerEntry } from '../ledger/ledger.ts';
import type { BulkEndpoint, Part } from './bulk-endpoint.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import { Delivery } from './delivery.ts';

interface Row {
  readonly id: string;
  readonly a?: number | null;
  readonly b?: number | null;
  readonly inStock?: boolean;
}

class MemoryLedger implements Ledger {
  readonly entries = new Map<string, LedgerEntry>();
  broken = false;

  read(keys: readonly string[]) {
    return Promise.resolve(keys.map((key) => this.entries.get(key)));
  }

  write(entries: Parameters<Ledger['write']>[0]) {
    if (this.broken) return Promise.reject(new Error('disk full'));
    for (const { key, ...entry } of entries) this.entries.set(key, entry);
    return Promise.resolve();
  }
}

type Fault = 'refused' | 'lost answer' | undefined;

/** Applies what it takes, in the order in which it takes it. */
class Server {
  readonly state = new Map<string, Row>();
  readonly taken: Row[][] = [];
  faults: Fault[] = [];
  onTake: () => void = () => undefined;

  endpoint(): BulkEndpoint<Row> {
    return {
      field: 'rows',
      maxRecords: 2,
      bodyBytes: (records, bytes) => bytes + records,
      check: (input) => {
        const record = input as Row; // only rows are handed in
        return { record, key: record.id, lane: record.id };
      },
      merge: (earlier, later) => ({ ...earlier, ...later }),
      identity: (_, text) => text,
      stockAfter: ({ inStock }, before) => ({
        inStock: inStock ?? before?.inStock ?? true,
        out: [],
      }),
      restocks: ({ inStock }, before) => ({
        products: !before.inStock && inStock === true ? 1 : 0,
        variants: 0,
      }),
      send: (parts) => this.#take(parts),
    };
  }

  #take(parts: readonly Part<Row>[]) {
    const fault = this.faults.shift();
    if (fault !== 'refused') {
      this.taken.push(parts.map(({ record }) => record));
      for (const { key, record } of parts)
        this.state.set(key, { ...this.state.get(key), ...record });
    }
    this.onTake();
    if (fault === undefined)
      return Promise.resolve({ backInStockEventsTriggered: 1, differences: [] });
    return Promise.reject(
      new SequenzyConnectionError('connection', fault, { ambiguous: fault === 'lost answer' }),
    );
  }
}

async function run(
  server: Server,
  ledger: Ledger,
  rows: readonly Row[],
  options: DeliveryOptions = {},
) {
  const clock = new ManualClock();
  return clock.run(new Delivery(server.endpoint(), { ledger, ...options }, clock).run(rows));
}

describe('a delivery with a ledger', () => {
  it('sends nothing the second time, and only what changed the third', async () => {
    const server = new Server();
    const ledger = new MemoryLedger();
    const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    expect((await run(server, ledger, rows)).records).toMatchObject({ accepted: 3, unchanged: 0 });
    expect((await run(server, ledger, rows)).records).toMatchObject({ accepted: 0, unchanged: 3 });
    const third = await run(server, ledger, [{ id: 'a' }, { id: 'b', a: 1 }, { id: 'c' }]);
    expect(third.records).toMatchObject({ accepted: 1, unchanged: 2 });
    expect(third.changes).toMatchObject({ created: 0, changed: 1 });
    expect(server.taken.flat()).toHaveLength(4);
  });

  it('sends a payload again that was once acknowledged, when another came in between', async () => {
    const server = new Server();
    const ledger = new MemoryLedger();
    await run(server, ledger, [{ id: 'a', a: 1 }]);
    await run(server, ledger, [{ id: 'a', a: 2 }]);
    await run(server, ledger, [{ id: 'a', a: 1 }]);
    expect(server.state.get('a')).toEqual({ id: 'a', a: 1 });
  });

  it('forgets the old payload when it is unknown whether a new one arrived', async () => {
    const server = new Server();
    const ledger = new MemoryLedger();
    await run(server, ledger, [{ id: 'a', a: 1 }]);
    server.faults = ['lost answer'];
    await run(server, ledger, [{ id: 'a', a: 2 }]);
    expect(server.state.get('a')).toEqual({ id: 'a', a: 2 });
    await run(server, ledger, [{ id: 'a', a: 1 }]);
    expect(server.state.get('a')).toEqual({ id: 'a', a: 1 });
  });

  it('has noted the doubt before the new payload leaves, in case the process dies on the way', async () => {
    const server = new Server();
    const ledger = new MemoryLedger();
    await run(server, ledger, [{ id: 'a', a: 1 }]);
    let atDeparture: LedgerEntry | undefined;
    server.onTake = () => {
      atDeparture = ledger.entries.get('a');
    };
    await run(server, ledger, [{ id: 'a', a: 2 }]);
    expect(atDeparture?.fingerprint).toBeNull();
  });

  it('records an ambiguous outcome of a new record as such', async () => {
    const server = new Server();
    const ledger = new MemoryLedger();
    server.faults = ['lost answer'];
    await run(server, ledger, [{ id: 'a' }]);
    expect(ledger.entries.get('a')).toEqual({ fingerprint: null });
    server.faults = ['refused'];
    await run(server, ledger, [{ id: 'b' }]);
    expect(ledger.entries.has('b')).toBe(false);
  });

  it('sends nothing when two records of a product end in what the server has already', async () => {
    const server = new Server();
    const ledger = new MemoryLedger();
    await run(server, ledger, [{ id: 'a', a: 1 }]);
    const { records } = await run(server, ledger, [
      { id: 'a', a: 2 },
      { id: 'a', a: 1 },
    ]);
    expect(records).toMatchObject({ read: 2, unchanged: 2 });
    expect(server.taken).toHaveLength(1);
  });

  it('sends everything when it is told to', async () => {
    const server = new Server();
    const ledger = new MemoryLedger();
    await run(server, ledger, [{ id: 'a' }]);
    const rows = [{ id: 'a' }, { id: 'b' }];
    const { records, changes } = await run(server, ledger, rows, { full: true });
    expect(records).toMatchObject({ accepted: 2 });
    // The first is sent again as it is known: neither new nor changed.
    expect(changes).toMatchObject({ created: 1, changed: 0 });
  });

  it('remembers the feed of what it sends, also where the answer is lost', async () => {
    const server = new Server();
    const ledger = new MemoryLedger();
    const rows = [{ id: 'a' }, { id: 'b' }];
    await run(server, ledger, rows, { feed: 'shop' });
    expect(ledger.entries.get('a')).toMatchObject({ feed: 'shop' });
    server.faults = ['lost answer'];
    await run(server, ledger, [{ id: 'a', a: 1 }, { id: 'c' }], { feed: 'market' });
    const feeds = ['a', 'b', 'c'].map((key) => ledger.entries.get(key)?.feed);
    expect(feeds).toEqual(['market', 'shop', 'market']);
    await run(server, ledger, [{ id: 'a', a: 2 }]);
    expect(ledger.entries.get('a')).not.toHaveProperty('feed');
  });

  it('stops before the request that would bring more back in stock than allowed', async () => {
    const server = new Server();
    const ledger = new MemoryLedger();
    const rows = (inStock: boolean) =>
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, inStock }));
    await run(server, ledger, rows(false));
    for (const [maxRestocks, accepted] of [
      [1, 0],
      [2, 2],
    ] as const) {
      const options = { maxRestocks, concurrency: 1, accountForAll: true };
      const { stoppedBy, changes, records } = await run(server, ledger, rows(true), options);
      expect(stoppedBy).toMatchObject({ code: 'ceiling' });
      expect(changes.restockedProducts).toBe(accepted);
      expect(records).toMatchObject({ read: 6, accepted, notAttempted: 6 - accepted });
    }
  });

  it('stops when the ledger cannot remember, without calling the delivered undelivered', async () => {
    const server = new Server();
    const ledger = new MemoryLedger();
    ledger.broken = true;
    const result = await run(server, ledger, [{ id: 'a' }], {});
    expect(result).toMatchObject({ status: 'stopped', stoppedBy: { code: 'ledger' } });
    expect(result.records).toMatchObject({ accepted: 1, notAttempted: 0 });
  });

  it('ends in the state of a plain model, through any runs and faults, when it is run until it is done', async () => {
    const value = fc.constantFrom(1, 2, null);
    const row = fc.record(
      { id: fc.constantFrom('a', 'b', 'c', 'd'), a: value, b: value },
      { requiredKeys: ['id'] },
    );
    const runs = fc.array(
      fc.record({
        rows: fc.array(row, { maxLength: 12 }),
        faults: fc.array(fc.constantFrom<Fault>(undefined, 'refused', 'lost answer'), {
          maxLength: 5,
        }),
        concurrency: fc.integer({ min: 1, max: 8 }),
      }),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(runs, async (inputs) => {
        const server = new Server();
        const ledger = new MemoryLedger();
        const model = new Map<string, Row>();
        for (const { rows, faults, concurrency } of inputs) {
          server.faults = [...faults];
          let result;
          do {
            result = await run(server, ledger, rows, { concurrency });
            const { read, accepted, unchanged, rejected, unknown, notAttempted } = result.records;
            expect(accepted + unchanged + rejected + unknown + notAttempted).toBe(read);
          } while (result.status === 'stopped');
          for (const one of rows) model.set(one.id, { ...model.get(one.id), ...one });
        }
        expect(new Map([...server.state].sort())).toEqual(new Map([...model].sort()));
      }),
      { numRuns: 300 },
    );
  });
});
