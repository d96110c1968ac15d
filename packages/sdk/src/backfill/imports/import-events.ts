import {
  eventImportSchema,
  limits,
  readEventImportReply,
  type EventImportReply,
  type ImportedEvent,
} from 'sequenzy-contract';
import {
  promised,
  requireInput,
  type ApiPromise,
  type CallOptions,
  type Transport,
} from 'sequenzy-transport';
import { SequenzyValidationError } from '../../errors/errors.ts';
import { readImportAnswer } from './import-answer.ts';

export const importCall = { method: 'POST', path: '/subscribers/events/imports' } as const;

/**
 * Stores up to 25 events of any contacts in one request. A contact whose events of the request are all older than an hour
 * gets them silently: no sequences, sync rules, goals, webhooks or double opt-in; one younger event makes all of the
 * contact's events of the request live. Events older than five years are refused. `eventId` makes it idempotent, so every
 * failure that may pass is repeated.
 *
 * Events that were not stored are in the reply's `failures`, by their place in the request: nothing is thrown for them.
 * Whether such an `ecommerce.order_placed` feeds lifetime values, product segments and replenishment is not known.
 *
 * Source: the vendor's MCP server.
 *
 * @throws {SequenzyValidationError} before anything is sent; {@link SequenzyAnswerError} where the answer contradicts
 * itself; other SequenzyErrors after.
 * @example
 * const { failures = [] } = await importEvents(sequenzy, [
 *   { email: 'ada@example.com', name: 'ecommerce.order_placed', eventId: '1001:placed', occurredAt: '2024-03-02T09:30:00Z' },
 * ]);
 */
export function importEvents(
  { request }: { readonly request: Transport },
  events: readonly ImportedEvent[],
  options: CallOptions = {},
): ApiPromise<EventImportReply> {
  return promised(async () => {
    const input = requireInput(eventImportSchema, { events }, 'import');
    const count = input.events.length;
    if (count === 0 || count > limits.eventsPerImport) {
      const message = `expected 1 to ${limits.eventsPerImport} events, got ${count}`;
      throw new SequenzyValidationError('The import does not fit the API', [
        { path: 'events', message },
      ]);
    }
    const body = JSON.stringify(input);
    const leaving = { ...importCall, body, replayable: true, priority: 'backfill' } as const;
    const response = await request({ ...options, ...leaving });
    readImportAnswer(response, importCall, count);
    return { data: readEventImportReply(response.json), response };
  });
}
