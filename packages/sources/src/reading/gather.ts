import type { Documents, MappedRecord } from '../source.ts';
import type { Row, Rows } from '../table/row.ts';
import type { Intake } from './intake.ts';
import type { Pieces } from './pieces.ts';
import { documentReaderOf } from './read-documents.ts';
import { mapRows, tableReaderOf } from './read-table.ts';

/**
 * Puts records together whose rows or documents do not stand together: a part of a product would delete the rest of its
 * variants, a part of an order the rest of its lines.
 */
export async function gatherSplitRecords<Made extends MappedRecord, Given>(
  settings: Given,
  intake: Intake<Made, Given>,
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
    // Documents of one record stand apart by nature.
    if (isTable) intake.tally.split += 1;
    await intake.drain();
  }
}

/** A record as a whole, and what each of its pieces had been taken for. */
interface Gathered<Made> {
  readonly whole: Made;
  readonly parts: readonly Made[];
}

async function gatherRows<Made extends MappedRecord, Given>(
  ordinal: number,
  settings: Given,
  { fragments, source, kind }: Intake<Made, Given>,
  pieces: Pieces,
): Promise<Gathered<Made>> {
  const table = tableReaderOf(source);
  const parts: Rows[] = [];
  for (const piece of fragments.chain(ordinal)) parts.push(some(await pieces.rows(piece)));
  return {
    whole: mapRows(table, some<Row>(parts.flat()), settings, kind),
    parts: parts.map((part) => mapRows(table, part, settings, kind)),
  };
}

async function gatherDocuments<Made extends MappedRecord, Given>(
  ordinal: number,
  settings: Given,
  { fragments, source }: Intake<Made, Given>,
  pieces: Pieces,
): Promise<Gathered<Made>> {
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
