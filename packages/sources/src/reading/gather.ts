import type { Documents, Mapped, Settings } from '../source.ts';
import type { Row, Rows } from '../table/row.ts';
import type { Intake } from './intake.ts';
import type { Pieces } from './pieces.ts';
import { documentReaderOf } from './read-documents.ts';
import { mapRows, tableReaderOf } from './read-table.ts';

/**
 * Puts products together whose rows or documents do not stand together: a list of variants replaces the stored one, so
 * that a part of it would delete the rest.
 */
export async function gatherSplitProducts(
  settings: Settings,
  intake: Intake,
  pieces: Pieces,
): Promise<void> {
  const { fragments } = intake;
  const read = fragments.count;
  for (let ordinal = 0; ordinal < read; ordinal += 1) {
    if (fragments.isSuperseded(ordinal) || !fragments.isContinued(ordinal)) continue;
    const [first] = fragments.chain(ordinal);
    const isTable = first !== undefined && pieces.input(first).kind === 'table';
    const { whole, parts } = isTable
      ? await gatherRows(ordinal, settings, intake, pieces)
      : await gatherDocuments(ordinal, settings, intake, pieces);
    intake.replace(ordinal, whole, parts);
    await intake.drain();
  }
}

/** A product as a whole, and what each of its pieces had been taken for. */
interface Gathered {
  readonly whole: Mapped;
  readonly parts: readonly Mapped[];
}

async function gatherRows(
  ordinal: number,
  settings: Settings,
  { fragments, source }: Intake,
  pieces: Pieces,
): Promise<Gathered> {
  const table = tableReaderOf(source);
  const parts: Rows[] = [];
  for (const piece of fragments.chain(ordinal)) parts.push(some(await pieces.rows(piece)));
  return {
    whole: mapRows(table, some<Row>(parts.flat()), settings),
    parts: parts.map((part) => mapRows(table, part, settings)),
  };
}

async function gatherDocuments(
  ordinal: number,
  settings: Settings,
  { fragments, source }: Intake,
  pieces: Pieces,
): Promise<Gathered> {
  const reader = documentReaderOf(source);
  const parts: Documents[] = [];
  for (const piece of fragments.chain(ordinal)) parts.push(await pieces.documents(piece));
  return {
    whole: reader.map(some(parts.flat()), settings),
    parts: parts.map((part) => reader.map(part, settings)),
  };
}

function some<Item>(items: readonly Item[]): readonly [Item, ...Item[]] {
  const [first, ...rest] = items;
  if (first === undefined) throw new RangeError('a piece of an input with nothing in it');
  return [first, ...rest];
}
