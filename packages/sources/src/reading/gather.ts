import type { Settings } from '../source.ts';
import type { Row, Rows } from '../table/row.ts';
import type { Intake } from './intake.ts';
import type { Pieces } from './pieces.ts';
import { mapRows, tableReaderOf } from './read-table.ts';

/**
 * Puts products together whose rows do not stand together: a list of variants replaces the stored one, so that a part
 * of it would delete the rest.
 */
export async function gatherSplitProducts(
  settings: Settings,
  intake: Intake,
  pieces: Pieces,
): Promise<void> {
  const { fragments, source } = intake;
  const read = fragments.count;
  for (let ordinal = 0; ordinal < read; ordinal += 1) {
    if (fragments.isSuperseded(ordinal) || !fragments.isContinued(ordinal)) continue;
    const table = tableReaderOf(source);
    const parts: Rows[] = [];
    for (const piece of fragments.chain(ordinal)) parts.push(some(await pieces.rows(piece)));
    const whole = mapRows(table, some(parts.flat()), settings);
    intake.replace(
      ordinal,
      whole,
      parts.map((part) => mapRows(table, part, settings)),
    );
    await intake.drain();
  }
}

function some(rows: readonly Row[]): Rows {
  const [first, ...rest] = rows;
  if (first === undefined) throw new RangeError('a piece of a table without rows');
  return [first, ...rest];
}
