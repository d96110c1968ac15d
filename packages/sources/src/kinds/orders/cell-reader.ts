import { CellReader } from '../../table/cells.ts';
import type { Row } from '../../table/row.ts';
import type { OrderNote, OrderSettings } from './source.ts';

/** Reads cells of one order, times among them, and keeps what is worth a note. */
export class OrderCellReader extends CellReader {
  readonly notes: OrderNote[] = [];
  readonly #settings: OrderSettings;

  constructor(settings: OrderSettings) {
    super(settings);
    this.#settings = settings;
  }

  /** An instant, as ISO 8601 in UTC. */
  instant<Field extends string>(row: Row<Field>, field: Field): string | undefined {
    const text = this.text(row, field);
    if (text === undefined) return undefined;
    const { times } = this.#settings;
    const known = row.layout.times?.[field];
    const result = (known === undefined ? times : times.with(known)).read(text);
    if (!result.ok) {
      this.faults.push(row.fault(field, result.message));
      return undefined;
    }
    if (result.isAmbiguous) this.notes.push('ambiguousTime');
    return result.instant;
  }
}
