import type { Finding } from './finding.ts';
import { examined, type InspectedTables } from './examined.ts';

/** What was found in files, and what they are once it is repaired. */
export interface Inspection {
  /** As the user named them. Documents in JSON are not looked at, and are not among them. */
  readonly files: readonly string[];
  /** Which source knows their columns. */
  readonly source: { readonly name: string; readonly label: string };
  /** Everything that was found, row by row. Can be gone through any number of times. */
  findings(): AsyncIterable<Finding>;
  /** The rows of one of the files, its header first, with every repair made that is certain. */
  repaired(file: string): AsyncIterable<readonly string[]>;
  /** Removes the temporary files. */
  close(): Promise<void>;
}

/** Goes through tables anew for each question, so that memory stays constant. */
export class TableInspection implements Inspection {
  readonly files: readonly string[];
  readonly source: { readonly name: string; readonly label: string };
  readonly #inspected: InspectedTables;

  constructor(inspected: InspectedTables) {
    this.files = inspected.tables.map(({ text }) => text.name);
    this.source = { name: inspected.source.name, label: inspected.source.label };
    this.#inspected = inspected;
  }

  async *findings(): AsyncGenerator<Finding> {
    for await (const { findings } of examined(this.#inspected)) yield* findings;
  }

  async *repaired(file: string): AsyncGenerator<readonly string[]> {
    const table = this.#inspected.tables.find(({ text }) => text.name === file);
    if (table === undefined) throw new RangeError(`${file} is not one of these files`);
    yield table.layout.names;
    for await (const row of examined(this.#inspected)) {
      if (row.table === table) yield row.repaired;
    }
  }

  close(): Promise<void> {
    return this.#inspected.workspace.remove();
  }
}
