import { readTextFiles } from '../input/text-files.ts';
import type { InputOptions } from '../input-options.ts';
import { products } from '../product/kind.ts';
import { recogniseAll } from '../reading/recognise-all.ts';
import { listSources } from '../registry.ts';
import { Workspace } from '../spool/workspace.ts';
import { TableInspection, type Inspection } from './inspection.ts';

/**
 * Looks product files over for what spreadsheets and editors do to them: ids in scientific notation, lost zeros, codes
 * that became dates, text in a wrong encoding, and the like. Nothing is mapped or checked against the API. Documents in
 * JSON pass, because no spreadsheet writes them.
 *
 * @param files Paths or `https:` addresses; `-` is standard input. All of one format.
 * @throws {SourceError} The input cannot be used as a whole: unreadable, not recognised, not CSV.
 *
 * @example
 * const inspection = await inspectCatalog(['products.csv']);
 * for await (const { line, column, value, problem, repair } of inspection.findings())
 *   console.log(line, column, value, problem, repair);
 * await inspection.close();
 */
export async function inspectCatalog(
  files: readonly string[],
  options: InputOptions = {},
): Promise<Inspection> {
  const workspace = await Workspace.create(options.tempFolder);
  return workspace.around(async () => {
    const texts = await readTextFiles(files, options, workspace);
    const { unusable } = products;
    const surroundings = { workspace, unusable };
    const { source, inputs } = await recogniseAll(texts, listSources(), options, surroundings);
    const tables = inputs.filter((input) => input.kind === 'table');
    return new TableInspection({ source, reader: source.table, tables, workspace });
  });
}
