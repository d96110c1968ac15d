import type { Arrival } from '../http/arrival.ts';
import { randomStream } from '../seed/random.ts';
import type { Fault } from './fault.ts';
import { indexOfProduct } from './product-index.ts';

/** Which requests a rule is about. Every condition that is given must hold. */
interface RequestMatch {
  /** `POST`; without case. */
  readonly method?: string;
  /** The whole path, with or without the API's base path (`/api/v1`), or an expression that is tried on the whole path. */
  readonly path?: string | RegExp;
  /** Looks at the parsed body. A request without a JSON body does not match. */
  readonly body?: (json: unknown) => boolean;
}

/**
 * When a fault happens.
 *
 * @example
 * // The third and the fourth upsert are reset after their work was done.
 * { on: { method: 'POST', path: '/products' }, after: 2, times: 2, do: { kind: 'reset', when: 'after-work' } }
 */
export interface FaultRule<Kind extends Fault = Fault> {
  /** Default: every request. */
  readonly on?: RequestMatch;
  /** Matching requests that pass first. Default: 0. */
  readonly after?: number;
  /** How often it happens. Default: every time. */
  readonly times?: number;
  /** From 0 to 1, drawn from the sandbox's seed. Default: 1. */
  readonly probability?: number;
  readonly do: Kind;
}

/** Rules in order of precedence: the first one that strikes decides. */
export type FaultScript<Kind extends Fault = Fault> = readonly FaultRule<Kind>[];

interface RunningRule {
  readonly rule: FaultRule;
  readonly random: () => number;
  matched: number;
  struck: number;
}

/** The faults of a sandbox; more can be added while it runs. */
export class Faults {
  readonly #seed: number;
  readonly #basePath: string;
  #rules: RunningRule[] = [];
  #added = 0;

  constructor(script: FaultScript, seed: number, basePath: string) {
    this.#seed = seed;
    this.#basePath = basePath;
    this.add(...script);
  }

  /** Adds rules behind those that are there. */
  add(...rules: readonly FaultRule[]): void {
    for (const rule of rules) {
      check(rule);
      this.#added += 1;
      const random = randomStream(this.#seed, `fault ${this.#added}`);
      this.#rules.push({ rule, random, matched: 0, struck: 0 });
    }
  }

  /** Takes every rule away. */
  clear(): void {
    this.#rules = [];
  }

  /** Back to this script, as on the first day. */
  restart(script: FaultScript): void {
    this.#rules = [];
    this.#added = 0;
    this.add(...script);
  }

  /** The fault this request meets, if any. Every rule it matches up to there has counted it. */
  strike(arrival: Arrival): Fault | undefined {
    return this.#rules.find((running) => strikes(running, arrival, this.#basePath))?.rule.do;
  }
}

function strikes(running: RunningRule, arrival: Arrival, basePath: string): boolean {
  const { rule } = running;
  if (!matches(rule.on ?? {}, arrival, basePath) || !applies(rule.do, arrival)) return false;
  running.matched += 1;
  if (running.matched <= (rule.after ?? 0)) return false;
  if (running.struck >= (rule.times ?? Infinity)) return false;
  if (rule.probability !== undefined && running.random() >= rule.probability) return false;
  running.struck += 1;
  return true;
}

function matches(on: RequestMatch, { method, path, body }: Arrival, basePath: string): boolean {
  if (on.method !== undefined && on.method.toUpperCase() !== method) return false;
  if (typeof on.path === 'string' && on.path !== path && basePath + on.path !== path) return false;
  if (on.path instanceof RegExp && path.search(on.path) < 0) return false;
  if (on.body === undefined) return true;
  const json = body.json();
  return json.ok && on.body(json.value);
}

/** Some faults are about certain requests by their nature. */
function applies(fault: Fault, { body }: Arrival): boolean {
  if (fault.kind === 'bad-product') return indexOfProduct(body, fault.productId) >= 0;
  if (fault.kind === 'too-large') return body.bytes > fault.maxBytes;
  return true;
}

function check({ probability, times, after }: FaultRule): void {
  if (probability !== undefined && !(probability >= 0 && probability <= 1)) {
    throw new RangeError(`A fault's probability is from 0 to 1, got ${probability}`);
  }
  for (const count of [times, after]) {
    if (count !== undefined && !(count >= 0)) {
      throw new RangeError(`A fault's times and after are 0 or more, got ${count}`);
    }
  }
}
