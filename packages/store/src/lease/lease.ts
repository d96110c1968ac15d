import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf, StoreError } from '../errors/store-error.ts';
import { formatClaim, parseClaim, type Claim } from './claim.ts';
import { filesOf, overwriteFile, textOf } from './lease-files.ts';
import type { LeaseClock, LeaseTimes } from './times.ts';

interface Held {
  /** `products.lease` */
  readonly name: string;
  /** The file of this holder, and of nobody else. */
  readonly path: string;
  readonly claim: Claim;
  readonly times: LeaseTimes;
  readonly clock: LeaseClock;
}

/**
 * A lease that is held, and renewed by itself. Whoever takes it over removes its file; so it is held as long as the file
 * is there.
 */
export class Lease {
  readonly #held: Held;
  readonly #timer: NodeJS.Timeout;
  #renewals = 0;
  /** By both clocks. */
  #renewedAt: { readonly now: number; readonly monotonic: number };
  #renewing: Promise<void> | undefined;
  #lost: StoreError | undefined;

  constructor(held: Held) {
    this.#held = held;
    this.#renewedAt = timeOf(held.clock);
    this.#timer = setInterval(() => {
      // What fails is tried again, and told to whoever asks.
      this.#renew().catch(() => undefined);
    }, held.times.renew);
    this.#timer.unref();
  }

  /**
   * Resolves while it is held. Ask before each step that nobody else may take meanwhile.
   *
   * @throws {StoreError} `lost` where another process took it over; `write` where its file cannot be read or renewed any
   * more, so that another may take it over at any time.
   */
  async verify(): Promise<void> {
    if (this.#lost !== undefined) throw this.#lost;
    try {
      // It may be about to be taken over: whoever does that sees the renewal, or is seen by us.
      if (this.#isLate()) {
        await this.#renew();
        await sleep(this.#held.times.settle);
      }
      await this.#requireOwnFile();
    } catch (error) {
      throw error instanceof StoreError ? error : this.#unusable(error);
    }
  }

  /** Lets the next one in. Does nothing where it is lost. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    await this.#renewing?.catch(() => undefined);
    const isOwn = await this.#isOwnFile().catch(() => false);
    if (isOwn) await rm(this.#held.path, { force: true });
  }

  #isLate(): boolean {
    const { clock, times } = this.#held;
    const { now, monotonic } = timeOf(clock);
    const { now: wallThen, monotonic: then } = this.#renewedAt;
    return Math.max(Math.abs(now - wallThen), monotonic - then) > times.late;
  }

  #renew(): Promise<void> {
    this.#renewing ??= this.#writeRenewal().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #writeRenewal(): Promise<void> {
    await this.#requireOwnFile();
    const { path, claim, clock } = this.#held;
    const begun = timeOf(clock);
    this.#renewals += 1;
    const renewed = { ...claim, renewals: this.#renewals, renewedAt: begun.now };
    if (!(await overwriteFile(path, formatClaim(renewed)))) await this.#requireOwnFile();
    this.#renewedAt = begun;
  }

  async #isOwnFile(): Promise<boolean> {
    const { path, claim } = this.#held;
    return parseClaim((await textOf(path)) ?? '')?.token === claim.token;
  }

  async #requireOwnFile(): Promise<void> {
    if (await this.#isOwnFile()) return;
    clearInterval(this.#timer);
    this.#lost ??= await this.#lostTo();
    throw this.#lost;
  }

  async #lostTo(): Promise<StoreError> {
    const { name } = this.#held;
    const files = await filesOf(name).catch(() => []);
    const next = files.map(({ text }) => parseClaim(text)).findLast((one) => one !== undefined);
    const problem =
      next === undefined
        ? 'the file that held it for this run was removed'
        : `process ${next.pid} on host ${next.host} has taken it over`;
    return new StoreError('lost', name, problem);
  }

  #unusable(cause: unknown): StoreError {
    const problem = `it can no longer be kept for this run (${reasonOf(cause)})`;
    return new StoreError('write', this.#held.name, problem, { cause });
  }
}

function timeOf(clock: LeaseClock): { now: number; monotonic: number } {
  return { now: clock.now(), monotonic: clock.monotonic() };
}
