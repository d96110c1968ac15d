import { createHash } from 'node:crypto';
import type { Queue as Partition, Worker } from 'bullmq';
import { systemClock, type Clock } from 'sequenzy-contract';
import type { Ledger } from 'sequenzy-commerce';
import { backoff, longestOfEvent, longestOfQueue } from '../queue/backoff.ts';
import { deliveryOf, type NewLetter, type RelayEvent } from '../queue/event.ts';
import type { Attempt, DeadLetters, Handlers, Queue, QueueState, Verdict } from '../queue/queue.ts';
import type { RedisClient } from './driver.ts';
import { RedisLetters } from './redis-letters.ts';
import type { RedisMemory } from './redis-memory.ts';

/** A queue that also remembers what was sent. */
export interface BullMqQueue extends Queue {
  /** What the relays of all machines have sent, for `createRelay`. */
  readonly ledger: Ledger;
  /**
   * The same, once it is certain that it is of this owner, such as an API's origin and a company. Rejects where it is
   * another one's.
   */
  ledgerOf(owner: string): Promise<Ledger>;
}

/**
 * Customers are spread over so many queues of BullMQ. All machines together handle one event of a queue at a time: that
 * keeps their order. The number is part of how events are stored.
 */
export const partitions = 8;

/** Done deliveries are known for three days, as many of them as this in each partition. */
const kept = { age: 3 * 86_400, count: 50_000 };

/** How often it is looked for letters that are to be tried again, in milliseconds. */
const lookEvery = 1000;

/** For what is under way when it is closed, in milliseconds. */
const grace = 10_000;

export type StartWorker = (at: number, handle: (event: RelayEvent) => Promise<Handled>) => Worker;

/** `unfinished`: it goes back to where it came from, before all others. */
type Handled = 'done' | 'unfinished';

interface Parts {
  readonly queues: readonly Partition[];
  readonly client: RedisClient;
  readonly ledger: RedisMemory;
  readonly startWorker: StartWorker;
  readonly prefix: string;
  readonly options: { readonly clock?: Clock; readonly random?: () => number };
}

/** A queue whose connections are made. */
export class RedisQueue implements BullMqQueue {
  readonly dead: DeadLetters;
  readonly ledger: RedisMemory;
  readonly #parts: Parts;
  readonly #letters: RedisLetters;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #stopped = new AbortController();
  /** Aborted when what is under way has had its time. */
  readonly #abandoned = new AbortController();
  #workers: readonly Worker[] = [];
  #closing: Promise<void> | undefined;

  constructor(parts: Parts) {
    const { clock = systemClock, random = Math.random } = parts.options;
    this.#parts = parts;
    this.#clock = clock;
    this.#random = random;
    this.ledger = parts.ledger;
    this.#letters = new RedisLetters(parts.client, parts.prefix);
    this.dead = this.#letters;
  }

  async add(event: RelayEvent): Promise<'queued' | 'duplicate'> {
    const queue = this.#parts.queues[partitionOf(event)];
    if (queue === undefined) throw new RangeError('there is no such partition');
    const delivery = deliveryOf(event);
    const options = { removeOnComplete: kept, attempts: Number.MAX_SAFE_INTEGER };
    if (delivery === undefined) {
      await queue.add('event', event, options);
      return 'queued';
    }
    const jobId = createHash('sha256').update(delivery).digest('hex');
    // Redis adds one of them; who of two came first matters to nobody.
    const isKnown = (await queue.getJob(jobId)) !== undefined;
    if (!isKnown) await queue.add('event', event, { ...options, jobId });
    return isKnown ? 'duplicate' : 'queued';
  }

  async ledgerOf(owner: string): Promise<Ledger> {
    await this.ledger.claim(owner);
    return this.ledger;
  }

  bury(letter: NewLetter): Promise<void> {
    return this.#letters.bury(letter, this.#clock.now());
  }

  work(handlers: Handlers): void {
    if (this.#workers.length > 0) return;
    const { queues, startWorker } = this.#parts;
    this.#workers = queues.map((_, at) =>
      startWorker(at, (event) => this.#handle(event, handlers)),
    );
    void this.#look(handlers);
  }

  async state(): Promise<QueueState> {
    const { queues } = this.#parts;
    const counts = await Promise.all(
      queues.map((queue) => queue.getJobCountByTypes('waiting', 'active', 'delayed', 'paused')),
    );
    const oldest = await Promise.all(
      queues.map(async (queue) => queue.getJobs(['active', 'waiting'], 0, 0, true)),
    );
    // One that was done meanwhile is not there, whatever its type says.
    const there = oldest.flat().filter((job) => (job as unknown) !== undefined);
    const times = there.map((job) => (job.data as RelayEvent).receivedAt); // as it was added
    return {
      waiting: counts.reduce((sum, count) => sum + count, 0),
      oldestAt: times.length === 0 ? undefined : Math.min(...times),
      dead: await this.#letters.count(),
    };
  }

  async check(): Promise<void> {
    await this.#parts.client.ping();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#stopped.abort();
    const timer = setTimeout(() => {
      this.#abandoned.abort(new Error('the relay is shutting down'));
    }, grace);
    await Promise.all(this.#workers.map((worker) => worker.close()));
    clearTimeout(timer);
    await Promise.all(this.#parts.queues.map((queue) => queue.close()));
  }

  /** Until it is done: nothing behind it in its partition is handed out before. */
  async #handle(event: RelayEvent, handlers: Handlers): Promise<Handled> {
    const { signal } = this.#stopped;
    for (let number = 1; !signal.aborted; number += 1) {
      const verdict = await this.#deliver(
        event,
        { number, signal: this.#abandoned.signal },
        handlers,
      );
      if (verdict.kind !== 'later') return 'done';
      const longest = verdict.everything ? longestOfQueue : longestOfEvent;
      const wait = backoff(number, longest, this.#random);
      await this.#clock.sleep(wait, signal).catch(() => undefined); // it is shutting down
    }
    return 'unfinished';
  }

  async #deliver(event: RelayEvent, attempt: Attempt, handlers: Handlers): Promise<Verdict> {
    const verdict = await handlers.deliver(event, attempt);
    if (verdict.kind !== 'dead') return verdict;
    try {
      await this.bury(verdict.letter);
      return verdict;
    } catch (error) {
      handlers.onTrouble(error);
      return { kind: 'later', everything: true };
    }
  }

  async #look(handlers: Handlers): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      await this.#letters
        .readmit((letter) => handlers.readmit(letter))
        .catch((error: unknown) => {
          handlers.onTrouble(error);
        });
      await this.#clock.sleep(lookEvery, this.#stopped.signal).catch(() => undefined);
    }
  }
}

function partitionOf(event: RelayEvent): number {
  const lane =
    event.kind === 'order'
      ? event.order.customer.email.trim().toLowerCase()
      : `fetch ${event.platform}`;
  return createHash('sha256').update(lane).digest().readUInt32BE(0) % partitions;
}
