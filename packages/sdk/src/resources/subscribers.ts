import { readSubscriberReply, readSubscriber, type Subscriber } from 'sequenzy-contract';
import { type CallOptions, segment, type Transport } from 'sequenzy-transport';
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
  async get(email: string, { signal }: CallOptions = {}): Promise<Subscriber> {
    const method = 'GET';
    const path = `/subscribers/${segment('email', email)}`;
    const shownPath = '/subscribers/[email]';
    const answer = await this.#transport({
      method,
      path,
      shownPath,
      replayable: true,
      priority: 'catalog',
      signal,
    });
    const json = requireFound(answer, { method, path: shownPath });
    const layers = layersOf(json);
    // Where there is no `subscriber` in it, the reply or what it wraps is taken for the profile itself.
    const subscriber =
      layers.map((layer) => readSubscriberReply(layer).subscriber).find(Boolean) ??
      readSubscriber(layers.find((layer) => 'email' in layer) ?? json);
    const attributes = subscriber.attributes ?? subscriber.customAttributes;
    if (attributes === undefined) return subscriber;
    return { ...subscriber, attributes, customAttributes: attributes };
  }
}
