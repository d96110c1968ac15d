import { readAccount, type Account } from 'sequenzy-contract';
import { type ApiPromise, type CallOptions, promised, type Transport } from 'sequenzy-transport';
import { requireFound } from '../answers/require-done.ts';

/** Whose key it is. Source: the types of the vendor's MCP server. */
export class AccountResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The companies and permissions of the key. */
  get(options: CallOptions = {}): ApiPromise<Account> {
    return promised(async () => {
      const call = { method: 'GET', path: '/account' } as const;
      const response = await this.#transport({
        ...options,
        ...call,
        replayable: true,
        // A run begins by it: that is no reason for a backfill of others to hold back.
        priority: 'backfill',
      });
      return { data: readAccount(requireFound(response, call)), response };
    });
  }
}
