import * as z from 'zod/mini';
import { anything, boolean, list, number, object, reply } from '../values/reader.ts';
import { freeForm, instant, type JsonObject, text } from './fields.ts';

/** Events older than this are stored as history: they start nothing. Source: the vendor's MCP server. */
export const historyAfterMilliseconds = 3_600_000;

/** Events older than so many years are refused. Source: the vendor's MCP server. */
export const oldestEventYears = 5;

const whose = { email: z.exactOptional(text), externalId: z.exactOptional(text) };

const what = {
  eventId: z.exactOptional(text),
  occurredAt: z.exactOptional(instant),
  properties: z.exactOptional(freeForm),
};

/**
 * One event of an import. It belongs to the contact with this address, who is created where there is none, or with this
 * `externalId`, who has to be known.
 *
 * Source: the vendor's MCP server.
 */
export interface ImportedEvent {
  readonly email?: string | undefined;
  readonly externalId?: string | undefined;
  /** `ecommerce.order_placed`, or one of your own. */
  readonly name: string;
  /** An event with an id that Sequenzy has already counts as a duplicate: sending it again is safe. */
  readonly eventId: string;
  /** ISO 8601 with `Z` or an offset, within the last five years. Default: now. */
  readonly occurredAt?: string | undefined;
  /** What `{{event.*}}` shows in e-mails. */
  readonly properties?: JsonObject | undefined;
}

/** As {@link ImportedEvent}. */
export const importedEventSchema = z.strictObject({ ...whose, ...what, name: text, eventId: text });

/** `POST /subscribers/events/imports`: up to 25 events of any contacts. Source: the vendor's MCP server. */
export const eventImportSchema = z.strictObject({ events: z.array(importedEventSchema) });

const failures = list(object({ index: number, error: anything }));

/** Answer to an import. `failures` name events by their place in the request, from 0. */
export const readEventImportReply = reply(
  object({
    success: boolean,
    total: number,
    recorded: number,
    duplicates: number,
    failed: number,
    /** Events that are stored, although what they should have changed besides failed. */
    sideEffectFailed: number,
    subscribers: number,
    failures,
    sideEffectFailures: failures,
  }),
);

export type EventImportReply = ReturnType<typeof readEventImportReply>;

/** `POST /subscribers/events/bulk`: up to 500 events of one contact. Source: the vendor's MCP server. */
export const eventBulkSchema = z.strictObject({
  ...whose,
  events: z.array(z.strictObject({ ...what, event: text })),
});

/** `POST /subscribers/events`: one event. Source: the vendor's MCP server. */
export const subscriberEventSchema = z.strictObject({
  ...whose,
  ...what,
  event: text,
  firstName: z.exactOptional(z.string()),
  lastName: z.exactOptional(z.string()),
  customAttributes: z.exactOptional(freeForm),
});
