import type { Customer } from 'sequenzy-contract';

/** What a customer's newest orders say of them, field by field. */
export type Profile = Omit<Customer, 'email'>;

type Value = NonNullable<Profile['attributes']>[string];

/** When something was said, and what. */
type Said<Text> = readonly [time: number, value: Text];

interface Known {
  externalId?: Said<string>;
  firstName?: Said<string>;
  lastName?: Said<string>;
  attributes?: Record<string, Said<Value>>;
}

const names = ['externalId', 'firstName', 'lastName'] as const;

/**
 * The newest profile of every customer: each field, and each attribute, as the newest order has it that has it at all.
 * That is what stands in Sequenzy after all orders were pushed by time. Kept as JSON: about 20 bytes and the text itself.
 */
export class Profiles {
  readonly #texts: (string | undefined)[] = [];

  /** At the same time, what is added later wins. */
  add(customer: number, time: number, said: Profile): void {
    const known = this.#known(customer);
    for (const name of names) {
      const value = said[name];
      if (value !== undefined && isNews(known[name], time)) known[name] = [time, value];
    }
    for (const [name, value] of Object.entries(said.attributes ?? {})) {
      const attributes = (known.attributes ??= {});
      const before = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      if (isNews(before, time)) attributes[name] = [time, value];
    }
    const text = JSON.stringify(known);
    this.#texts[customer] = text === '{}' ? undefined : text;
  }

  of(customer: number): Profile {
    const { externalId, firstName, lastName, attributes } = this.#known(customer);
    return {
      ...(externalId === undefined ? {} : { externalId: externalId[1] }),
      ...(firstName === undefined ? {} : { firstName: firstName[1] }),
      ...(lastName === undefined ? {} : { lastName: lastName[1] }),
      ...(attributes === undefined ? {} : { attributes: valuesOf(attributes) }),
    };
  }

  #known(customer: number): Known {
    const text = this.#texts[customer];
    return text === undefined ? {} : (JSON.parse(text) as Known); // written above
  }
}

function isNews(known: Said<Value> | undefined, time: number): boolean {
  return known === undefined || time >= known[0];
}

function valuesOf(attributes: Record<string, Said<Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(attributes).map(([name, [, value]]) => [name, value]));
}
