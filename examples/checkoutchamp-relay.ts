// Webhooks (export profiles, postbacks) of CheckoutChamp (Konnektive) become orders in Sequenzy. CheckoutChamp sends again
// what is not answered with 2xx: whatever a person can put right (a field that the profile lacks, an option, the key, an
// address) is answered with 503, and only what Sequenzy itself refuses for good with 422. A handler of Request -> Response, for Workers,
// Deno, Bun, Hono or a route of Next.js: `export default { fetch: checkoutChampRelay({ … }) }`.
import { createHash, timingSafeEqual } from 'node:crypto';
import { SequenzyError, type SequenzyCommerce } from 'sequenzy-commerce';
import {
  mapCheckoutChampOrder,
  parseJson,
  SourceError,
  type MappingOptions,
} from 'sequenzy-sources/webhooks';

export interface RelayOptions {
  /** For example `new SequenzyCommerce({ timeout: 5000, maxRetries: 1, maxWait: 5000 })`: the postback waits for it. */
  readonly sequenzy: Pick<SequenzyCommerce, 'orders'>;
  /** Also in the postback, as its parameter `secret` or its header `x-relay-secret`. */
  readonly secret: string;
  /** The zone of the account's times, and the currency where postbacks say none. */
  readonly mapping: MappingOptions & { readonly timezone: string };
  /** What the postback by GET calls the fields: `{ oid: 'orderId', sku: 'items.1.sku' }`. Default: by their own names. */
  readonly names?: Readonly<Record<string, string>>;
  /** Gets a line for each order that does not arrive. Never the secret, nor an address with it. */
  readonly log?: (line: string) => void;
}

export function checkoutChampRelay(options: RelayOptions): (request: Request) => Promise<Response> {
  const { sequenzy, secret, mapping, names = {}, log = console.error } = options;
  if (secret === '') throw new RangeError('the relay needs a secret');
  mapCheckoutChampOrder({}, mapping); // an option that makes no sense is told now
  const refuse = (status: number, reason: string): Response => {
    log(`CheckoutChamp postback answered ${status}: ${reason}`);
    return new Response(`${reason}\n`, { status });
  };

  return async (request) => {
    const parameters = new URL(request.url).searchParams;
    const given = request.headers.get('x-relay-secret') ?? parameters.get('secret') ?? '';
    if (!isSame(given, secret)) return refuse(401, 'the secret is missing or wrong');
    if (request.method !== 'GET' && request.method !== 'POST') return refuse(405, 'GET or POST');
    const payload: unknown =
      request.method === 'GET'
        ? fieldsOf(parameters, names)
        : await request
            .text()
            .then(parseJson)
            .catch(() => null); // ids beyond 2^53 stay exact
    if (payload === undefined) return refuse(503, 'a parameter is a list of items and part of one');
    try {
      const mapped = mapCheckoutChampOrder(payload, mapping);
      if (mapped.status === 'skipped') {
        // Without a memory nobody knows whether it was sent: a nightly `orders backfill` of the order query does.
        if (mapped.orderIfKnown !== undefined) {
          log(`CheckoutChamp has cancelled ${mapped.orderIfKnown.orderId}, which is not relayed`);
        }
        // A lead (PARTIAL), a decline, an order that waits, a test: not a sale, and nothing to send again.
        return mapped.reason === 'no e-mail'
          ? refuse(503, mapped.reason)
          : new Response(null, { status: 204 });
      }
      if (mapped.status === 'rejected') {
        const faults = mapped.faults.map(({ path, message }) => `${path} ${message}`.trim());
        return refuse(503, faults.join('; '));
      }
      // Idempotent by orderId: the same postback twice counts once.
      await sequenzy.orders.push(mapped.order);
      return new Response('queued\n', { status: 200 });
    } catch (error) {
      if (error instanceof SourceError) return refuse(503, error.message);
      if (!(error instanceof SequenzyError)) throw error;
      // Only what the order itself is refused for stays wrong; an outage passes, and a key can be put right.
      const isFinal = error.code === 'validation' || error.code === 'bad-request';
      return refuse(isFinal ? 422 : 503, error.message);
    }
  };
}

/** Takes as long whatever is given: hashes are of one length. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** The parameters under the names of the order query; what is called `items.1.sku` stands inside the item `1`. */
function fieldsOf(
  parameters: URLSearchParams,
  names: Readonly<Record<string, string>>,
): object | undefined {
  const known = new Map(Object.entries(names));
  const fields = bare<string | Record<string, Record<string, string>>>();
  for (const [name, value] of parameters) {
    const [field = name, item, member] = known.get(name)?.split('.') ?? [name];
    const found = fields[field];
    if (item === undefined || member === undefined) {
      if (typeof found === 'object') return undefined;
      fields[field] = value;
    } else {
      if (typeof found === 'string') return undefined;
      const items = (fields[field] = found ?? bare<Record<string, string>>());
      (items[item] ??= bare<string>())[member] = value;
    }
  }
  fields['items'] ??= {}; // where no parameter is part of one, products are in product1_name and so on, or not known
  return fields;
}

/** Without a prototype: no name means anything but a field. */
function bare<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>; // it is empty
}
