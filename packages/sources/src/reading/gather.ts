import type { MappedRecord } from './format.ts';
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
    const [first] = chain;
    if (first === undefined) continue;
    intake.replace(ordinal, intake.withoutCurrency(whole, first), parts);
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
export async function rejectUndecided<Made extends MappedRecord, Given>(
  settings: Given,
  intake: Intake<Made, Given>,
  pieces: Pieces,
): Promise<void> {
  const { fragments } = intake;
  for (const ordinal of intake.undecided()) {
    if (fragments.isSuperseded(ordinal)) continue;
    const chain = fragments.chain(ordinal);
    const { whole, parts } = await mappingOf(chain, settings, intake, pieces);
    const [first] = chain;
    if (first !== undefined) {
      intake.replace(ordinal, intake.withoutCurrency(whole, first), parts);
      await intake.drain();
    }
  }
}
