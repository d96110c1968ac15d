import type { Order } from 'sequenzy-contract';
import type { Transport } from 'sequenzy-transport';
import type { BulkEndpoint } from '../delivery/bulk-endpoint.ts';
import type { BackfillOptions } from './backfill-options.ts';
import type { Bounds } from './bounds/bounds.ts';
import { ledgerKey } from './ledger-key.ts';
import { laneOf, orderEndpoint } from './order-endpoint.ts';
import { statusOf, type OrderEvent } from './sending/order-event.ts';

interface Surroundings {
  readonly options: BackfillOptions;
  readonly bounds: Bounds;
  /** Called with each event the engine takes. */
  readonly onTaken: (event: OrderEvent) => void;
}

/** The orders endpoint for events that were made ready, and no longer have to be checked. */
export function eventEndpoint(
  transport: Transport,
  { options, bounds, onTaken }: Surroundings,
): BulkEndpoint<Order> {
  const endpoint = orderEndpoint(transport);
  const { lifecycle = 'final' } = options;
  return {
    ...endpoint,
    check: (input) => {
      const event = input as OrderEvent; // nothing else is delivered
      onTaken(event);
      const { of, content } = event;
      if ('faults' in content) return { faults: content.faults, key: of.orderId };
      const { order } = content;
      const key = ledgerKey(order.orderId, statusOf(order), lifecycle);
      return { record: order, key, lane: laneOf(order) };
    },
    send: (parts, sendOptions) =>
      bounds.send(sendOptions, (within) => endpoint.send(parts, within)),
  };
}
