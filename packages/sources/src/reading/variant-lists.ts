import { isRecord } from 'sequenzy-contract';
import { Column } from '../mapping/evidence/column.ts';
import type { Problem } from '../mapping/propose/proposal.ts';
import { addMembers, headingOf } from './members-of.ts';

const listOfVariants =
  /^(product)?[_-]?(variants?|variations?|skus?|offers|options|models|sizes|varianten|variantes|varianti|warianty|варианты)$/i;

/** Names that say it: options and offers can be extras with a price. */
const areVariants = /vari|вариант|sku/i;

const price = /price|preis|prix|precio|prezzo|preco|prijs|cena|цена/i;

/** Lists in documents whose members can be variants, and what these hold. */
export class VariantLists {
  /** Name of a list -> path of a member's key -> its cells. */
  readonly #lists = new Map<string, { readonly columns: Map<string, Column>; members: number }>();

  add(document: Readonly<Record<string, unknown>>): void {
    for (const [name, list] of Object.entries(document)) {
      if (!listOfVariants.test(name) || !Array.isArray(list) || !isRecord(list[0])) continue;
      for (const member of list.filter(isRecord)) this.#addMember(name, member);
    }
  }

  /** The columns of the only such list; undefined where there is none, or several. */
  get only(): readonly Column[] | undefined {
    const [found, ...others] = this.#lists;
    if (found === undefined || others.length > 0) return undefined;
    const [name, { columns }] = found;
    return areVariants.test(name) ? [...columns.values()] : undefined;
  }

  /** What members of a list cost would be lost: which of their keys are ids and options, only the user can say. */
  get problems(): readonly Problem[] {
    for (const [name, { columns }] of this.#lists) {
      const rule = [...columns.keys()].find((path) => price.test(path.slice(name.length)));
      if (rule === undefined) continue;
      return [
        {
          problem: `"${name}" is a list with prices of its own, which is not read`,
          advice: `Say in the mapping what its members are, such as "variantPrice": ${JSON.stringify(rule)} and "variantId": "${name}[].id".`,
        },
      ];
    }
    return [];
  }

  #addMember(name: string, member: Readonly<Record<string, unknown>>): void {
    const list = this.#lists.get(name) ?? { columns: new Map<string, Column>(), members: 0 };
    this.#lists.set(name, list);
    const before = `${name}[].`;
    addMembers(
      member,
      before,
      (path) => {
        const column =
          list.columns.get(path) ?? new Column(path, headingOf(path.slice(before.length)));
        list.columns.set(path, column);
        while (column.rows < list.members) column.add('');
        return column;
      },
      false,
    );
    list.members += 1;
    for (const column of list.columns.values()) while (column.rows < list.members) column.add('');
  }
}
