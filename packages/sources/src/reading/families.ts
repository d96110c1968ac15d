import { KeyIndex } from '../spool/key-index.ts';
import type { TableReader } from '../source.ts';
import type { Row } from '../table/row.ts';
import type { TableInput } from './inputs.ts';
import { rowsOf } from './rows-of.ts';

/** Which rows belong together because one of them names the others. */
export class Families {
  readonly #families = new KeyIndex();
  #count = 0;

  /** Goes through the inputs, where the source has such rows. */
  static async among(
    inputs: readonly TableInput[],
    table: TableReader<string, unknown>,
  ): Promise<Families> {
    const families = new Families();
    if (table.membersOf === undefined) return families;
    for (const input of inputs) {
      for await (const batch of rowsOf(input)) {
        for (const { row } of batch) families.#add(row, table);
      }
    }
    return families;
  }

  /** What the rows of one record have in common. */
  keyOf(key: string | undefined): string | undefined {
    const family = key === undefined ? undefined : this.#families.get(key);
    return family === undefined ? key : `\u0000${String(family)}`;
  }

  /** A row that two others name stays with the first. */
  #add(row: Row, table: TableReader<string, unknown>): void {
    const key = table.keyOf(row);
    const members = table.membersOf?.(row) ?? [];
    if (key === undefined || members.length === 0) return;
    const known = this.#families.get(key);
    const family = known ?? this.#count++;
    for (const member of [key, ...members]) {
      if (this.#families.get(member) === undefined) this.#families.set(member, family);
    }
  }
}
