import {
  eventBulkSchema,
  eventImportSchema,
  limits,
  oldestEventYears,
  subscriberEventSchema,
} from 'sequenzy-contract';
import { json, type Answer } from '../../http/answer.ts';
import { parseBody } from '../../http/parse-body.ts';
import { problem } from '../../http/problem.ts';
import type { Company } from '../store/company.ts';
import { isHistory, record, type ToldEvent } from '../store/history.ts';
import type { SubscriberRecord } from '../store/subscribers.ts';
import type { Call, Endpoint } from './endpoint.ts';

/**
 * `POST /subscribers/events/imports`: up to 25 events of many contacts. A contact whose events here are all older than an
 * hour is stored silently; one younger event makes all of the contact's events live.
 *
 * Source of the three: the vendor's MCP server. The names of their scopes are assumed.
 */
export const importEvents: Endpoint = {
  method: 'POST',
  path: '/subscribers/events/imports',
  scope: 'subscribers:write',
  answer: importAll,
};

/** `POST /subscribers/events/bulk`: 1-500 events of one contact, history when every one of them is older than an hour. */
export const bulkEvents: Endpoint = {
  method: 'POST',
  path: '/subscribers/events/bulk',
  scope: 'subscribers:write',
  answer: bulk,
};

/** `POST /subscribers/events`: one event, history where it is older than an hour. */
export const recordEvent: Endpoint = {
  method: 'POST',
  path: '/subscribers/events',
  scope: 'subscribers:write',
  answer: recordOne,
};

type Imported = ToldEvent & { readonly email?: string; readonly externalId?: string };

function importAll({ body, company, now }: Call): Answer {
  const parsed = parseBody(eventImportSchema, body);
  if (!parsed.ok) return parsed.refusal;
  const events = parsed.value.events.map((event) => ({ ...absent, ...event }));
  const refusal = countRefusal(events.length, limits.eventsPerImport) ?? ageRefusal(events, now);
  if (refusal !== undefined) return refusal;
  const failures: { index: number; error: string }[] = [];
  const bySubscriber = new Map<SubscriberRecord, Imported[]>();
  for (const [index, event] of events.entries()) {
    const subscriber = subscriberOf(company, event, now);
    if (subscriber === undefined) failures.push({ index, error: unknownContact });
    else bySubscriber.set(subscriber, [...(bySubscriber.get(subscriber) ?? []), event]);
  }
  let recorded = 0;
  for (const [subscriber, told] of bySubscriber) {
    const historical = told.every((event) => isHistory(event, now));
    const stored = told.map((event) => record(company, event, subscriber, { now, historical }));
    recorded += stored.filter((event) => event !== undefined).length;
  }
  const failed = failures.length;
  const duplicates = events.length - failed - recorded;
  return json(200, {
    success: true,
    ...{ total: events.length, recorded, duplicates, failed, sideEffectFailed: 0 },
    subscribers: bySubscriber.size,
    failures,
    sideEffectFailures: [],
  });
}

function bulk({ body, company, now }: Call): Answer {
  const parsed = parseBody(eventBulkSchema, body);
  if (!parsed.ok) return parsed.refusal;
  const events = parsed.value.events.map(({ event, ...told }) => ({
    ...absent,
    ...told,
    name: event,
  }));
  const refusal = countRefusal(events.length, limits.eventsPerBulk) ?? ageRefusal(events, now);
  if (refusal !== undefined) return refusal;
  const subscriber = subscriberOf(company, parsed.value, now);
  if (subscriber === undefined) return problem(400, unknownContact);
  const historical = events.every((event) => isHistory(event, now));
  const stored = events.map((event) => record(company, event, subscriber, { now, historical }));
  const recorded = stored.filter((event) => event !== undefined).length;
  const duplicates = events.length - recorded;
  return json(200, { success: true, total: events.length, recorded, duplicates, historical });
}

function recordOne({ body, company, now }: Call): Answer {
  const parsed = parseBody(subscriberEventSchema, body);
  if (!parsed.ok) return parsed.refusal;
  const { event: name, firstName, lastName, customAttributes, ...told } = parsed.value;
  const event = { ...absent, ...told, name };
  const refusal = ageRefusal([event], now);
  if (refusal !== undefined) return refusal;
  const subscriber = subscriberOf(company, told, now);
  if (subscriber === undefined) return problem(400, unknownContact);
  const profile = { firstName, lastName, attributes: customAttributes };
  const given = Object.entries(profile).filter(([, value]) => value !== undefined);
  company.subscribers.upsert({ email: subscriber.email, ...Object.fromEntries(given) }, now);
  const historical = isHistory(event, now);
  const stored = record(company, event, subscriber, { now, historical });
  return json(200, {
    success: true,
    eventId: stored?.id ?? null,
    duplicate: stored === undefined,
    historical,
  });
}

const absent = { eventId: undefined, occurredAt: undefined, properties: undefined };

const unknownContact = 'expected an email, or the externalId of a known subscriber';

function subscriberOf(
  company: Company,
  { email, externalId }: { readonly email?: string; readonly externalId?: string },
  now: string,
): SubscriberRecord | undefined {
  if (email === undefined) {
    return externalId === undefined ? undefined : company.subscribers.findByExternalId(externalId);
  }
  return company.subscribers.upsert(
    { email, ...(externalId === undefined ? {} : { externalId }) },
    now,
  );
}

function countRefusal(count: number, most: number): Answer | undefined {
  if (count >= 1 && count <= most) return undefined;
  return problem(400, `events expected 1-${most} events, got ${count}`);
}

/** One event that is too old refuses the request as a whole (assumed: the source names a 400, not whose). */
function ageRefusal(
  events: readonly Pick<ToldEvent, 'occurredAt'>[],
  now: string,
): Answer | undefined {
  const oldest = new Date(now);
  oldest.setUTCFullYear(oldest.getUTCFullYear() - oldestEventYears);
  const index = events.findIndex(
    ({ occurredAt }) => occurredAt !== undefined && Date.parse(occurredAt) < oldest.getTime(),
  );
  if (index < 0) return undefined;
  return problem(
    400,
    `events[${index}].occurredAt expected a time within ${oldestEventYears} years`,
  );
}
