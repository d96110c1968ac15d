import type { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { withoutApostrophe } from '../../../text/apostrophe.ts';
import type { Field } from './columns.ts';
import { firstFilled } from './first-filled.ts';

/** A row that is a variant, with the values of its options; empty where it has none. */
export interface VariantRow {
  readonly row: Row<Field>;
  readonly values: readonly string[];
}

interface OptionColumns {
  readonly name: Field;
  readonly value: Field;
}

const optionColumns: readonly OptionColumns[] = [
  { name: 'option1Name', value: 'option1Value' },
  { name: 'option2Name', value: 'option2Value' },
  { name: 'option3Name', value: 'option3Value' },
];

/** Rows with a price or an option value are variants; the others only carry a further image. */
export function variantRowsOf(rows: Rows<Field>): VariantRow[] {
  return rows
    .map((row) => ({
      row,
      values: optionColumns.map(({ value }) => withoutApostrophe(row.get(value))),
    }))
    .filter(({ row, values }) => row.get('price') !== '' || values.some((value) => value !== ''));
}

/** The names of a product's options stand on its first row only. */
export function optionNamesOf(rows: Rows<Field>): string[] {
  return optionColumns.map(({ name }) => withoutApostrophe(firstFilled(rows, name).get(name)));
}

export function optionsOf(
  { row, values }: VariantRow,
  names: readonly string[],
  reader: CellReader,
): { name: string; value: string }[] {
  return optionColumns.flatMap((columns, index) => {
    const value = values[index] ?? '';
    const name = names[index] ?? '';
    if (value === '') return [];
    if (name === '') {
      const message = `is required, because "${value}" is its value`;
      reader.faults.push(row.fault(columns.name, message));
    }
    return [{ name, value }];
  });
}

/** The platform's way of saying that a product has no options. */
export function hasNoOptions(rows: readonly VariantRow[], names: readonly string[]): boolean {
  return (
    rows.length === 1 &&
    names[0]?.toLowerCase() === 'title' &&
    rows[0]?.values[0]?.toLowerCase() === 'default title'
  );
}

/** Two variants with the same option values cannot be told apart. */
export function refuseRepeated(rows: readonly VariantRow[], reader: CellReader): void {
  if (rows.length < 2) return;
  const seen = new Map<string, Row<Field>>();
  for (const { row, values } of rows) {
    const key = values.join('\n');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else {
      const message = `has the same option values as the variant ${first.seenFrom(row)}`;
      reader.faults.push(row.fault('option1Value', message));
    }
  }
}
