import { columnsOfMapping } from '../language/fields.ts';
import type { Mapping } from '../language/mapping.ts';
import type { Columns } from '../../table/columns.ts';
import type { Layout } from '../../table/header.ts';
import type { Row } from '../../table/row.ts';
import { Application, type Applied, type FormsOf, type Targets } from './apply.ts';
import { DocumentApplication } from './documents.ts';

/** One mapping over all files it reads: it is laid over each header, and over each file of documents, once. */
export class MappedInput {
  /** Every column it names; a file has to have them all. */
  readonly columns: Columns;
  /** Keys of a document that it names, a path by its first. */
  readonly keys: readonly string[];
  readonly envelopes: readonly string[];
  readonly #mapping: Mapping;
  readonly #about: {
    readonly targets: Targets;
    readonly key: string;
    readonly formsOf: FormsOf;
  };
  readonly #skipped: ReadonlySet<number>;
  readonly #overLayouts = new WeakMap<Layout, Application<Row>>();
  readonly #overFiles = new Map<string, DocumentApplication>();

  /**
   * @param about.key The field that tells records apart.
   * @param about.formsOf Further rows of a record: its variants, its lines.
   */
  constructor(
    mapping: Mapping,
    about: { readonly targets: Targets; readonly key: string; readonly formsOf: FormsOf },
  ) {
    const names = columnsOfMapping(mapping);
    this.columns = {
      fields: Object.fromEntries(names.map((name) => [name, [name]])),
      required: names,
      anyOf: [],
      ignored: [],
    };
    this.keys = [...new Set(names.map((path) => path.split(/[.[]/)[0] ?? path))];
    this.envelopes = mapping.documents === undefined ? [] : [mapping.documents];
    this.#mapping = mapping;
    this.#about = about;
    this.#skipped = new Set(mapping.skip);
  }

  /** The id of the record that a row belongs to; empty where it has none. */
  keyOf(row: Row): string {
    return this.#over(row).keyOf(row);
  }

  apply(row: Row): Applied {
    return this.#skipped.has(row.line)
      ? { rows: [], faults: [], isLeftOut: true }
      : this.#over(row).apply(row, row.line);
  }

  /** For the documents of one file. */
  inFile(file: string): DocumentApplication {
    const made =
      this.#overFiles.get(file) ??
      new DocumentApplication(this.#mapping, {
        ...this.#about,
        place: { file, repeatedAt: [] },
      });
    this.#overFiles.set(file, made);
    return made;
  }

  #over({ layout }: Row): Application<Row> {
    const cells = (name: string) =>
      layout.at[name] === undefined ? undefined : (row: Row) => row.get(name);
    const made =
      this.#overLayouts.get(layout) ??
      new Application<Row>(this.#mapping, cells, { ...this.#about, place: layout });
    this.#overLayouts.set(layout, made);
    return made;
  }
}
