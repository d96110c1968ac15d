import type { KnownKey } from '../../keys/access.ts';
import type { Api } from '../../service/api.ts';
import type { Answer } from '../../http/answer.ts';
import type { Arrival } from '../../http/arrival.ts';
import { findRoute } from '../../http/route.ts';
import { fanfareEndpoints } from './endpoints/endpoints.ts';
import type { Dialect } from './options.ts';
import { fanfareProblem } from './problem.ts';
import { Organization } from './store/organization.ts';

/** Fanfare's Admin API, as far as it is about products. Every key belongs to the one organization. */
export class FanfareApi implements Api {
  readonly basePath: string;
  readonly problem = fanfareProblem;
  readonly invalidKey = 'Secret key required';
  readonly dialect: Dialect;
  readonly #seed: number;
  organization: Organization;

  constructor(dialect: Dialect, seed: number) {
    this.basePath = dialect.basePath;
    this.dialect = dialect;
    this.#seed = seed;
    this.organization = new Organization(seed);
  }

  /** Limits are the organization's (docs.fanfare.io/api/rate-limiting). */
  quotaOf(): string {
    return this.organization.id;
  }

  answer(arrival: Arrival, _key: KnownKey, now: string): Answer {
    const route = findRoute(fanfareEndpoints, this, arrival);
    if ('status' in route) return route;
    const { query, body } = arrival;
    const { organization, dialect } = this;
    const { endpoint, parameters } = route;
    return endpoint.answer({ parameters, query, body, organization, dialect, now });
  }

  reset(): void {
    this.organization = new Organization(this.#seed);
  }
}
