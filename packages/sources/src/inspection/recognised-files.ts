import type { CatalogOptions } from '../kinds/products/catalog.ts';
import type { ReadingOptions } from '../reading/reading-options.ts';
import type { TextFile } from '../input/text-file.ts';
import { inputTexts } from '../reading/input-texts.ts';
import { recogniseAll } from '../reading/recognise-all.ts';
import type { HomeMade } from '../reading/home-made.ts';
import { decimalOf } from '../reading/option-values.ts';
import type { Format } from '../reading/format.ts';
import { Workspace } from '../spool/workspace.ts';
import type { Unusable } from '../faults/unusable.ts';
import type { Check } from './checks/check.ts';
import type { InspectedTables } from './examined.ts';

/** What files are inspected as. */
interface Kind<Found extends Format> {
  /** In the order in which they are tried. */
  readonly sources: readonly Found[];
  readonly unusable: readonly Unusable[];
  readonly checks: readonly Check[];
  readonly homeMade?: HomeMade<Found>;
}

/** Files in a workspace, and those of them that are tables. */
export interface RecognisedFiles<Found extends Format> {
  readonly source: Found;
  readonly texts: readonly TextFile[];
  readonly workspace: Workspace;
  readonly inspected: InspectedTables;
}

/** @throws {SourceError} One is unreadable or not recognised. */
export async function recognisedFiles<Found extends Format>(
  files: readonly string[],
  options: ReadingOptions & Pick<CatalogOptions, 'decimal'>,
  { sources, unusable, checks, homeMade }: Kind<Found>,
): Promise<RecognisedFiles<Found>> {
  const decimal = decimalOf(options.decimal);
  const workspace = await Workspace.create(options.tempFolder);
  return workspace.around(async () => {
    const texts = await inputTexts(files, options, workspace);
    const surroundings = { workspace, unusable, homeMade };
    const { source, inputs } = await recogniseAll(texts, sources, options, surroundings);
    const tables = inputs.filter((input) => input.kind === 'table');
    const { signal, wording } = options;
    const reader = source.table;
    const inspected = { source, reader, checks, tables, workspace, signal, decimal, wording };
    return { source, texts, workspace, inspected };
  });
}
