import type { Words } from 'sequenzy-contract';
import type { RecordFault } from '../../faults/record-fault.ts';
import type { Layout } from '../../table/header.ts';
import { Row } from '../../table/row.ts';
import type { Slot } from './slot.ts';

/** A row that a mapping has made. Its faults name the column and the value of the file. */
export class MappedRow extends Row {
  readonly #originals: readonly string[];

  constructor(
    cells: readonly string[],
    {
      line,
      layout,
      originals,
    }: { readonly line: number; readonly layout: Layout; readonly originals: readonly string[] },
  ) {
    super(cells, line, layout);
    this.#originals = originals;
  }

  override fault(field: string, words: Words): RecordFault {
    const { value: made, ...fault } = super.fault(field, words);
    const value = this.#originals[this.layout.at[field] ?? -1] ?? made ?? '';
    return { ...fault, ...(value !== '' && { value }) };
  }

  /** The row with other cells in some fields. */
  with(changes: Readonly<Record<string, string>>): MappedRow {
    const cells = [...this.cells];
    for (const [field, text] of Object.entries(changes)) {
      const index = this.layout.at[field];
      if (index !== undefined) cells[index] = text;
    }
    return new MappedRow(cells, {
      line: this.line,
      layout: this.layout,
      originals: this.#originals,
    });
  }
}

/** The layout of rows whose cells are these slots, in this order. */
export function layoutOf(
  slots: readonly Slot<never>[],
  {
    file,
    repeatedAt,
    families,
  }: Pick<Layout, 'file' | 'repeatedAt'> & { readonly families: readonly string[] },
): Layout {
  const at: Record<string, number> = {};
  for (const [index, { field }] of slots.entries()) at[field] ??= index;
  return {
    file,
    names: slots.map(({ columns: [column], field }) => column ?? field),
    width: slots.length,
    at,
    families: slots.flatMap(({ field }, index) => {
      const family = families.find((one) => field.startsWith(one));
      return family === undefined ? [] : [{ family, name: field.slice(family.length), index }];
    }),
    missing: [],
    doubled: [],
    unknown: [],
    unread: [],
    repeatedAt,
    decimals: Object.fromEntries(slots.map(({ field, decimal }) => [field, decimal])),
    times: Object.fromEntries(slots.map(({ field, times }) => [field, times])),
  };
}
