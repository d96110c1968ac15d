import type { Customer } from 'sequenzy-contract';
import { makeId } from '../../seed/random.ts';
import { Revenue, type RevenueAttributes } from './revenue.ts';

/** A subscriber's profile as the API answers it. */
export interface SandboxSubscriber {
  readonly id: string;
  /** In lower case: one person, however the address is written. */
  readonly email: string;
  readonly externalId: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /**
   * What orders and customers have told, and once an order was placed {@link RevenueAttributes}.
   * The same as `customAttributes`, the name in the vendor's PHP SDK.
   */
  readonly attributes: Readonly<Record<string, unknown>> & Partial<RevenueAttributes>;
  readonly customAttributes: Readonly<Record<string, unknown>> & Partial<RevenueAttributes>;
  /** When an order last changed its lifetime values; `null` before the first. */
  readonly valuesChangedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface SubscriberRecord {
  readonly id: string;
  readonly email: string;
  externalId: string | null;
  firstName: string | null;
  lastName: string | null;
  attributes: Readonly<Record<string, unknown>>;
  readonly revenue: Revenue;
  valuesChangedAt: string | null;
  createdAt: string;
  updatedAt: string;
}

export class SubscriberStore {
  readonly #seed: number;
  readonly #byEmail = new Map<string, SubscriberRecord>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  get size(): number {
    return this.#byEmail.size;
  }

  find(email: string): SubscriberRecord | undefined {
    return this.#byEmail.get(emailKey(email));
  }

  findByExternalId(externalId: string): SubscriberRecord | undefined {
    return [...this.#byEmail.values()].find((record) => record.externalId === externalId);
  }

  /** Creates the subscriber where needed. Absent fields keep, attributes are merged key by key. */
  upsert(customer: Customer, now: string): SubscriberRecord {
    const record = this.find(customer.email) ?? this.#create(customer.email, now);
    record.externalId = customer.externalId ?? record.externalId;
    record.firstName = customer.firstName ?? record.firstName;
    record.lastName = customer.lastName ?? record.lastName;
    if (customer.attributes !== undefined) {
      record.attributes = { ...record.attributes, ...customer.attributes };
    }
    record.updatedAt = now;
    return record;
  }

  /** Puts back a record that was saved. */
  restore(record: SubscriberRecord): void {
    this.#byEmail.set(record.email, record);
  }

  [Symbol.iterator](): Iterator<SubscriberRecord> {
    return this.#byEmail.values();
  }

  #create(email: string, now: string): SubscriberRecord {
    const record: SubscriberRecord = {
      id: makeId('sub', this.#seed, this.size + 1),
      email: emailKey(email),
      externalId: null,
      firstName: null,
      lastName: null,
      attributes: {},
      revenue: new Revenue(),
      valuesChangedAt: null,
      createdAt: now,
      updatedAt: now,
    };
    this.#byEmail.set(record.email, record);
    return record;
  }
}

function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

export function toSubscriber(record: SubscriberRecord): SandboxSubscriber {
  const attributes = { ...record.attributes, ...record.revenue.attributes() };
  return {
    id: record.id,
    email: record.email,
    externalId: record.externalId,
    firstName: record.firstName,
    lastName: record.lastName,
    attributes,
    customAttributes: attributes,
    valuesChangedAt: record.valuesChangedAt,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}
