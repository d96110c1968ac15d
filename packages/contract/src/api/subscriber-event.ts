import * as z from 'zod/mini';
import { freeForm, instant, text } from './fields.ts';

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

/** `POST /subscribers/events/imports`: up to 25 events of any contacts. Source: the vendor's MCP server. */
export const eventImportSchema = z.strictObject({
  events: z.array(z.strictObject({ ...whose, ...what, name: text, eventId: text })),
});

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
