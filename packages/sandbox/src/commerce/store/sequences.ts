import type { SequenceState } from 'sequenzy-contract';
import { makeId } from '../../seed/random.ts';

/** A condition on the properties of the event that starts a sequence. Source: the vendor's MCP server (`propertyFilters`). */
export interface PropertyFilter {
  /** `backfill`, `lineItems[].productId` */
  readonly path: string;
  readonly operator:
    | 'exists'
    | 'not_exists'
    | 'equals'
    | 'not_equals'
    | 'one_of'
    | 'contains'
    | 'greater_than'
    | 'less_than';
  readonly value?: unknown;
}

/**
 * What starts a sequence: `event_received`, `inbound_webhook`, `frequency`, `inactivity` with an event; `tag_added`,
 * `segment_entered`, `contact_added` and others without. Its members are spelled as the vendor's MCP server creates them.
 */
export interface SequenceTrigger {
  readonly type: string;
  readonly eventName?: string;
  readonly propertyFilters?: readonly PropertyFilter[];
  /** Of `frequency`: so many events in so many days. */
  readonly minCount?: number;
  readonly timeWindowDays?: number;
  readonly [member: string]: unknown;
}

export interface SequenceSeed {
  readonly name: string;
  readonly trigger: SequenceTrigger;
  /** Default: `live`. */
  readonly state?: SequenceState;
}

/** A sequence as the API answers it. */
export interface SandboxSequence {
  readonly id: string;
  readonly name: string;
  readonly status: 'draft' | 'active' | 'paused' | 'archived';
  readonly effectiveStatus: SequenceState;
  readonly acceptsNewEnrollments: boolean;
  readonly triggerConfig: SequenceTrigger;
  readonly enrollmentsPausedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface SequenceRecord {
  readonly id: string;
  readonly name: string;
  readonly status: SandboxSequence['status'];
  readonly trigger: SequenceTrigger;
  readonly createdAt: string;
  enrollmentsPausedAt: string | null;
  updatedAt: string;
}

export class SequenceStore {
  readonly #seed: number;
  readonly #byId = new Map<string, SequenceRecord>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  get size(): number {
    return this.#byId.size;
  }

  find(id: string): SequenceRecord | undefined {
    return this.#byId.get(id);
  }

  add({ name, trigger, state = 'live' }: SequenceSeed, now: string): void {
    const record: SequenceRecord = {
      id: makeId('seq', this.#seed, this.size + 1),
      name,
      trigger,
      status: state === 'live' || state === 'enrollment_paused' ? 'active' : state,
      enrollmentsPausedAt: state === 'enrollment_paused' ? now : null,
      createdAt: now,
      updatedAt: now,
    };
    this.#byId.set(record.id, record);
  }

  /** What is paused already stays as it is: its pause is as old as before. */
  pause(record: SequenceRecord, now: string): void {
    if (record.enrollmentsPausedAt !== null) return;
    record.enrollmentsPausedAt = now;
    record.updatedAt = now;
  }

  resume(record: SequenceRecord, now: string): void {
    if (record.enrollmentsPausedAt === null) return;
    record.enrollmentsPausedAt = null;
    record.updatedAt = now;
  }

  /** Puts back a record that was saved. */
  restore(record: SequenceRecord): void {
    this.#byId.set(record.id, record);
  }

  [Symbol.iterator](): Iterator<SequenceRecord> {
    return this.#byId.values();
  }
}

export function toSequence(record: SequenceRecord): SandboxSequence {
  const effectiveStatus = stateOf(record);
  return {
    id: record.id,
    name: record.name,
    status: record.status,
    effectiveStatus,
    acceptsNewEnrollments: effectiveStatus === 'live',
    triggerConfig: record.trigger,
    enrollmentsPausedAt: record.enrollmentsPausedAt,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

function stateOf({ status, enrollmentsPausedAt }: SequenceRecord): SequenceState {
  if (status !== 'active') return status;
  return enrollmentsPausedAt === null ? 'live' : 'enrollment_paused';
}
