import type { Catalog } from '../kinds/products/catalog.ts';
import type { Delimiter } from '../containers/csv/delimiter.ts';
import type { Orders, OrdersOptions } from '../kinds/orders/orders.ts';
import type { TableInput } from '../reading/inputs.ts';
import { asWritten } from '../reading/as-written.ts';
import { examined, type ExaminedRow, type InspectedTables } from './examined.ts';
import type { Finding } from './checks/check.ts';

/** What was found in files, and what they are once it is repaired. */
export interface TableInspection {
  /** As the user named them. Documents in JSON are not looked at, and are not among them. */
  readonly files: readonly string[];
  /** Which source knows their columns. */
  readonly source: { readonly name: string; readonly label: string };
  /** Every row with what was found in it. Can be gone through any number of times. */
  rows(): AsyncIterable<ExaminedRow>;
  /** Everything that was found, row by row. */
  findings(): AsyncIterable<Finding>;
  /** The rows of one of the files, its header first, with every repair made that is certain. */
  repaired(file: string): AsyncIterable<readonly string[]>;
  /** The header of one of the files. */
  header(file: string): readonly string[];
  /** Separator of the cells of one of the files; undefined of a feed in XML, whose rows are not its own. */
  delimiter(file: string): Delimiter | undefined;
  /** Removes the temporary files. */
  close(): Promise<void>;
}

/** Product files under inspection. */
export interface Inspection extends TableInspection {
  /**
   * Opens the same files as a catalog, without reading them from their place again. It takes over the temporary files:
   * what the inspection is asked afterwards fails, and closing either closes both.
   *
   * @throws {SourceError} As `openCatalog` does.
   */
  catalog(): Promise<Catalog>;
}

/** Order files under inspection. */
export interface OrdersInspection extends TableInspection {
  /** Whether their lines name products by SKU or title only, so that they are looked up in a catalog. */
  readonly needsCatalog: boolean;
  /**
   * Opens the same files as orders, as `Inspection.catalog` does for products.
   *
   * @throws {SourceError} As `openOrders` does.
   */
  orders(options?: Pick<OrdersOptions, 'catalog'>): Promise<Orders>;
}

/** Goes through tables anew for each question, so that memory stays constant. */
export class InspectedFiles implements TableInspection {
  readonly files: readonly string[];
  readonly source: { readonly name: string; readonly label: string };
  readonly #inspected: InspectedTables;

  constructor(inspected: InspectedTables) {
    this.files = inspected.tables.map(({ text }) => text.name);
    this.source = { name: inspected.source.name, label: inspected.source.label };
    this.#inspected = inspected;
  }

  rows(): AsyncGenerator<ExaminedRow> {
    return examined(this.#inspected);
  }

  async *findings(): AsyncGenerator<Finding> {
    for await (const { findings } of this.rows()) yield* findings;
  }

  async *repaired(file: string): AsyncGenerator<readonly string[]> {
    yield this.header(file);
    for await (const row of this.rows()) {
      if (row.file === file && !row.isLeftOut) yield row.cells;
    }
  }

  header(file: string): readonly string[] {
    const { layout, delimiter } = this.#table(file);
    return asWritten(layout.names, () => undefined, delimiter);
  }

  delimiter(file: string): Delimiter | undefined {
    const { isFlattened, delimiter } = this.#table(file);
    return isFlattened ? undefined : delimiter;
  }

  close(): Promise<void> {
    return this.#inspected.workspace.remove();
  }

  #table(file: string): TableInput {
    const table = this.#inspected.tables.find(({ text }) => text.name === file);
    if (table === undefined) throw new RangeError(`${file} is not one of these files`);
    return table;
  }
}
