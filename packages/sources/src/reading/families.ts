import { isRecord } from 'sequenzy-contract';
import { readDocuments } from '../containers/json/documents.ts';
import { envelopesOf } from '../containers/json/envelopes.ts';
import type { DocumentReader, TableReader } from './format.ts';
import { KeyIndex } from '../spool/key-index.ts';
import { documentsOf } from './documents-of.ts';
import type { DocumentInput, Input, TableInput } from './inputs.ts';
import { rowsOf } from './rows-of.ts';

/** What families ask of a format. */
interface Linked {
  readonly table?: Pick<TableReader<string, unknown, never>, 'keyOf' | 'membersOf'> | undefined;
  readonly documents?:
    | Pick<DocumentReader<unknown, never>, 'envelopes' | 'keyedEnvelopes' | 'keyOf' | 'membersOf'>
    | undefined;
}

/** Which rows or documents belong together because one of them names the others. */
export class Families {
  readonly #families = new KeyIndex();
  #count = 0;

  /** Goes through the inputs, where the format has such rows or documents. */
  static async among(inputs: readonly Input[], format: Linked): Promise<Families> {
    const families = new Families();
    for (const input of inputs) {
      if (input.kind === 'table') await families.#addTable(input, format);
      else await families.#addDocuments(input, format);
    }
    return families;
  }

  get areSome(): boolean {
    return this.#count > 0;
  }

  /** What the parts of one record have in common. */
  keyOf(key: string | undefined): string | undefined {
    const family = key === undefined ? undefined : this.#families.get(key);
    return family === undefined ? key : `\u0000${String(family)}`;
  }

  async #addTable(input: TableInput, { table }: Linked): Promise<void> {
    if (table?.membersOf === undefined) return;
    for await (const batch of rowsOf(input)) {
      for (const { row, repeatsHeader } of batch) {
        if (!repeatsHeader) this.#add(table.keyOf(row), table.membersOf(row));
      }
    }
  }

  async #addDocuments(input: DocumentInput, { documents }: Linked): Promise<void> {
    if (documents?.membersOf === undefined) return;
    for await (const batch of readDocuments(input.text, envelopesOf(documents))) {
      for (const { value, line } of batch) {
        for (const one of documentsOf(value, line, input)) {
          if (!isRecord(one.value)) continue;
          this.#add(documents.keyOf?.(one.value), documents.membersOf(one.value));
        }
      }
    }
  }

  /** What two others name stays with the first. */
  #add(key: string | undefined, members: readonly string[]): void {
    if (key === undefined || members.length === 0) return;
    const family = this.#families.get(key) ?? this.#count++;
    for (const member of [key, ...members]) {
      if (this.#families.get(member) === undefined) this.#families.set(member, family);
    }
  }
}
