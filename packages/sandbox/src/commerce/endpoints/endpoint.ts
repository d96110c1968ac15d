import type { Caller, Scope } from '../../keys/access.ts';
import type { Answer } from '../../http/answer.ts';
import type { Body } from '../../http/arrival.ts';
import type { Company } from '../store/company.ts';

/** What an endpoint is given. */
export interface Call {
  /** The `{…}` of the path, decoded; empty where it has none. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly caller: Caller;
  readonly company: Company;
  /** When the work is done: ISO 8601, UTC. One string for everything the request stores. */
  readonly now: string;
  /** Milliseconds between the answer to an order and the moment it starts sequences. */
  readonly processing: number;
}

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under `/api/v1`; `{id}` is one segment. */
  readonly path: string;
  readonly scope: Scope;
  readonly answer: (call: Call) => Answer;
}
