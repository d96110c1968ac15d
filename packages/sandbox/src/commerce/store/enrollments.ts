import type { SandboxEvent } from './events.ts';
import { passes } from './property-filter.ts';
import { toSequence, type SandboxSequence, type SequenceStore } from './sequences.ts';

/** Somebody who entered a sequence: mail that a real account would send. */
export interface SandboxEnrollment {
  readonly sequenceId: string;
  readonly sequence: string;
  readonly email: string;
  readonly event: string;
  readonly eventId: string;
}

interface Waiting {
  readonly event: SandboxEvent;
  /** Milliseconds since 1970. */
  readonly due: number;
}

const day = 86_400_000;

/**
 * Enrols people in the sequences that their events start. An event is looked at once it is processed, which may be a
 * while after it was accepted: what counts is whether the sequence takes enrolments then. What it misses is never replayed.
 */
export class EnrollmentStore {
  readonly all: SandboxEnrollment[] = [];
  readonly #sequences: SequenceStore;
  /** When events of a kind and subscriber were, in milliseconds since 1970. */
  readonly #seen = new Map<string, number[]>();
  readonly #waiting: Waiting[] = [];

  constructor(sequences: SequenceStore) {
    this.#sequences = sequences;
  }

  /** @param due When the event is processed. */
  observe(event: SandboxEvent, due: number): void {
    this.#waiting.push({ event, due });
  }

  /** Processes what is due. Sequences change by requests only, so it is enough to do so before each. */
  settle(now: number): void {
    const isDue = ({ due }: Waiting): boolean => due <= now;
    while (this.#waiting[0] !== undefined && isDue(this.#waiting[0])) {
      const first = this.#waiting.shift();
      if (first !== undefined) this.#process(first.event);
    }
  }

  /** Puts back what was saved: these events have been looked at. */
  restore(enrollments: readonly SandboxEnrollment[], seen: readonly SandboxEvent[]): void {
    for (const one of enrollments) this.all.push(one);
    for (const event of seen) this.#see(event);
  }

  #process(event: SandboxEvent): void {
    this.#see(event);
    for (const record of this.#sequences) {
      const sequence = toSequence(record);
      if (!sequence.acceptsNewEnrollments || !this.#starts(sequence, event)) continue;
      const { id: sequenceId, name } = sequence;
      const { email, name: eventName, id: eventId } = event;
      this.all.push({ sequenceId, sequence: name, email, event: eventName, eventId });
    }
  }

  #starts({ triggerConfig: trigger }: SandboxSequence, event: SandboxEvent): boolean {
    if (trigger.eventName !== event.name) return false;
    if (!(trigger.propertyFilters ?? []).every((one) => passes(one, event.properties)))
      return false;
    if (trigger.type === 'frequency')
      return this.#count(event, trigger.timeWindowDays) === (trigger.minCount ?? 1);
    return trigger.type === 'event_received' || trigger.type === 'inbound_webhook';
  }

  #see(event: SandboxEvent): void {
    const key = keyOf(event);
    const times = this.#seen.get(key);
    if (times === undefined) this.#seen.set(key, [Date.parse(event.at)]);
    else times.push(Date.parse(event.at));
  }

  /** Events of this kind and subscriber in so many days before it, itself included. */
  #count(event: SandboxEvent, days = 1): number {
    const from = Date.parse(event.at) - days * day;
    return (this.#seen.get(keyOf(event)) ?? []).filter((at) => at > from).length;
  }
}

function keyOf({ name, email }: SandboxEvent): string {
  return `${name} ${email}`;
}
