import type { Sandbox } from 'sequenzy-sandbox';
import type { Load } from './load.ts';

const documents = 16;

/** Single events: nothing is remembered of them, and a file is sent whole each time. */
interface Kind {
  readonly args: readonly [string, string];
  readonly path: string;
  readonly field: 'orderId' | 'checkoutId' | 'productId';
  readonly more?: object;
  /** What the sandbox has of them, as text. */
  readonly stored: (sandbox: Sandbox) => string;
}

function eventsOf({ args, path, field, more, stored }: Kind): Load {
  const ids = (round: number): string[] =>
    Array.from({ length: documents }, (_, at) => `${field}-${String(round)}-${String(at)}`);
  return {
    args: [...args, 'events.ndjson'],
    file: 'events.ndjson',
    knows: 'nothing',
    records: documents,
    contentOf: (round) =>
      ids(round)
        .map((id) => ({ [field]: id, customer: { email: `${id}@example.com` }, ...more }))
        .map((document) => `${JSON.stringify(document)}\n`)
        .join(''),
    idsIn(request) {
      if (request.method !== 'POST' || !request.path.endsWith(path)) return undefined;
      return [String(Reflect.get(request.body as object, field))]; // what the CLI sends
    },
    differingFrom(sandbox, round) {
      const text = stored(sandbox);
      return ids(round).filter((id) => !text.includes(`"${id}"`)).length;
    },
  };
}

export const orderEvents = eventsOf({
  args: ['orders', 'push'],
  path: '/orders',
  field: 'orderId',
  more: { totalCents: 100, currency: 'USD' },
  stored: ({ orders }) => JSON.stringify([...orders].map(({ order }) => order.orderId)),
});

export const checkouts = eventsOf({
  args: ['checkouts', 'track'],
  path: '/checkouts',
  field: 'checkoutId',
  stored: ({ events }) => JSON.stringify(events),
});

export const backInStock = eventsOf({
  args: ['back-in-stock', 'register'],
  path: '/back-in-stock',
  field: 'productId',
  stored: ({ waitlist }) => JSON.stringify(waitlist),
});
