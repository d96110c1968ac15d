import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ownIdentity,
  StoreError,
  takeLease,
  type Lease,
  type ProcessIdentity,
} from 'sequenzy-store';

/** How often a key that somebody else has is asked for, in milliseconds. */
const poll = 100;

/** Keys that one of several programs is sending: a lease each, so that one that dies holds up nobody for good. */
export class Reservations {
  readonly #folder: string;
  readonly #identity: ProcessIdentity;

  private constructor(folder: string, identity: ProcessIdentity) {
    this.#folder = folder;
    this.#identity = identity;
  }

  static async in(folder: string): Promise<Reservations> {
    const own = join(folder, 'under-way');
    await mkdir(own, { recursive: true, mode: 0o700 });
    return new Reservations(own, await ownIdentity());
  }

  /** Waits until nobody else has any of the keys; gives back how to let them go. */
  async take(keys: readonly string[], signal: AbortSignal): Promise<() => Promise<void>> {
    const leases: Lease[] = [];
    const release = async (): Promise<void> => {
      for (const lease of leases) await lease.release();
    };
    try {
      // In one order, so that two who want the same do not wait for each other.
      for (const key of [...new Set(keys)].sort()) leases.push(await this.#take(key, signal));
      return release;
    } catch (error) {
      await release();
      throw error;
    }
  }

  async #take(key: string, signal: AbortSignal): Promise<Lease> {
    const name = join(this.#folder, createHash('sha256').update(key).digest('hex').slice(0, 32));
    for (;;) {
      try {
        return await takeLease(name, { identity: this.#identity, signal });
      } catch (error) {
        if (!(error instanceof StoreError) || error.code !== 'held') throw error;
        await sleep(poll, undefined, { signal });
      }
    }
  }
}
