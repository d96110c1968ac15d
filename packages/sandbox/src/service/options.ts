import { defaultKey, type KeyOption } from '../keys/access.ts';
import { systemClock, type Clock } from 'sequenzy-contract';
import type { Fault } from '../faults/fault.ts';
import type { FaultScript } from '../faults/script.ts';
import { documentedRateLimits, type RateLimits } from './rate-limit.ts';
import type { RecordOption } from './request-log.ts';

/** What every sandbox can be told, whatever API it is. */
export interface CommonOptions<Kind extends Fault = Fault> {
  /** Milliseconds between the arrival of a request and its work, or the range they are drawn from. Default: 0. */
  readonly latency?: number | readonly [min: number, max: number];
  /** What goes wrong and when. Default: nothing. */
  readonly faults?: FaultScript<Kind>;
  /** Where ids, latencies and probabilities come from: the same seed, the same run. Default: 1. */
  readonly seed?: number;
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Whether {@link Sandbox.requests} keeps bodies (`all`) or not (`summary`). Default: `summary`. */
  readonly record?: RecordOption;
}

export interface SandboxOptions extends CommonOptions {
  /**
   * The keys that are let in as `Authorization: Bearer <key>`; any other is answered with 401.
   * Default: `seq_live_sandbox`, which may do everything in the company `comp_sandbox`.
   */
  readonly apiKey?: KeyOption;
  /**
   * `true` for the documented limits, 100 requests a minute and 20 a second for each key, or limits of your own.
   * Beyond them: 429 with `Retry-After` in whole seconds. Default: `false`, no limit.
   */
  readonly rateLimit?: boolean | RateLimits;
  /** Milliseconds between the answer to an order and the moment its event starts sequences. Default: 0. */
  readonly processing?: number;
}

export interface Settings {
  readonly apiKey: KeyOption;
  readonly rateLimit: RateLimits | undefined;
  readonly latency: readonly [min: number, max: number];
  readonly processing: number;
  readonly faults: FaultScript;
  readonly seed: number;
  readonly clock: Clock;
  readonly record: RecordOption;
}

/** Where the APIs differ. */
interface Defaults {
  readonly apiKey: string;
  /** What `rateLimit: true` stands for. */
  readonly rateLimits: RateLimits;
}

const commerceDefaults: Defaults = { apiKey: defaultKey, rateLimits: documentedRateLimits };

/** Fills in the defaults; throws a `RangeError` for numbers that make no sense. */
export function settingsOf(options: SandboxOptions, defaults = commerceDefaults): Settings {
  return {
    apiKey: options.apiKey ?? defaults.apiKey,
    rateLimit: rateLimitOf(options.rateLimit ?? false, defaults.rateLimits),
    latency: latencyOf(options.latency ?? 0),
    processing: processingOf(options.processing ?? 0),
    faults: options.faults ?? [],
    seed: options.seed ?? 1,
    clock: options.clock ?? systemClock,
    record: options.record ?? 'summary',
  };
}

function rateLimitOf(option: boolean | RateLimits, documented: RateLimits): RateLimits | undefined {
  if (typeof option === 'boolean') return option ? documented : undefined;
  for (const most of [option.perMinute, option.perSecond]) {
    if (!(most >= 1)) throw new RangeError(`rateLimit: expected 1 or more, got ${most}`);
  }
  return option;
}

function processingOf(option: number): number {
  if (!(option >= 0)) throw new RangeError(`processing: expected 0 or more, got ${option}`);
  return option;
}

function latencyOf(option: number | readonly [number, number]): readonly [number, number] {
  const [min, max] = typeof option === 'number' ? [option, option] : option;
  if (!(min >= 0 && max >= min)) {
    throw new RangeError(`latency: expected 0 <= min <= max, got ${min} and ${max}`);
  }
  return [min, max];
}
