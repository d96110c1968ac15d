import type { Layout } from '../../table/header.ts';
import { columnsOfMapping } from '../language/fields.ts';
import { listFields } from '../language/lists.ts';
import type { Mapping } from '../language/mapping.ts';
import { listOf, textOf, valueAt } from '../language/path.ts';
import { columnsOf } from '../language/rule.ts';
import { Application, type Applied, type Form, type Part, type Targets } from './apply.ts';
import type { Slot } from './slot.ts';

/** A JSON document, and which member of its list is meant. */
interface Member {
  readonly value: unknown;
  readonly at: number;
}

/** What documents are made of by a mapping. */
export class DocumentApplication {
  readonly #application: Application<Member>;

  /** @param formsOf Further rows of a record, besides the members of a list. */
  constructor(
    mapping: Mapping,
    about: {
      readonly targets: Targets;
      readonly key: string;
      readonly place: Pick<Layout, 'file' | 'repeatedAt'>;
      readonly formsOf: ConstructorParameters<typeof Application<Member>>[2]['formsOf'];
    },
  ) {
    const lists = new Set(
      listFields.flatMap((field) => {
        const rule = mapping.fields[field];
        return rule === undefined ? [] : columnsOf(rule);
      }),
    );
    const cells = (path: string) => {
      const read = lists.has(path) ? jsonOf : textOf;
      return (member: Member) => read(valueAt(member.value, path, member.at));
    };
    const list = columnsOfMapping(mapping)
      .map(listOf)
      .find((path) => path !== undefined);
    this.#application = new Application<Member>(mapping, cells, {
      ...about,
      formsOf: (own, slot, names) => [
        ...(list === undefined ? [] : [memberForm(list, own)]),
        ...about.formsOf(own, slot, names),
      ],
    });
  }

  keyOf(value: unknown): string {
    return this.#application.keyOf({ value, at: 0 });
  }

  apply(value: unknown, line: number): Applied {
    return this.#application.apply({ value, at: 0 }, line);
  }
}

/** A list or an object as a cell of a table holds it. */
function jsonOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : textOf(value);
}

/** A row for each member of a list. */
function memberForm(list: string, slots: readonly Slot<Part<Member>>[]): Form<Member> {
  return {
    slots,
    partsOf: ({ value }) => {
      const members = valueAt(value, list, 0);
      return Array.isArray(members)
        ? members.map((_, at) => ({ record: { value, at }, entry: '' }))
        : [];
    },
  };
}
