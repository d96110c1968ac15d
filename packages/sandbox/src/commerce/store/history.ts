import { historyAfterMilliseconds } from 'sequenzy-contract';
import type { Company } from './company.ts';
import type { SandboxEvent } from './events.ts';
import type { SubscriberRecord } from './subscribers.ts';

/** An event that is told about a subscriber, as one of the three event endpoints takes it. */
export interface ToldEvent {
  readonly name: string;
  readonly eventId: string | undefined;
  readonly occurredAt: string | undefined;
  readonly properties: object | undefined;
}

/** Older than an hour. Exactly an hour is not. */
export function isHistory({ occurredAt }: Pick<ToldEvent, 'occurredAt'>, now: string): boolean {
  if (occurredAt === undefined) return false;
  return Date.parse(now) - Date.parse(occurredAt) > historyAfterMilliseconds;
}

/**
 * Records an event once for each `eventId`; undefined where it is known. History is stored without starting anything,
 * and moves the subscriber's signup date back, never forward. That an imported order feeds no revenue is assumed.
 */
export function record(
  company: Company,
  told: ToldEvent,
  subscriber: SubscriberRecord,
  { now, historical }: { readonly now: string; readonly historical: boolean },
): SandboxEvent | undefined {
  if (told.eventId !== undefined && company.eventIds.has(told.eventId)) return undefined;
  if (told.eventId !== undefined) company.eventIds.add(told.eventId);
  const event = {
    name: told.name,
    email: subscriber.email,
    subscriberId: subscriber.id,
    at: told.occurredAt ?? now,
    properties: { ...told.properties },
  };
  if (!historical) return company.fire(event, now);
  if (Date.parse(event.at) < Date.parse(subscriber.createdAt)) subscriber.createdAt = event.at;
  return company.events.store(event);
}
