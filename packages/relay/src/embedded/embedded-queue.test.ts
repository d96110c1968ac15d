import { appendFile, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { RelayEvent } from '../queue/event.ts';
import type { Handlers, Queue, Verdict } from '../queue/queue.ts';
import { deadLettersIn, openEmbeddedQueue, type EmbeddedQueueOptions } from './embedded-queue.ts';

function orderEvent(
  orderId: string,
  email = `${orderId}@shop.example`,
  more: object = {},
): RelayEvent {
  return {
    kind: 'order',
    platform: 'shopify',
    receivedAt: 1_700_000_000_000,
    order: { orderId, totalCents: 100, currency: 'USD', customer: { email } },
    facts: {},
    ...more,
  };
}

function nameOf(event: RelayEvent): string {
  return event.kind === 'order' ? event.order.orderId : event.id;
}

const done: Verdict = { kind: 'done' };

/** A queue in a folder of its own, whose events are handled as a test wants. */
async function setUp(options: Partial<EmbeddedQueueOptions> = {}) {
  const folder = await tempFolder();
  const open = async (): Promise<Queue> => {
    const queue = await openEmbeddedQueue({ folder, random: () => 0.01, ...options });
    onTestFinished(() => queue.close());
    return queue;
  };
  const work = (
    queue: Queue,
    deliver: Handlers['deliver'],
    readmit: Handlers['readmit'] = () => Promise.resolve(),
  ): unknown[] => {
    const troubles: unknown[] = [];
    queue.work({ deliver, readmit, onTrouble: (error) => troubles.push(error) });
    return troubles;
  };
  const isEmpty = (queue: Queue) =>
    vi.waitFor(
      async () => {
        expect((await queue.state()).waiting).toBe(0);
      },
      { timeout: 10_000 },
    );
  return { folder, file: join(folder, 'queue.ndjson'), open, work, isEmpty };
}

describe('an embedded queue', () => {
  it('hands out what was added, and has nothing left then', async () => {
    const { open, work, isEmpty } = await setUp();
    const queue = await open();
    expect(await queue.add(orderEvent('a'))).toBe('queued');
    expect(await queue.state()).toEqual({ waiting: 1, oldestAt: 1_700_000_000_000, dead: 0 });
    const seen: RelayEvent[] = [];
    work(queue, (event) => {
      seen.push(event);
      return Promise.resolve(done);
    });
    await queue.add(orderEvent('b'));
    await isEmpty(queue);
    expect(seen).toEqual([orderEvent('a'), orderEvent('b')]);
  });

  it('has what was added after the process was killed, and only that which is not done', async () => {
    const { file, open, work, isEmpty, folder } = await setUp();
    const first = await open();
    for (const id of ['a', 'b', 'c']) await first.add(orderEvent(id));
    work(first, (event) => Promise.resolve(nameOf(event) === 'b' ? done : later));
    await vi.waitFor(async () => {
      expect((await first.state()).waiting).toBe(2);
    });
    await vi.waitFor(async () => {
      expect(await readFile(file, 'utf8')).toContain('"x":2');
    });
    // As a kill leaves it: with a write that was cut off, and somebody's lease.
    const copy = await tempFolder();
    await writeFile(join(copy, 'queue.ndjson'), `${await readFile(file, 'utf8')}{"i":9,"e":{"ki`);
    expect(folder).not.toBe(copy);
    const second = await openEmbeddedQueue({ folder: copy });
    onTestFinished(() => second.close());
    const seen: string[] = [];
    work(second, (event) => {
      seen.push(nameOf(event));
      return Promise.resolve(done);
    });
    await isEmpty(second);
    expect(seen).toEqual(['a', 'c']);
    await second.add(orderEvent('d'));
    await isEmpty(second);
    expect(seen).toEqual(['a', 'c', 'd']);
  });

  it.each([1, 5, 40, 200])('drops a last line that lacks %i bytes, and no other', async (bytes) => {
    const { file, open } = await setUp();
    const first = await open();
    for (const id of ['a', 'b', 'c']) await first.add(orderEvent(id));
    await first.close();
    await truncate(file, (await stat(file)).size - bytes);
    const second = await open();
    expect((await second.state()).waiting).toBe(bytes < 200 ? 2 : 1);
  });

  it('does not start on a line that is damaged in the middle', async () => {
    const { file, open } = await setUp();
    const first = await open();
    for (const id of ['a', 'b']) await first.add(orderEvent(id));
    await first.close();
    await writeFile(file, (await readFile(file, 'utf8')).replace('"orderId":"a"', '"orderId":"z"'));
    await expect(open()).rejects.toThrow(/line 2 is damaged\. Move the file away/);
  });

  it('is used by one process at a time', async () => {
    const { open } = await setUp();
    await open();
    await expect(open()).rejects.toMatchObject({ code: 'held' });
  });

  it('knows a delivery that comes twice, at once or after a restart', async () => {
    const { open, work, isEmpty } = await setUp();
    const first = await open();
    const event = orderEvent('a', 'a@x.example', { deliveryId: 'd-1' });
    const both = await Promise.all([first.add(event), first.add(event)]);
    expect(both.sort()).toEqual(['duplicate', 'queued']);
    work(first, () => Promise.resolve(done));
    await isEmpty(first);
    expect(await first.add(event)).toBe('duplicate');
    await first.close();
    const second = await open();
    expect(await second.add(event)).toBe('duplicate');
    expect(await second.add({ ...event, platform: 'stripe' })).toBe('queued');
  });

  it('keeps one reference to an order that waits, and takes another once it was handed out', async () => {
    const { open, work } = await setUp();
    const queue = await open();
    const reference: RelayEvent = { kind: 'reference', platform: 'ecwid', id: 'X', receivedAt: 1 };
    expect(await queue.add(reference)).toBe('queued');
    expect(await queue.add(reference)).toBe('duplicate');
    let finish: (verdict: Verdict) => void = () => undefined;
    let asked = 0;
    work(queue, () => {
      asked += 1;
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    await vi.waitFor(() => {
      expect(asked).toBe(1);
    });
    expect(await queue.add(reference)).toBe('queued');
    finish(done);
    await vi.waitFor(() => {
      expect(asked).toBe(2);
    });
    finish(done);
  });
});

const later: Verdict = { kind: 'later', everything: false };

describe('the order of events', () => {
  it('is kept for each customer and each order, whatever fails in between', async () => {
    const { open, work, isEmpty } = await setUp({ concurrency: 16 });
    const queue = await open();
    let turn = 0;
    const random = (): number => (turn = (turn * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
    const seen = new Map<string, number[]>();
    const underWay = new Set<string>();
    work(queue, async (event) => {
      if (event.kind !== 'order') throw new Error('all are orders');
      const { email } = event.order.customer;
      expect(underWay.has(email)).toBe(false);
      underWay.add(email);
      await sleep(random() * 3);
      underWay.delete(email);
      if (random() < 0.3) return later;
      seen.set(email, [...(seen.get(email) ?? []), event.order.totalCents]);
      return done;
    });
    for (let number = 0; number < 200; number += 1) {
      const id = String(Math.floor(random() * 60));
      const email = `c${String(Number(id) % 12)}@x.example`;
      const event = orderEvent(id, email);
      if (event.kind === 'order')
        await queue.add({ ...event, order: { ...event.order, totalCents: number } });
    }
    await isEmpty(queue);
    expect([...seen.values()].flat()).toHaveLength(200);
    for (const numbers of seen.values())
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  it('is kept for an order that changes its customer', async () => {
    const { open, work, isEmpty } = await setUp();
    const queue = await open();
    const emails: string[] = [];
    let isFirst = true;
    work(queue, async (event) => {
      if (isFirst) {
        isFirst = false;
        return later;
      }
      await sleep(1);
      emails.push(event.kind === 'order' ? event.order.customer.email : '');
      return done;
    });
    for (const email of ['a@x', 'b@x', 'c@x']) await queue.add(orderEvent('1', email));
    await isEmpty(queue);
    expect(emails).toEqual(['a@x', 'b@x', 'c@x']);
  });

  it('waits as a whole during an outage, and continues by itself', async () => {
    const { open, work, isEmpty } = await setUp({ concurrency: 2, random: () => 0.2 });
    const queue = await open();
    let isOut = true;
    let asked = 0;
    for (let number = 0; number < 30; number += 1) await queue.add(orderEvent(String(number)));
    work(queue, () => {
      asked += 1;
      return Promise.resolve(isOut ? { kind: 'later', everything: true } : done);
    });
    await sleep(150);
    expect(asked).toBeLessThan(5);
    isOut = false;
    await isEmpty(queue);
  });
});

describe('a dead letter', () => {
  const bury = (event: RelayEvent): Verdict => ({
    kind: 'dead',
    letter: {
      platform: event.platform,
      receivedAt: event.receivedAt,
      reason: 'refused',
      orderId: nameOf(event),
      content: { event },
    },
  });

  it('is kept, lets those behind it pass, and can be looked at while the relay runs', async () => {
    const { folder, open, work, isEmpty } = await setUp();
    const queue = await open();
    const seen: string[] = [];
    work(queue, (event) => {
      seen.push(nameOf(event));
      return Promise.resolve(nameOf(event) === 'bad' ? bury(event) : done);
    });
    await queue.add(orderEvent('bad', 'a@x'));
    await queue.add(orderEvent('good', 'a@x'));
    await isEmpty(queue);
    expect(seen).toEqual(['bad', 'good']);
    expect((await queue.state()).dead).toBe(1);
    const [letter] = await lettersIn(folder);
    expect(letter).toMatchObject({
      reason: 'refused',
      orderId: 'bad',
      content: { event: orderEvent('bad', 'a@x') },
    });
    expect(await deadLettersIn(folder).get(letter?.id ?? '')).toEqual(letter);
    expect(await deadLettersIn(folder).get('../queue')).toBeUndefined();
    expect(await deadLettersIn(folder).drop(letter?.id ?? '')).toBe(true);
    expect(await deadLettersIn(folder).drop(letter?.id ?? '')).toBe(false);
    expect(await lettersIn(folder)).toEqual([]);
  });

  it('is tried again by the relay that runs', async () => {
    const { folder, open, work } = await setUp();
    const queue = await open();
    const event = orderEvent('a');
    await queue.bury({ platform: 'shopify', receivedAt: 1, reason: 'refused', content: { event } });
    const readmitted: unknown[] = [];
    work(
      queue,
      () => Promise.resolve(done),
      (letter) => {
        readmitted.push(letter.content);
        return Promise.resolve();
      },
    );
    const [letter] = await lettersIn(folder);
    expect(await deadLettersIn(folder).retry(letter?.id ?? '')).toBe(true);
    await vi.waitFor(
      async () => {
        expect(readmitted).toEqual([{ event }]);
        expect(await readdir(join(folder, 'retry'))).toEqual([]);
      },
      { timeout: 5000 },
    );
    expect(await deadLettersIn(folder).retry(letter?.id ?? '')).toBe(false);
  });

  it('stays where reading it again fails', async () => {
    const { folder, open, work } = await setUp();
    const queue = await open();
    const event = orderEvent('a');
    await queue.bury({ platform: 'shopify', receivedAt: 1, reason: 'refused', content: { event } });
    const troubles = work(
      queue,
      () => Promise.resolve(done),
      () => Promise.reject(new Error('full')),
    );
    const [letter] = await lettersIn(folder);
    await deadLettersIn(folder).retry(letter?.id ?? '');
    await vi.waitFor(
      () => {
        expect(troubles.length).toBeGreaterThan(0);
      },
      { timeout: 5000 },
    );
    expect(await readdir(join(folder, 'retry'))).toHaveLength(1);
  });
});

async function lettersIn(folder: string) {
  const letters = [];
  for await (const letter of deadLettersIn(folder).list()) letters.push(letter);
  return letters;
}

it('rewrites a file that is mostly done while it is used, and loses nothing', async () => {
  const { file, open, work, isEmpty } = await setUp({ concurrency: 4 });
  const queue = await open();
  const text = 'x'.repeat(20_000);
  let isOpen = false;
  const seen: string[] = [];
  const troubles = work(queue, async (event) => {
    if (nameOf(event).startsWith('kept') && !isOpen) return later;
    await sleep(1);
    seen.push(nameOf(event));
    return done;
  });
  for (const id of ['kept-1', 'kept-2']) await queue.add(orderEvent(id));
  const adding: Promise<unknown>[] = [];
  let largest = 0;
  for (let number = 0; number < 600; number += 1) {
    adding.push(
      queue.add(
        orderEvent(String(number), undefined, {
          facts: { updatedAt: text },
          deliveryId: `d-${String(number)}`,
        }),
      ),
    );
    if (number % 20 === 0) await Promise.all(adding);
    largest = Math.max(largest, (await stat(file)).size);
  }
  await Promise.all(adding);
  await vi.waitFor(
    () => {
      expect(seen).toHaveLength(600);
    },
    { timeout: 10_000 },
  );
  expect(troubles).toEqual([]);
  expect(new Set(seen).size).toBe(600);
  expect(largest).toBeLessThan(600 * 20_000);
  isOpen = true;
  await isEmpty(queue);
  expect(seen.slice(600).sort()).toEqual(['kept-1', 'kept-2']);
  await queue.close();
  const again = await open();
  expect((await again.state()).waiting).toBe(0);
  expect(await again.add(orderEvent('0', undefined, { deliveryId: 'd-0' }))).toBe('duplicate');
});

it('takes nothing more where something else writes to its file', async () => {
  const { file, open } = await setUp();
  const queue = await open();
  await queue.add(orderEvent('a'));
  // What somebody else appends is found by the next write, which cannot be trusted then.
  await appendFile(file, 'x');
  await expect(queue.add(orderEvent('b'))).rejects.toMatchObject({ code: 'lost' });
});

it('waits for what is under way when it is closed, as long as its time lasts', async () => {
  const { open, work } = await setUp({ grace: 100 });
  const queue = await open();
  await queue.add(orderEvent('quick'));
  await queue.add(orderEvent('slow'));
  await queue.add(orderEvent('behind', 'slow@shop.example'));
  const ended: string[] = [];
  work(queue, async (event, { signal }) => {
    const isSlow = nameOf(event) === 'slow';
    await sleep(isSlow ? 60_000 : 20, undefined, { signal }).catch(() => undefined);
    ended.push(`${nameOf(event)} ${signal.aborted ? 'abandoned' : 'done'}`);
    return signal.aborted ? later : done;
  });
  await queue.close();
  expect(ended).toEqual(['quick done', 'slow abandoned']);
  const again = await open();
  expect((await again.state()).waiting).toBe(2);
});
