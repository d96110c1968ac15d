import { readSubscriberReply, readSubscriber, type Subscriber } from 'sequenzy-contract';
import {
  type ApiPromise,
  type CallOptions,
  promised,
  segment,
  type Transport,
} from 'sequenzy-transport';
import { layersOf } from '../answers/evidence.ts';
import { requireFound } from '../answers/require-done.ts';

/** Whoever has ordered, waits or was imported. Source: the vendor's PHP SDK. */
export class Subscribers {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * The profile of an address, without case. Revenue stands in `attributes`: `ltv`, `totalSpent`, `ordersCount`, `aov`.
   * The server may call them `attributes` or `customAttributes`; here both are set.
   *
   * @throws {SequenzyNotFoundError} when nobody has the address.
   * @example
   * const { attributes } = await sequenzy.subscribers.get('ada@example.com');
   * console.log(attributes?.ltv);
   */
  get(email: string, options: CallOptions = {}): ApiPromise<Subscriber> {
    return promised(async () => {
      const method = 'GET';
      const shownPath = '/subscribers/[email]';
      const response = await this.#transport({
        ...options,
        method,
        path: `/subscribers/${segment('email', email)}`,
        shownPath,
        replayable: true,
        priority: 'catalog',
      });
      return { data: profileIn(requireFound(response, { method, path: shownPath })), response };
    });
  }
}

/** Where there is no `subscriber` in a reply, it or what it wraps is taken for the profile itself. */
function profileIn(json: Readonly<Record<string, unknown>>): Subscriber {
  const layers = layersOf(json);
  const subscriber =
    layers.map((layer) => readSubscriberReply(layer).subscriber).find(Boolean) ??
    readSubscriber(layers.find((layer) => 'email' in layer) ?? json);
  const attributes = subscriber.attributes ?? subscriber.customAttributes;
  if (attributes === undefined) return subscriber;
  return { ...subscriber, attributes, customAttributes: attributes };
}
