import type { Order } from 'sequenzy-contract';
import type { Transport } from 'sequenzy-transport';
import type { BulkEndpoint } from '../delivery/bulk-endpoint.ts';
import type { Bounds } from './bounds/bounds.ts';
import type { KnownOrders, Stage } from './known/known-orders.ts';
import { importEndpoint } from './imports/import-endpoint.ts';
import { noFacts } from './order-facts.ts';
import { laneOf, orderEndpoint } from './order-endpoint.ts';
import type { Doubts } from './sending/doubts.ts';
import type { OrderEvent } from './sending/order-event.ts';

interface Surroundings {
  readonly known: KnownOrders;
  readonly doubts: Doubts;
  readonly bounds: Bounds;
  /** Orders on the route `event` travel together, as events. Default: every order has a request of its own. */
  readonly asEvents?: boolean | undefined;
  /** Called with each event the engine takes. */
  readonly onTaken: (event: OrderEvent) => void;
}

/** The orders endpoint for events that were made ready, and no longer have to be checked. */
export function eventEndpoint(
  transport: Transport,
  { known, doubts, bounds, asEvents = false, onTaken }: Surroundings,
): BulkEndpoint<Order> {
  const orders = orderEndpoint(transport);
  const imports = asEvents ? importEndpoint(transport) : undefined;
  const stages = new WeakMap<Order, Stage>();
  const doubted = new WeakSet<Order>();
  const stageOf = (order: Order): Stage =>
    stages.get(order) ?? { order, facts: noFacts, isLast: true };
  const isEvent = (order: Order): boolean => stageOf(order).route === 'event';
  return {
    ...orders,
    ...(imports && { ...imports, goesAlone: (order) => !isEvent(order) }),
    check: (input) => {
      const event = input as OrderEvent; // nothing else is delivered
      onTaken(event);
      const { of, content } = event;
      if ('faults' in content) return { faults: content.faults, key: of.orderId };
      stages.set(content.order, content);
      return { record: content.order, key: content.order.orderId, lane: laneOf(content.order) };
    },
    stays: async (order, remembered, isSame) => {
      const stage = stageOf(order);
      const stays = await known.stays(stage, remembered, isSame);
      if (!stays && stage.isLast && !doubted.has(order)) {
        doubted.add(order);
        doubts.add(order);
      }
      return stays;
    },
    orderAfter: (order) => known.stateOf(stageOf(order)),
    send: (parts, sendOptions) => {
      const [first] = parts;
      const endpoint = first !== undefined && isEvent(first.record) ? (imports ?? orders) : orders;
      return bounds.send(sendOptions, (within) => endpoint.send(parts, within));
    },
  };
}
