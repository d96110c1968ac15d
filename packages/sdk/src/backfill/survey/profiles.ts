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
  /** A list and not an object, since an attribute may have any name. */
  attributes?: (readonly [name: string, said: Said<Value>])[];
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
    if (said.attributes !== undefined) {
      known.attributes = withNews(known.attributes ?? [], time, said.attributes);
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
      ...(attributes === undefined
        ? {}
        : { attributes: Object.fromEntries(attributes.map(([name, [, value]]) => [name, value])) }),
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

function withNews(
  known: NonNullable<Known['attributes']>,
  time: number,
  said: Readonly<Record<string, Value>>,
): NonNullable<Known['attributes']> {
  const attributes = new Map(known);
  for (const [name, value] of Object.entries(said)) {
    if (isNews(attributes.get(name), time)) attributes.set(name, [time, value]);
  }
  return [...attributes];
}
