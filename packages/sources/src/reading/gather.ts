import type { MappedRecord } from '../source.ts';
import type { Intake } from './intake.ts';
import { mappingOf } from './mapping-again.ts';
import type { Pieces } from './pieces.ts';

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
    const chain = fragments.chain(ordinal);
    const { whole, parts } = await mappingOf(chain, settings, intake, pieces);
    intake.replace(ordinal, whole(), parts);
    const [first] = chain;
    const isTable = first !== undefined && pieces.input(first).kind === 'table';
    // Documents of one record stand apart by nature.
    if (isTable) intake.tally.split += 1;
    await intake.drain();
  }
}

/**
 * Maps again what had amounts and no currency, as long as another file could say it, and does not.
 *
 * @throws {SourceError} There is such a record.
 */
export async function refuseUndecided<Made extends MappedRecord, Given>(
  settings: Given,
  intake: Intake<Made, Given>,
  pieces: Pieces,
): Promise<void> {
  const { fragments } = intake;
  for (const ordinal of intake.undecided()) {
    if (fragments.isSuperseded(ordinal)) continue;
    const { whole } = await mappingOf(fragments.chain(ordinal), settings, intake, pieces);
    whole();
  }
}
