import { apiPath, limits } from 'sequenzy-contract';
import { chooseCompany, grants, missingScope, type KnownKey } from '../keys/access.ts';
import type { Api } from '../service/api.ts';
import { endpoints } from './endpoints/endpoints.ts';
import type { Answer } from '../http/answer.ts';
import type { Arrival } from '../http/arrival.ts';
import { problem } from '../http/problem.ts';
import { findRoute } from '../http/route.ts';
import { Companies } from './store/company.ts';

/** The Sequenzy Commerce API: route, company, permission, size, work. */
export class CommerceApi implements Api {
  readonly basePath = apiPath;
  readonly problem = problem;
  readonly invalidKey = 'Invalid API key';
  readonly companies: Companies;

  readonly #processing: number;

  constructor(seed: number, processing: number) {
    this.#processing = processing;
    this.companies = new Companies(seed);
  }

  quotaOf({ key }: KnownKey): string {
    return key;
  }

  answer(arrival: Arrival, key: KnownKey, now: string): Answer {
    const route = findRoute(endpoints, this, arrival);
    if ('status' in route) return route;
    const caller = chooseCompany(key, arrival.headers);
    if ('status' in caller) return caller;
    const { endpoint, parameters } = route;
    if (!grants(key, endpoint.scope)) return missingScope(endpoint.scope);
    const { query, body } = arrival;
    // No limit is documented: the project's assumption is what the sandbox enforces.
    if (body.text.length > limits.maxBodyBytes / 4 && body.bytes > limits.maxBodyBytes) {
      return problem(413, `The body is larger than ${limits.maxBodyBytes} bytes`);
    }
    const company = this.companies.get(caller.companyId);
    company.enrollments.settle(Date.parse(now));
    const id = parameters['id'] ?? '';
    return endpoint.answer({ id, query, body, caller, company, now, processing: this.#processing });
  }

  reset(): void {
    this.companies.reset();
  }
}
