import { bearerOf, Keyring, type KnownKey } from '../keys/access.ts';
import type { Api } from './api.ts';
import type { Fault } from '../faults/fault.ts';
import { perform } from '../faults/perform.ts';
import { Faults } from '../faults/script.ts';
import type { Answer, Exchange } from '../http/answer.ts';
import { readArrival, type Arrival } from '../http/arrival.ts';
import type { Settings } from './options.ts';
import { randomStream } from '../seed/random.ts';
import { RateLimiter } from './rate-limit.ts';
import { RequestLog, settle } from './request-log.ts';

/** Takes a request from its arrival to its end: count, log, fault, delay, key. The work is the API's. */
export class Service {
  readonly keyring: Keyring;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly #api: Api;
  readonly #settings: Settings;
  readonly #limiter: RateLimiter | undefined;
  #random: () => number;

  constructor(api: Api, settings: Settings) {
    this.#api = api;
    this.#settings = settings;
    this.keyring = new Keyring(settings.apiKey);
    this.faults = new Faults(settings.faults, settings.seed, api.basePath);
    this.log = new RequestLog(settings.record);
    this.#limiter = settings.rateLimit && new RateLimiter(settings.rateLimit);
    this.#random = randomStream(settings.seed, 'latency');
  }

  async exchange(request: Request): Promise<Exchange> {
    return this.serve(await readArrival(request));
  }

  async serve(arrival: Arrival): Promise<Exchange> {
    const wait = this.#waitOf(arrival);
    // A request over the limit meets no fault: what the script says still lies ahead.
    const fault = wait > 0 ? undefined : this.faults.strike(arrival);
    if (fault?.kind === 'refused') return { kind: 'refused' };
    const entry = this.log.arrived(arrival, this.#settings.clock.now());
    const exchange = this.#dated(
      wait > 0 ? this.#overLimit(wait) : await this.#run(arrival, fault),
    );
    settle(entry, exchange, fault);
    return exchange;
  }

  async #run(arrival: Arrival, fault: Fault | undefined): Promise<Exchange> {
    if (fault?.kind !== 'rate-limited') this.#count(arrival);
    const work = (): Promise<Answer> => this.#work(arrival);
    if (fault === undefined) return { kind: 'answered', answer: await work() };
    return perform(fault, { api: this.#api, arrival, clock: this.#settings.clock, work });
  }

  reset(): void {
    this.#api.reset();
    this.faults.restart(this.#settings.faults);
    this.log.reset();
    this.#limiter?.reset();
    this.#random = randomStream(this.#settings.seed, 'latency');
  }

  /** Only known keys have windows: anything else is a 401. */
  #waitOf(arrival: Arrival): number {
    const key = this.#keyOf(arrival);
    if (key === undefined || this.#limiter === undefined) return 0;
    return this.#limiter.wait(this.#api.quotaOf(key), this.#settings.clock.monotonic());
  }

  #count(arrival: Arrival): void {
    const key = this.#keyOf(arrival);
    if (key === undefined) return;
    this.#limiter?.count(this.#api.quotaOf(key), this.#settings.clock.monotonic());
  }

  async #work(arrival: Arrival): Promise<Answer> {
    await this.#delay();
    const key = this.#keyOf(arrival);
    if (key === undefined) return this.#api.problem(401, this.#api.invalidKey);
    return this.#api.answer(arrival, key, new Date(this.#settings.clock.now()).toISOString());
  }

  #keyOf(arrival: Arrival): KnownKey | undefined {
    const token = this.#api.keyIn ? this.#api.keyIn(arrival) : bearerOf(arrival.headers);
    return this.keyring.find(token);
  }

  async #delay(): Promise<void> {
    const [min, max] = this.#settings.latency;
    if (max > 0) await this.#settings.clock.sleep(min + this.#random() * (max - min));
  }

  /** Every answer says what time it is, so that a client can check its clock. */
  #dated(exchange: Exchange): Exchange {
    if (!('answer' in exchange)) return exchange;
    const { answer } = exchange;
    const date = new Date(this.#settings.clock.now()).toUTCString();
    return { ...exchange, answer: { ...answer, headers: { ...answer.headers, date } } };
  }

  #overLimit(wait: number): Exchange {
    const headers = { 'retry-after': String(Math.ceil(wait / 1000)) };
    return {
      kind: 'answered',
      answer: this.#api.problem(429, 'Rate limit exceeded', { headers }),
    };
  }
}
