// A relay on Cloudflare Workers: a Durable Object for each customer keeps the events, sends them in order, and remembers what
// was sent. In wrangler.toml: a binding CUSTOMERS of the class Customer, and the secrets SHOPIFY_SECRET and SEQUENZY_API_KEY.
// Objects do not share the quota of the key: where the API says 429, they wait and try again.
import { SequenzyCommerce, type Ledger, type LedgerWrite } from 'sequenzy-commerce';
import {
  createRelay,
  type Inbox,
  type NewLetter,
  type Relay,
  type RelayEvent,
} from 'sequenzy-relay';

interface Env {
  readonly SHOPIFY_SECRET: string;
  readonly SEQUENZY_API_KEY: string;
  readonly CUSTOMERS: Namespace;
  /** Default: the live API. */
  readonly SEQUENZY_API_URL?: string;
}

/** As much of Cloudflare's types as is used here. */
interface Namespace {
  idFromName(name: string): unknown;
  get(id: unknown): { fetch(request: Request): Promise<Response> };
}
interface Storage {
  get(keys: string[]): Promise<Map<string, unknown>>;
  put(entries: Record<string, unknown>): Promise<void>;
  delete(key: string): Promise<boolean>;
  list(options: { prefix: string }): Promise<Map<string, unknown>>;
  setAlarm(at: number): Promise<void>;
}

function relayTo(inbox: Inbox, env: Env, ledger?: Ledger): Relay {
  const { SEQUENZY_API_KEY: apiKey, SEQUENZY_API_URL: baseUrl } = env;
  const client = new SequenzyCommerce({ apiKey, ...(baseUrl !== undefined && { baseUrl }) });
  const secret = env.SHOPIFY_SECRET;
  return createRelay({
    client,
    platform: 'shopify',
    secret,
    queue: inbox,
    ...(ledger && { ledger }),
  });
}

export default {
  fetch(request: Request, env: Env): Promise<Response> {
    const tell = async (
      customer: string,
      path: string,
      body: unknown,
    ): Promise<'queued' | 'duplicate'> => {
      const object = env.CUSTOMERS.get(env.CUSTOMERS.idFromName(customer));
      const init = { method: 'POST', body: JSON.stringify(body) };
      const response = await object.fetch(new Request(`https://customer/${path}`, init));
      if (!response.ok) throw new Error('not kept');
      return (await response.text()) === 'duplicate' ? 'duplicate' : 'queued';
    };
    const inbox: Inbox = {
      add: (event) =>
        tell(
          event.kind === 'order' ? event.order.customer.email.toLowerCase() : event.id,
          'event',
          event,
        ),
      bury: async (letter) => {
        await tell('dead letters', 'letter', letter);
      },
    };
    return relayTo(inbox, env)(request);
  },
};

/** The events of one customer. */
export class Customer {
  readonly #storage: Storage;
  readonly #env: Env;

  constructor({ storage }: { readonly storage: Storage }, env: Env) {
    this.#storage = storage;
    this.#env = env;
  }

  async fetch(request: Request): Promise<Response> {
    const key = `${Date.now().toString().padStart(15, '0')} ${crypto.randomUUID()}`;
    if (request.url.endsWith('/letter'))
      return this.#bury(key, (await request.json()) as NewLetter);
    const event = (await request.json()) as RelayEvent; // the relay's own
    const delivery = `delivery ${event.deliveryId ?? key}`;
    if ((await this.#storage.get([delivery])).size > 0) return new Response('duplicate');
    await this.#storage.put({ [`event ${key}`]: event, [delivery]: true });
    await this.#storage.setAlarm(Date.now());
    return new Response('queued');
  }

  /** Sends what is there, the oldest first, until one has to wait. */
  async alarm(): Promise<void> {
    const relay = relayTo({ add: never, bury: never }, this.#env, this.#ledger());
    for (const [key, event] of await this.#storage.list({ prefix: 'event ' })) {
      const verdict = await relay.deliver(event as RelayEvent); // as it was put
      if (verdict.kind === 'later') return this.#storage.setAlarm(Date.now() + 10_000);
      if (verdict.kind === 'dead') await this.#bury(key, verdict.letter);
      await this.#storage.delete(key);
    }
  }

  async #bury(key: string, letter: NewLetter): Promise<Response> {
    await this.#storage.put({ [`dead ${key}`]: letter });
    return new Response('queued');
  }

  #ledger(): Ledger {
    const read = async (keys: readonly string[]): Promise<(LedgerWrite | undefined)[]> => {
      const found = await this.#storage.get(keys.map((key) => `order ${key}`));
      return keys.map((key) => found.get(`order ${key}`) as LedgerWrite | undefined); // as it was put
    };
    return {
      read,
      readOrders: async (keys) => (await read(keys)).map((entry) => entry?.order),
      write: async (entries) => {
        for (const { key, forget, ...entry } of entries) {
          if (forget === true) await this.#storage.delete(`order ${key}`);
          else await this.#storage.put({ [`order ${key}`]: { ...entry, key } });
        }
      },
    };
  }
}

function never(): never {
  throw new Error('the object keeps events itself');
}
