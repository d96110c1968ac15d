import { hash64OfAll, turn } from 'sequenzy-contract';
import type { RecordFault } from '../faults/record-fault.ts';
import { createHash } from 'node:crypto';
import type { TableReader } from './format.ts';
import type { Layout } from '../table/header.ts';
import type { Row, Rows } from '../table/row.ts';
import { errorValueFaults } from '../table/error-value.ts';
import { isShifted, largeRowFaults, shiftedRowFault, shortRowFaults } from '../table/width.ts';
import type { Families } from './families.ts';
import type { TableInput } from './inputs.ts';
import type { Intake } from './intake.ts';
import { distinct, readOrRejected } from './mapped.ts';
import { rowsOf } from './rows-of.ts';
import { ShiftedRows } from './shifted-rows.ts';
import type { RecordTypes, SourceOf, RecordKind } from './record-kind.ts';

/** Rows of one record that stand together. */
interface Run {
  readonly key: string | undefined;
  readonly rows: [Row, ...Row[]];
  readonly start: number;
  end: number;
}

/**
 * Reads a table to its end into the intake, one fragment for each run of rows with the same key.
 *
 * @returns Its shifted rows: once everything is read, they may refuse the input.
 * @throws {SourceError} The text is not CSV throughout.
 */
export async function readTable<Kind extends RecordTypes>(
  input: TableInput,
  file: number,
  settings: Kind['settings'],
  families: Families,
  intake: Intake<Kind>,
): Promise<ShiftedRows> {
  const table = tableReaderOf(intake.source);
  for (const name of input.layout.unknown) intake.tally.unknown.add(name);
  const shifted = new ShiftedRows();
  let run: Run | undefined;
  for await (const batch of rowsOf(input)) {
    for (const { row, start, end, repeatsHeader } of batch) {
      const due = turn();
      if (due !== undefined) await due;
      if (repeatsHeader) {
        take(run);
        run = undefined;
        intake.tally.repeatsHeader(row);
        input.layout.repeatedAt.push(row.line);
        continue;
      }
      intake.tally.rows += 1;
      const key = families.keyOf(table.keyOf(row));
      const isSame = key !== undefined && key === run?.key;
      if (run !== undefined && (isSame || table.continues?.(row) === true)) {
        run.rows.push(row);
        run.end = end;
      } else {
        take(run);
        run = { key, rows: [row], start, end };
      }
    }
    await intake.drain();
  }
  take(run);
  return shifted;

  function take(finished: Run | undefined): void {
    if (finished === undefined) return;
    const { key, rows, start, end } = finished;
    shifted.see(rows);
    if (!rows.some(isShifted)) intake.unread?.rows(rows);
    intake.tally.seeColumns(table, rows[0].layout);
    intake.add(
      { file, start, end, line: rows[0].line },
      key,
      () => mapRows(table, rows, settings, intake.kind),
      () => hash64OfAll(rows.flatMap(({ cells, layout }) => [digestOf(layout), ...cells])),
    );
  }
}

/** The part of a source that was chosen for a table. */
export function tableReaderOf<Kind extends RecordTypes>(
  source: SourceOf<Kind>,
): TableReader<string, Kind['mapped'], Kind['settings']> {
  if (source.table === undefined) throw new TypeError(`${source.name} reads no tables`);
  return source.table;
}

/** The cells of a row as one text: they are the same, under the same columns, exactly where it is. */
function cellsOf({ cells, layout }: Row): string {
  return JSON.stringify([digestOf(layout), cells]);
}

const digests = new WeakMap<Layout, string>();

/** Stands for the columns: there can be thousands. */
function digestOf(layout: Layout): string {
  const known = digests.get(layout);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(JSON.stringify(layout.names)).digest('base64');
  digests.set(layout, digest);
  return digest;
}

/** Maps the rows of one record; damaged ones are said to be that and nothing else. */
export function mapRows<Kind extends RecordTypes>(
  table: TableReader<string, Kind['mapped'], Kind['settings']>,
  rows: Rows,
  settings: Kind['settings'],
  kind: RecordKind<Kind>,
): Kind['mapped'] {
  const large = largeRowFaults(rows);
  const short = table.trailingCellsMayBeCut ? [] : shortRowFaults(rows);
  const broken = large.length > 0 ? large : short;
  const shifted = rows.filter((row) => !row.isTooLarge && isShifted(row));
  const [sound, ...others] = rows.filter((row) => !shifted.includes(row));
  const read = (): Kind['mapped'] => {
    const shifts = shifted.map(shiftedRowFault);
    if (sound === undefined) return kind.damaged(kind.blank, shifts);
    const whole: Rows = [sound, ...others];
    const mapped = table.map(
      kind.hasNoEqualParts === true ? distinct(whole, cellsOf) : whole,
      settings,
    );
    if (shifts.length > 0) return kind.damaged(mapped, [...shifts, ...broken]);
    if (broken.length > 0) return kind.damaged(mapped, broken);
    const errors = errorValueFaults(rows);
    if (errors.length > 0 && mapped.skip === undefined) {
      return kind.damaged(mapped, [...errors, ...elsewhere(mapped.faults, errors)]);
    }
    return kind.settled?.(mapped, settings) ?? mapped;
  };
  return readOrRejected(read, rows[0].line, (faults) => kind.damaged(kind.blank, faults));
}

/** Faults of other cells. */
function elsewhere(faults: readonly RecordFault[], errors: readonly RecordFault[]): RecordFault[] {
  return faults.filter(
    ({ line, column }) => !errors.some((error) => error.line === line && error.column === column),
  );
}
