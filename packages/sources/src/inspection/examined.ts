import { readRows } from '../csv/parse.ts';
import { CsvSyntaxError } from '../csv/place.ts';
import { describeSyntaxError } from '../csv/syntax-error.ts';
import type { TableInput } from '../reading/inputs.ts';
import { rowOf } from '../reading/row-of.ts';
import type { TableReader } from '../source.ts';
import type { Workspace } from '../spool/workspace.ts';
import { columnOf, type InspectedRow } from './column.ts';
import type { Damage, Finding } from './finding.ts';
import { checks } from './registry.ts';

/** What an inspection goes through. */
export interface InspectedTables {
  readonly source: { readonly name: string; readonly label: string };
  readonly reader: TableReader | undefined;
  readonly tables: readonly TableInput[];
  readonly workspace: Workspace;
}

/** A row and what was found in it. */
export interface ExaminedRow {
  readonly table: TableInput;
  readonly findings: readonly Finding[];
  /** Its cells, with the repairs that are certain. */
  readonly repaired: readonly string[];
}

/** Every row of every table, after all of them have been seen once. */
export async function* examined({ tables, reader }: InspectedTables): AsyncGenerator<ExaminedRow> {
  const examiners = checks.map((check) => ({ kind: check.kind, examiner: check.begin() }));
  for (const table of tables) {
    for await (const row of inspectedRows(table, reader)) {
      for (const { examiner } of examiners) examiner.see?.(row);
    }
  }
  for (const table of tables) {
    for await (const row of inspectedRows(table, reader)) {
      const damages = examiners.flatMap(({ kind, examiner }) =>
        examiner.look(row).map((damage) => ({ kind, ...damage })),
      );
      const findings = damages.map((damage) => findingOf(damage, row, table.text.name));
      yield { table, findings, repaired: repairedCells(row.cells, damages) };
    }
  }
}

function findingOf(
  { cell, ...damage }: Damage & Pick<Finding, 'kind'>,
  row: InspectedRow,
  file: string,
): Finding {
  const place = { file, line: row.line, ...(cell !== undefined && placed(row, cell)) };
  return { isCertain: false, ...place, ...damage };
}

/** The first certain repair of a cell is made; what else is wrong with it is found the next time. */
function repairedCells(cells: readonly string[], damages: readonly Damage[]): readonly string[] {
  const repaired = [...cells];
  for (const { cell, repair, isCertain } of damages.toReversed()) {
    if (cell !== undefined && repair !== undefined && isCertain === true) repaired[cell] = repair;
  }
  return repaired;
}

function placed({ columns, cells }: InspectedRow, cell: number): { column: string; value: string } {
  return { column: columns[cell]?.name ?? '', value: cells[cell]?.trim() ?? '' };
}

/** Also rows that a catalog is refused for, because they have more cells than there are columns. */
async function* inspectedRows(
  table: TableInput,
  reader: TableReader | undefined,
): AsyncGenerator<InspectedRow> {
  const columns = table.layout.names.map(columnOf);
  const width = reader?.trailingCellsMayBeCut === true ? 0 : table.layout.width;
  let isHeaderNext = !table.isFlattened;
  try {
    for await (const batch of readRows(table.text, table.delimiter)) {
      for (const csvRow of isHeaderNext ? batch.slice(1) : batch) {
        const row = rowOf(csvRow, table);
        const { cells, line } = row;
        yield { cells, line, columns, width, recordKey: reader?.keyOf(row) };
      }
      isHeaderNext &&= batch.length === 0;
    }
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    throw await describeSyntaxError(error, table.text, table.delimiter);
  }
}
