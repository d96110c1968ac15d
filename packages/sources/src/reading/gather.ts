import type { Intake } from './intake.ts';
import type { Pieces } from './pieces.ts';
import type { Fragment } from '../spool/fragments.ts';
import type { Row, Rows } from '../table/row.ts';
import { documentReaderOf } from './read-documents.ts';
import { mapRows, tableReaderOf } from './read-table.ts';
import type { Documents } from '../documents/document.ts';
import { mapDocuments } from './mapped.ts';
import type { RecordTypes } from './record-kind.ts';

/**
 * Puts records together whose rows or documents do not stand together: a part of a product would delete the rest of its
 * variants, a part of an order the rest of its lines.
 */
export async function gatherSplitRecords<Kind extends RecordTypes>(
  settings: Kind['settings'],
  intake: Intake<Kind>,
  pieces: Pieces,
): Promise<void> {
  const { fragments } = intake;
  const read = fragments.count;
  for (let ordinal = 0; ordinal < read; ordinal += 1) {
    if (fragments.isSuperseded(ordinal) || !fragments.isContinued(ordinal)) continue;
    const chain = fragments.chain(ordinal);
    const { whole, parts } = await mappingOf(chain, settings, intake, pieces);
    const [first] = chain;
    if (first === undefined) continue;
    intake.replace(ordinal, intake.currencies.orRejected(whole, first), parts);
    const isTable = pieces.input(first).kind === 'table';
    // Documents of one record stand apart by nature.
    if (isTable) intake.tally.split += 1;
    await intake.drain();
  }
}

/**
 * Maps again what had amounts and no currency, and did not find one in another file: it is rejected where other records
 * have a currency.
 *
 * @throws {SourceError} No record has one.
 */
export async function rejectUndecided<Kind extends RecordTypes>(
  settings: Kind['settings'],
  intake: Intake<Kind>,
  pieces: Pieces,
): Promise<void> {
  const { fragments } = intake;
  for (const ordinal of intake.currencies.undecided()) {
    if (fragments.isSuperseded(ordinal)) continue;
    const chain = fragments.chain(ordinal);
    const { whole, parts } = await mappingOf(chain, settings, intake, pieces);
    const [first] = chain;
    if (first !== undefined) {
      intake.replace(ordinal, intake.currencies.orRejected(whole, first), parts);
      await intake.drain();
    }
  }
}

/** A record as a whole, and what each of its pieces is by itself. */
interface Mapping<Made> {
  readonly whole: () => Made;
  readonly parts: readonly (() => Made)[];
}

/** Reads the pieces of a record again, wherever they stand. */
async function mappingOf<Kind extends RecordTypes>(
  chain: readonly Fragment[],
  settings: Kind['settings'],
  { source, kind }: Intake<Kind>,
  pieces: Pieces,
): Promise<Mapping<Kind['mapped']>> {
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

/**
 * Takes one of several records with the same key for all of them. They are read again, since nothing was kept of those
 * that are skipped: an order that failed later is not a sale.
 */
export async function resolveVersions<Kind extends RecordTypes>(
  settings: Kind['settings'],
  intake: Intake<Kind>,
  pieces: Pieces,
): Promise<void> {
  const { fragments, kind } = intake;
  if (kind.resolve === undefined) return;
  for (const ordinals of intake.takeVersions()) {
    const versions: { readonly ordinal: number; readonly made: Kind['mapped'] }[] = [];
    for (const ordinal of ordinals.filter((one) => !fragments.isSuperseded(one))) {
      const chain = fragments.chain(ordinal);
      const [first] = chain;
      const { whole } = await mappingOf(chain, settings, intake, pieces);
      if (first !== undefined) {
        versions.push({ ordinal, made: intake.currencies.orRejected(whole, first) });
      }
    }
    const [first, ...others] = versions.map(({ made }) => made);
    if (first === undefined || others.length === 0) continue;
    const { at, made } = kind.resolve([first, ...others]);
    intake.standIn(made, at, versions);
    await intake.drain();
  }
}
