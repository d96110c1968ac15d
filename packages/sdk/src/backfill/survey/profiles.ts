import type { Customer } from 'sequenzy-contract';
import { Column } from '../tables/column.ts';
import { TextTable } from '../tables/text-table.ts';

/** What a customer's newest orders say of them, field by field. */
export type Profile = Omit<Customer, 'email'>;

/** Anything JSON can say. */
type Value = unknown;

/** When something was said, and what. */
type Said<Kind> = readonly [time: number, value: Kind];

interface Known {
  readonly externalId?: Said<string>;
  readonly firstName?: Said<string>;
  readonly lastName?: Said<string>;
  /** A list and not an object, since an attribute may have any name. */
  readonly attributes?: readonly (readonly [name: string, said: Said<Value>])[];
}

/**
 * The newest profile of every customer who is to be kept: each field, and each attribute, as the newest order has it that has it at all.
 * That is what stands in Sequenzy after all orders were pushed by time. Kept as text: its bytes, and 5 more.
 */
export class Profiles {
  readonly #texts = new TextTable();
  /** 1 for those that are kept. */
  readonly #kept = new Column(Uint8Array);
  #some = false;

  /** Whether any is kept. */
  get some(): boolean {
    return this.#some;
  }

  /** From now on. */
  keep(customer: number): void {
    this.#kept.set(customer, 1);
    this.#some = true;
  }

  /** At the same time, what is added later wins. */
  add(customer: number, time: number, said: Profile): void {
    if (this.#kept.get(customer) === 0) return;
    const known = this.#texts.get(customer);
    const text =
      known === undefined
        ? textOf(time, said)
        : JSON.stringify(merge(parse(known), knownFrom(time, said)));
    if (text !== undefined && text !== known) this.#texts.set(customer, text);
  }

  of(customer: number): Profile {
    const text = this.#texts.get(customer);
    if (text === undefined) return {};
    const { externalId, firstName, lastName, attributes } = parse(text);
    return {
      ...(externalId === undefined ? {} : { externalId: externalId[1] }),
      ...(firstName === undefined ? {} : { firstName: firstName[1] }),
      ...(lastName === undefined ? {} : { lastName: lastName[1] }),
      ...(attributes === undefined
        ? {}
        : { attributes: Object.fromEntries(attributes.map(([name, [, value]]) => [name, value])) }),
    };
  }
}

/** Stands between the parts of the short form. */
const separator = '\0';

/** What the short form has no room for: its separator, and halves of characters, which UTF-8 has not either. */
const unfitForShort = /[\0\p{Surrogate}]/u;

/**
 * Of most customers one order is known: its time, and the three fields, empty where they are missing. Anything more is
 * JSON.
 */
function textOf(time: number, said: Profile): string | undefined {
  const { externalId, firstName, lastName, attributes } = said;
  const fields = [externalId, firstName, lastName];
  if (attributes === undefined) {
    if (fields.every((field) => field === undefined)) return undefined;
    const isShort = fields.every((field) => field !== '' && !unfitForShort.test(field ?? ''));
    if (isShort) return [time.toString(36), ...fields.map((field) => field ?? '')].join(separator);
  }
  return JSON.stringify(knownFrom(time, said));
}

function parse(text: string): Known {
  if (text.startsWith('{')) return JSON.parse(text) as Known; // written above
  const [time = '', externalId = '', firstName = '', lastName = ''] = text.split(separator);
  return knownFrom(parseInt(time, 36), {
    ...(externalId === '' ? {} : { externalId }),
    ...(firstName === '' ? {} : { firstName }),
    ...(lastName === '' ? {} : { lastName }),
  });
}

function knownFrom(time: number, { externalId, firstName, lastName, attributes }: Profile): Known {
  const saidAt = ([name, value]: [string, Value]) => [name, [time, value]] as const;
  return {
    ...(externalId === undefined ? {} : { externalId: [time, externalId] }),
    ...(firstName === undefined ? {} : { firstName: [time, firstName] }),
    ...(lastName === undefined ? {} : { lastName: [time, lastName] }),
    ...(attributes === undefined ? {} : { attributes: Object.entries(attributes).map(saidAt) }),
  };
}

function merge(known: Known, added: Known): Known {
  const externalId = newer(known.externalId, added.externalId);
  const firstName = newer(known.firstName, added.firstName);
  const lastName = newer(known.lastName, added.lastName);
  const attributes = new Map(known.attributes);
  for (const [name, said] of added.attributes ?? []) {
    attributes.set(name, newer(attributes.get(name), said) ?? said);
  }
  return {
    ...(externalId === undefined ? {} : { externalId }),
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
    ...(known.attributes === undefined && added.attributes === undefined
      ? {}
      : { attributes: [...attributes] }),
  };
}

function newer<Kind>(
  known: Said<Kind> | undefined,
  added: Said<Kind> | undefined,
): Said<Kind> | undefined {
  if (known === undefined || added === undefined) return added ?? known;
  return added[0] >= known[0] ? added : known;
}
