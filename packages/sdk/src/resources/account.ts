import { accountSchema, type Account } from 'sequenzy-contract';
import { type CallOptions, tolerate, type Transport } from 'sequenzy-transport';

/** Whose key it is. Source: the types of the vendor's MCP server. */
export class AccountResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The companies and permissions of the key. */
  async get({ signal }: CallOptions = {}): Promise<Account> {
    const { json } = await this.#transport({
      method: 'GET',
      path: '/account',
      replayable: true,
      signal,
    });
    return tolerate(accountSchema, json);
  }
}
