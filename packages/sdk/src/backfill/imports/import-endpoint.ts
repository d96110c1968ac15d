import { limits, number, type Order } from 'sequenzy-contract';
import type { Transport } from 'sequenzy-transport';
import type { BulkEndpoint, Delivered } from '../../delivery/bulk-endpoint.ts';
import type { DatedOrder } from '../check-order.ts';
import { historyEvent } from './history-event.ts';
import { readImportAnswer } from './import-answer.ts';
import { importCall } from './import-events.ts';

/** Bytes that an event says beyond its order, at most: names, the status, the id once more. */
const bytesBeyondOrder = 512;

/** POST /subscribers/events/imports for orders: each is one event. What else an endpoint has is that of orders. */
export function importEndpoint(
  transport: Transport,
): Pick<BulkEndpoint<Order>, 'field' | 'maxRecords' | 'bodyBytes' | 'send'> {
  return {
    field: 'events',
    maxRecords: limits.eventsPerImport,
    bodyBytes: (records, bytes) => bytes + records * bytesBeyondOrder,
    send: async (parts, { drain, meter, permit }) => {
      // A backfill knows the time of each of its orders.
      const events = parts.map(({ record }) => historyEvent(record as DatedOrder));
      const leaving = { drain, meter, permit, priority: 'backfill', replayable: true } as const;
      const body = JSON.stringify({ events });
      const answer = await transport({ ...importCall, ...leaving, body });
      return delivered(
        parts.map(({ key }) => key),
        readImportAnswer(answer, importCall, events.length),
      );
    },
  };
}

function delivered(
  keys: readonly string[],
  { failures, doubt, sideEffects }: ReturnType<typeof readImportAnswer>,
): Delivered {
  const refused = new Map(
    keys.flatMap((key, index): [string, string][] => {
      const message = failures.get(index);
      return message === undefined ? [] : [[key, message]];
    }),
  );
  return {
    backInStockEventsTriggered: 0,
    differences: [],
    refused,
    unconfirmed: doubt && { keys: keys.filter((key) => !refused.has(key)), reason: doubt },
    warning: warningOf(sideEffects),
  };
}

function warningOf(reasons: readonly string[]): string | undefined {
  const [first] = reasons;
  if (first === undefined) return undefined;
  const [events, them] =
    reasons.length === 1 ? ['1 event', 'it'] : [`${number(reasons.length)} events`, 'them'];
  return `Sequenzy has stored ${events}, but could not do what follows from ${them}: ${first}`;
}
