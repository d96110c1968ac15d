import type { MappedRecord } from './format.ts';
import type { Intake } from './intake.ts';
import { mappingOf } from './mapping-again.ts';
import type { Pieces } from './pieces.ts';

/**
 * Takes one of several records with the same key for all of them. They are read again, since nothing was kept of those
 * that are skipped: an order that failed later is not a sale.
 */
export async function resolveVersions<Made extends MappedRecord, Given>(
  settings: Given,
  intake: Intake<Made, Given>,
  pieces: Pieces,
): Promise<void> {
  const { fragments, kind } = intake;
  if (kind.resolve === undefined) return;
  for (const ordinals of intake.versions.take()) {
    const versions: { readonly ordinal: number; readonly made: Made }[] = [];
    for (const ordinal of ordinals.filter((one) => !fragments.isSuperseded(one))) {
      const chain = fragments.chain(ordinal);
      const [first] = chain;
      const { whole } = await mappingOf(chain, settings, intake, pieces);
      if (first !== undefined) {
        versions.push({ ordinal, made: intake.withoutCurrency(whole, first) });
      }
    }
    const [first, ...others] = versions.map(({ made }) => made);
    if (first === undefined || others.length === 0) continue;
    const { at, made } = kind.resolve([first, ...others]);
    intake.standIn(made, at, versions);
    await intake.drain();
  }
}
