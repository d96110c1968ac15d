import type { TableInspection } from 'sequenzy-sources';
import type { Io } from '../../job/io.ts';
import { orRefuse } from '../../input/open-input.ts';
import type { Damage, Repaired } from './damage.ts';
import { Findings } from './findings.ts';
import { atItsOrigin, refusal } from './fix-target.ts';
import { RepairedFile } from './repaired-file.ts';

export interface InspectChoice {
  readonly files: readonly string[];
  /** Where the repaired file goes. */
  readonly target: string | undefined;
  /** Findings of a kind to keep. */
  readonly mostFound?: number | undefined;
}

/**
 * Goes through every row, keeps what is found, and writes the repaired file.
 *
 * @param inspection Undefined where no file is read.
 * @throws {UserError} The input is not CSV throughout, or the repaired file cannot be written.
 */
export async function inspect(
  inspection: TableInspection | undefined,
  { files, target, mostFound = 20 }: InspectChoice,
  io: Io,
): Promise<Damage> {
  const findings = new Findings(mostFound);
  if (inspection === undefined || inspection.files.length === 0) {
    if (target !== undefined) throw refusal('only CSV is repaired, and this is JSON', atItsOrigin);
    return { findings, notInspected: files, repaired: undefined };
  }
  const file = target === undefined ? undefined : await RepairedFile.create(target, inspection);
  try {
    const repairs = await orRefuse(io, lookOver(inspection, findings, file));
    await file?.keep();
    return {
      findings,
      notInspected: [],
      repaired: target === undefined ? undefined : { file: target, ...repairs },
    };
  } catch (error) {
    await file?.discard();
    throw error;
  }
}

/** Gives back what was repaired. */
async function lookOver(
  inspection: TableInspection,
  findings: Findings,
  file: RepairedFile | undefined,
): Promise<Omit<Repaired, 'file'>> {
  let [repaired, leftOut] = [0, 0];
  for await (const { findings: some, cells, repairs, isLeftOut } of inspection.rows()) {
    for (const finding of some) findings.add(finding);
    repaired += repairs;
    if (isLeftOut) leftOut += 1;
    else await file?.add(cells);
  }
  return { cells: repaired, rows: leftOut };
}
