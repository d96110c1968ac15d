import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock, type Clock } from 'sequenzy-contract';
import { takeLease, type Lease } from 'sequenzy-store';
import { deliveryOf, type NewLetter, type RelayEvent } from '../queue/event.ts';
import type { DeadLetters, Handlers, Queue, QueueState } from '../queue/queue.ts';
import { asQueueError } from './queue-error.ts';
import { LetterFiles } from './letter-files.ts';
import { QueueFile } from './queue-file.ts';
import { Worker } from './worker.ts';

/** {@link openEmbeddedQueue} */
export interface EmbeddedQueueOptions {
  /** Made if absent, for its owner only. It holds what webhooks bring, e-mail addresses among it. */
  readonly folder: string;
  /** Events that are sent at once. Default: 8. */
  readonly concurrency?: number;
  /** Milliseconds for which `close` waits for what is under way. Default: 10,000. */
  readonly grace?: number;
  readonly clock?: Clock;
  /** Default: `Math.random`. */
  readonly random?: () => number;
}

/**
 * Opens a queue in a folder of this machine: no server is needed. One process uses it at a time. An event is on the disk
 * before it is answered; the process may be killed at any moment.
 *
 * @throws {QueueError} where another process uses it, it is damaged, or cannot be written.
 * @example
 * const queue = await openEmbeddedQueue({ folder: 'relay' });
 * const relay = createRelay({ client, platform: 'shopify', secret, queue });
 */
export async function openEmbeddedQueue(options: EmbeddedQueueOptions): Promise<Queue> {
  const { folder } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lease = await takeLease(join(folder, 'queue.lease')).catch((error: unknown) => {
    throw asQueueError(error);
  });
  try {
    const letters = new LetterFiles(folder);
    await letters.open();
    const file = await QueueFile.open(join(folder, 'queue.ndjson'), lease);
    return new EmbeddedQueue(file, letters, lease, options);
  } catch (error) {
    await lease.release();
    throw asQueueError(error);
  }
}

/** The dead letters of a queue in a folder, to look at and decide on, whether a relay uses it now or not. */
export function deadLettersIn(folder: string): DeadLetters {
  return new LetterFiles(folder);
}

class EmbeddedQueue implements Queue {
  readonly dead: DeadLetters;
  readonly #file: QueueFile;
  readonly #letters: LetterFiles;
  readonly #lease: Lease;
  readonly #options: EmbeddedQueueOptions;
  readonly #clock: Clock;
  /** Deliveries that are being written. */
  readonly #adding = new Map<string, Promise<void>>();
  #worker: Worker | undefined;
  #closing: Promise<void> | undefined;

  constructor(file: QueueFile, letters: LetterFiles, lease: Lease, options: EmbeddedQueueOptions) {
    this.#file = file;
    this.#letters = letters;
    this.#lease = lease;
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.dead = letters;
  }

  async add(event: RelayEvent): Promise<'queued' | 'duplicate'> {
    if (this.#file.backlog.has(event)) return 'duplicate';
    const delivery = deliveryOf(event);
    const before = delivery === undefined ? undefined : this.#adding.get(delivery);
    if (before !== undefined) {
      await before;
      return 'duplicate';
    }
    const adding = this.#file.add(event);
    if (delivery !== undefined) this.#adding.set(delivery, adding);
    try {
      await adding;
    } finally {
      if (delivery !== undefined) this.#adding.delete(delivery);
    }
    this.#worker?.wake();
    return 'queued';
  }

  bury(letter: NewLetter): Promise<void> {
    return this.#letters.bury(letter, this.#clock.now());
  }

  work(handlers: Handlers): void {
    const { concurrency = 8, random = Math.random, grace = 10_000 } = this.#options;
    const clock = this.#clock;
    this.#worker ??= new Worker(this.#file, this.#letters, handlers, {
      ...{ concurrency, random, grace, clock },
    });
  }

  async state(): Promise<QueueState> {
    const { pending, oldestAt } = this.#file.backlog;
    return { waiting: pending.size, oldestAt, dead: await this.#letters.count() };
  }

  check(): Promise<void> {
    return this.#file.check();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#worker?.stop();
    await this.#file.close();
    await this.#lease.release();
  }
}
