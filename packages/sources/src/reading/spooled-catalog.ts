import type {
  Catalog,
  CatalogCounts,
  CatalogRecord,
  Original,
  OriginalDocument,
  OriginalRows,
} from '../catalog.ts';
import type { Source } from '../source.ts';
import type { Fragment } from '../spool/fragments.ts';
import { readLines } from '../spool/lines.ts';
import type { Workspace } from '../spool/workspace.ts';
import type { Intake } from './intake.ts';
import type { Pieces } from './pieces.ts';
import { decodeRecord, skippedRecord } from './record-line.ts';

/** What a {@link SpooledCatalog} is made of. */
export interface CatalogParts {
  readonly files: readonly string[];
  readonly source: Source;
  readonly warnings: readonly string[];
  readonly intake: Intake;
  readonly pieces: Pieces;
  readonly workspace: Workspace;
  /** Where the intake has spooled the records. */
  readonly spool: string;
}

/** A catalog whose records lie in a temporary file. */
export class SpooledCatalog implements Catalog {
  readonly files: readonly string[];
  readonly source: { readonly name: string; readonly label: string };
  readonly counts: CatalogCounts;
  readonly warnings: readonly string[];
  readonly #parts: CatalogParts;

  constructor(parts: CatalogParts) {
    this.files = parts.files;
    this.source = { name: parts.source.name, label: parts.source.label };
    this.counts = parts.intake.tally.counts();
    this.warnings = parts.warnings;
    this.#parts = parts;
  }

  async *records(): AsyncGenerator<CatalogRecord> {
    const { intake, spool } = this.#parts;
    let ordinal = 0;
    for await (const lines of readLines(spool)) {
      for (const line of lines) {
        const isWanted = line !== skippedRecord && !intake.fragments.isSuperseded(ordinal);
        if (isWanted) yield this.#record(line, ordinal);
        ordinal += 1;
      }
    }
  }

  async original(record: CatalogRecord): Promise<Original> {
    const pieces = this.#parts.intake.fragments.chain(record.ordinal);
    const [first] = pieces;
    if (first === undefined) {
      throw new RangeError(`record ${String(record.ordinal)} is not of this catalog`);
    }
    return this.#parts.pieces.input(first).kind === 'table'
      ? this.#rows(pieces)
      : this.#document(first, pieces);
  }

  async close(): Promise<void> {
    await this.#parts.pieces.close();
    await this.#parts.workspace.remove();
  }

  #record(line: string, ordinal: number): CatalogRecord {
    const { source, intake, files } = this.#parts;
    const { file, product, ...record } = decodeRecord(line);
    const settled =
      product === undefined || source.uniqueIds === undefined
        ? product
        : source.uniqueIds(product, (claim) => intake.claims.isUnique(claim));
    return { ...record, product: settled, file: files[file] ?? '', ordinal };
  }

  /** Rows of files with other columns are brought into the order of the first. */
  async #rows(pieces: readonly Fragment[]): Promise<OriginalRows> {
    const rows = (await Promise.all(pieces.map((piece) => this.#parts.pieces.rows(piece)))).flat();
    const columns = [...(rows[0]?.layout.names ?? [])];
    for (const { layout } of rows) {
      columns.push(...layout.names.filter((name) => !columns.includes(name)));
    }
    return {
      kind: 'table',
      columns,
      rows: rows.map(({ line, cells, layout }) => ({
        line,
        cells:
          layout === rows[0]?.layout
            ? cells
            : columns.map((name) => cells[layout.names.indexOf(name)] ?? ''),
      })),
    };
  }

  /** Several are an array. */
  async #document(first: Fragment, pieces: readonly Fragment[]): Promise<OriginalDocument> {
    const texts = await Promise.all(pieces.map((piece) => this.#parts.pieces.text(piece)));
    const [text = '', ...others] = texts.map((one) => one.trim());
    const all = others.length === 0 ? text : `[${[text, ...others].join(',')}]`;
    return { kind: 'document', line: first.line, text: all };
  }
}
