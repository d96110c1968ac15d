import { readAccount, type Account } from 'sequenzy-contract';
import { type CallOptions, type Transport } from 'sequenzy-transport';
import { requireFound } from '../answers/require-done.ts';

/** Whose key it is. Source: the types of the vendor's MCP server. */
export class AccountResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The companies and permissions of the key. */
  async get({ signal }: CallOptions = {}): Promise<Account> {
    const call = { method: 'GET', path: '/account' } as const;
    const answer = await this.#transport({
      ...call,
      replayable: true,
      // A run begins by it: that is no reason for a backfill of others to hold back.
      priority: 'backfill',
      signal,
    });
    return readAccount(requireFound(answer, call));
  }
}
