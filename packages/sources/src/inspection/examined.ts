import { turn, worded, type Wording } from 'sequenzy-contract';
import { closeSync, openSync, readSync } from 'node:fs';
import { readRows } from '../containers/csv/parse.ts';
import { CsvSyntaxError } from '../containers/csv/place.ts';
import { describeSyntaxError } from '../containers/csv/syntax-error.ts';
import { isMade, type TableInput } from '../reading/inputs.ts';
import { tooLargeMessage } from '../faults/too-large.ts';
import { asWritten } from '../reading/as-written.ts';
import { rowOf } from '../reading/rows-of.ts';
import { SheetPlaces } from '../reading/sheet-places.ts';
import type { TableReader } from '../reading/format.ts';
import { repeatsHeader } from '../table/header.ts';
import { isFormula } from '../text/apostrophe.ts';
import type { Workspace } from '../spool/workspace.ts';
import type { Check, CheckSettings, Damage, Finding } from './checks/check.ts';
import { columnOf, type InspectedRow } from './checks/column.ts';

/** What a source knows of its rows, whatever it makes of them. */
type Reader = Pick<
  TableReader<string, unknown, never>,
  'keyOf' | 'idField' | 'trailingCellsMayBeCut'
>;

/** What an inspection goes through. */
export interface InspectedTables extends CheckSettings {
  readonly source: { readonly name: string; readonly label: string };
  readonly reader: Reader | undefined;
  readonly checks: readonly Check[];
  readonly tables: readonly TableInput[];
  readonly workspace: Workspace;
  readonly signal: AbortSignal | undefined;
  /** How findings call options. */
  readonly wording: Wording | undefined;
}

/** A row and what was found in it. */
export interface ExaminedRow {
  /** The file as the user named it. */
  readonly file: string;
  readonly findings: readonly Finding[];
  /** Its cells, with every repair made that is certain. */
  readonly cells: readonly string[];
  /** How many cells were repaired. */
  readonly repairs: number;
  /** Whether the repair is to leave it out. */
  readonly isLeftOut: boolean;
}

/** Every row of every table, after all of them have been seen once. */
export async function* examined(inspected: InspectedTables): AsyncGenerator<ExaminedRow> {
  const { tables, checks, wording } = inspected;
  const examiners = checks.map((check) => ({ kind: check.kind, examiner: check.begin(inspected) }));
  for (const table of tables) {
    for await (const row of inspectedRows(table, inspected)) {
      if (row.repeatsHeader || row.isTooLarge) continue;
      for (const { examiner } of examiners) examiner.see?.(row);
    }
  }
  const look = (row: InspectedRow): KindOfDamage[] =>
    examiners.flatMap(({ kind, examiner }) =>
      examiner.look(row).map((damage) => withSafeRepair({ kind, ...damage }, row.cells)),
    );
  const sheets = new SheetPlaces(tables);
  for (const table of tables) {
    const file = table.text.name;
    for await (const row of inspectedRows(table, inspected)) {
      const ofRow = damageOf(row);
      const isLeftOut = ofRow !== undefined;
      const damages = ofRow === undefined ? look(row) : [ofRow];
      const findings = damages
        .map((damage) => findingOf(damage, row, { file, wording }))
        .map((finding) => ({ ...finding, ...sheets.cellAt(finding) }));
      const cells =
        isLeftOut || damages.length === 0 ? row.cells : repairedCells(row, damages, look);
      const repairs = cells.filter((cell, at) => cell !== row.cells[at]).length;
      yield { file, findings, cells: row.asWritten(cells), repairs, isLeftOut };
    }
  }
}

const headerAgain: KindOfDamage = {
  kind: 'repeated-header',
  problem: 'the row is the header again, as where one file was put behind another',
  isCertain: true,
};

/** Nothing of it could be sent: a repaired file is better without it, and a person has to know. */
const tooLarge: KindOfDamage = { kind: 'too-large', problem: tooLargeMessage };

function damageOf(row: InspectedRow): KindOfDamage | undefined {
  if (row.isTooLarge) return tooLarge;
  return row.repeatsHeader ? headerAgain : undefined;
}

type KindOfDamage = Damage & Pick<Finding, 'kind'>;

function findingOf(
  { cell, problem, ...damage }: KindOfDamage,
  row: InspectedRow,
  { file, wording }: { readonly file: string; readonly wording: Wording | undefined },
): Finding {
  const place = { file, line: row.line, ...(cell !== undefined && placed(row, cell)) };
  return { isCertain: false, ...place, problem: worded(problem, wording), ...damage };
}

/** No repair makes a formula of a cell that a spreadsheet shows as text, such as one behind an apostrophe. */
function withSafeRepair(damage: KindOfDamage, cells: readonly string[]): KindOfDamage {
  const { kind, problem, cell, repair } = damage;
  const text = cells[cell ?? -1] ?? '';
  const isSafe = repair === undefined || !isFormula(repair) || isFormula(text);
  return isSafe ? damage : { kind, problem, ...(cell !== undefined && { cell }) };
}

/** A repair can bring other damage of the same cell to light: `'<b>Lamp</b>` is two of them. */
const mostRounds = 4;

function repairedCells(
  row: InspectedRow,
  found: readonly Damage[],
  look: (row: InspectedRow) => readonly Damage[],
): readonly string[] {
  let [cells, damages] = [row.cells, found];
  for (let round = 0; round < mostRounds; round += 1) {
    const certain = damages.filter(({ isCertain }) => isCertain === true);
    if (certain.length === 0) break;
    cells = repairedOnce(cells, certain);
    damages = look({ ...row, cells });
  }
  return cells;
}

/** The first repair of each cell. */
function repairedOnce(cells: readonly string[], certain: readonly Damage[]): readonly string[] {
  const repaired = [...cells];
  for (const { cell, repair } of certain.toReversed()) {
    if (cell !== undefined && repair !== undefined) repaired[cell] = repair;
  }
  return repaired;
}

function placed({ columns, cells }: InspectedRow, cell: number): { column: string; value: string } {
  return { column: columns[cell]?.name ?? '', value: cells[cell]?.trim() ?? '' };
}

/** A row that can be written anew. */
interface WrittenRow {
  /** Gives cells of the row, repaired or not, the space that keeps them from being formulas. */
  readonly asWritten: (cells: readonly string[]) => readonly string[];
}

/** Few rows have a formula, so that the file is opened for each of them. */
function textBetween(path: string, start: number, end: number): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(end - start);
    readSync(file, bytes, 0, bytes.length, start);
    return bytes.toString();
  } finally {
    closeSync(file);
  }
}

/** Also rows that a catalog is refused for, because they have more cells than there are columns. */
async function* inspectedRows(
  table: TableInput,
  { reader, signal }: InspectedTables,
): AsyncGenerator<InspectedRow & WrittenRow> {
  const { at, file, names } = table.layout;
  const width = reader?.trailingCellsMayBeCut === true ? 0 : table.layout.width;
  const idCell = at[reader?.idField ?? 'productId'] ?? at['productId'];
  const fields = new Map(Object.entries(at).map(([field, cell]) => [cell, field]));
  const columns = names.map((name, cell) => columnOf(name, fields.get(cell)));
  let isHeaderNext = !table.isFlattened && table.layout.isHeadless !== true;
  try {
    for await (const batch of readRows(table.text, table.delimiter)) {
      signal?.throwIfAborted();
      for (const csvRow of isHeaderNext ? batch.slice(1) : batch) {
        const due = turn();
        if (due !== undefined) await due;
        const row = rowOf(csvRow, table);
        const { cells, line, isTooLarge } = row;
        const facts = { columns, width, idCell, repeatsHeader: repeatsHeader(cells, table.layout) };
        const text = (): string | undefined =>
          isMade(table) ? undefined : textBetween(table.text.path, csvRow.start, csvRow.end);
        yield {
          cells,
          line,
          isTooLarge,
          file,
          ...facts,
          recordKey: reader?.keyOf(row),
          asWritten: (repaired) => asWritten(repaired, text, table.delimiter),
        };
      }
      isHeaderNext &&= batch.length === 0;
    }
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    throw await describeSyntaxError(error, table.text, table.delimiter, names);
  }
}
