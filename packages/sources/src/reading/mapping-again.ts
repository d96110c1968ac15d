import type { MappedRecord } from './format.ts';
import type { Fragment } from '../spool/fragments.ts';
import type { Row, Rows } from '../table/row.ts';
import type { Intake } from './intake.ts';
import type { Pieces } from './pieces.ts';
import { documentReaderOf, mapDocuments } from './read-documents.ts';
import { mapRows, tableReaderOf } from './read-table.ts';
import type { Documents } from '../documents/document.ts';

/** A record as a whole, and what each of its pieces is by itself. */
export interface Mapping<Made> {
  readonly whole: () => Made;
  readonly parts: readonly (() => Made)[];
}

/** Reads the pieces of a record again, wherever they stand. */
export async function mappingOf<Made extends MappedRecord, Given>(
  chain: readonly Fragment[],
  settings: Given,
  { source, kind }: Intake<Made, Given>,
  pieces: Pieces,
): Promise<Mapping<Made>> {
  if (pieces.input(some(chain)[0]).kind === 'table') {
    const table = tableReaderOf(source);
    const parts: Rows[] = [];
    for (const piece of chain) parts.push(some(await pieces.rows(piece)));
    return mappingBy((rows: readonly Row[]) => mapRows(table, some(rows), settings, kind), parts);
  }
  const reader = documentReaderOf(source);
  const parts: Documents[] = [];
  for (const piece of chain) parts.push(await pieces.documents(piece));
  return mappingBy(
    (documents: Documents[number][]) => mapDocuments(reader, some(documents), settings, kind),
    parts,
  );
}

function mappingBy<Made, Item>(
  map: (items: Item[]) => Made,
  parts: readonly (readonly Item[])[],
): Mapping<Made> {
  return { whole: () => map(parts.flat()), parts: parts.map((part) => () => map([...part])) };
}

function some<Item>(items: readonly Item[]): readonly [Item, ...Item[]] {
  const [first, ...rest] = items;
  if (first === undefined) throw new RangeError('a piece of an input with nothing in it');
  return [first, ...rest];
}
