import type { Sandbox } from 'sequenzy-sandbox';
import { deliveriesTo, repeatsIn } from './deliveries.ts';
import { readLedgerFile, type LedgerFile } from './ledger-file.ts';
import type { Load } from './load.ts';

/** Requests the program has under way at once: no more can be in doubt when it is killed. */
export const concurrency = 2;

/** Where it happens, and what is delivered. */
export interface Place {
  readonly sandbox: Sandbox;
  readonly cwd: string;
  readonly load: Load;
}

/** One round on its way, and the records that may be delivered again because a kill left them in doubt. */
export class Round {
  readonly #sandbox: Sandbox;
  readonly #cwd: string;
  readonly #load: Load;
  readonly #before: LedgerFile['fingerprints'];
  readonly #firstDelivery: number;
  readonly #excused = new Map<string, number>();

  private constructor({ sandbox, cwd, load }: Place, before: LedgerFile['fingerprints']) {
    this.#sandbox = sandbox;
    this.#cwd = cwd;
    this.#load = load;
    this.#before = before;
    this.#firstDelivery = deliveriesTo(sandbox, load).length;
  }

  static async begin(place: Place): Promise<Round> {
    const { knows } = place.load;
    if (typeof knows === 'string') return new Round(place, new Map());
    const { fingerprints } = await readLedgerFile(place.cwd, knows.ledger);
    return new Round(place, fingerprints);
  }

  /**
   * The program was killed: what it has delivered and not written down was under way. Gives back the damaged lines.
   *
   * @param from Number of the run's first delivery.
   */
  async killed(from: number): Promise<number> {
    const delivered = deliveriesTo(this.#sandbox, this.#load).slice(from);
    const { knows } = this.#load;
    if (typeof knows === 'string') {
      this.#excuse(knows === 'nothing' ? delivered : delivered.slice(-concurrency));
      return 0;
    }
    const { fingerprints, damagedLines } = await readLedgerFile(this.#cwd, knows.ledger);
    const isAcknowledged = (id: string): boolean => {
      const now = fingerprints.get(id) ?? null;
      return now !== null && now !== this.#before.get(id);
    };
    const inDoubt = delivered.filter((ids) => !ids.every(isAcknowledged));
    // More than can be under way at once is no excuse: that was answered, and forgotten.
    this.#excuse(inDoubt.slice(-concurrency));
    return damagedLines;
  }

  #excuse(deliveries: readonly (readonly string[])[]): void {
    for (const id of deliveries.flat()) this.#excused.set(id, (this.#excused.get(id) ?? 0) + 1);
  }

  /** Records that were delivered again: with and without an excuse. */
  repeats(): { readonly replayed: number; readonly sentTwice: number } {
    let [replayed, sentTwice] = [0, 0];
    const deliveries = deliveriesTo(this.#sandbox, this.#load).slice(this.#firstDelivery);
    for (const [id, times] of repeatsIn(deliveries)) {
      const excused = Math.min(times, this.#excused.get(id) ?? 0);
      replayed += excused;
      sentTwice += times - excused;
    }
    return { replayed, sentTwice };
  }
}
