import type { Catalog, CatalogOptions } from './catalog.ts';
import { SourceError } from './errors.ts';
import { readTextFile, type TextFile } from './input/text-file.ts';
import { Families } from './reading/families.ts';
import { gatherSplitProducts } from './reading/gather.ts';
import type { Input } from './reading/inputs.ts';
import { Intake } from './reading/intake.ts';
import { Pieces } from './reading/pieces.ts';
import { readAllDocuments } from './reading/read-documents.ts';
import { readTable } from './reading/read-table.ts';
import { recogniseAll, type RecognisedInputs } from './reading/recognise-all.ts';
import { settingsFor } from './reading/settings.ts';
import { SpooledCatalog } from './reading/spooled-catalog.ts';
import { listSources } from './registry.ts';
import type { Source } from './source.ts';
import { LineWriter } from './spool/lines.ts';
import { Workspace } from './spool/workspace.ts';

/**
 * Opens product files, recognises the format, reads everything once to its end, and gives back a catalog that can be
 * gone through as often as needed in constant memory. What is read lies in a private temporary folder until
 * {@link Catalog.close}.
 *
 * @param files Paths; `-` is standard input. CSV, TSV, JSON or NDJSON, each also gzipped; all of one format.
 * @throws {SourceError} The input cannot be used as a whole: unreadable, not recognised, shifted rows, a price without
 * a currency, an option that makes no sense. One record's faults are no error.
 *
 * @example
 * const catalog = await openCatalog(['products.csv'], { currency: 'USD' });
 * for await (const { product, faults, line } of catalog.records()) {
 *   if (product === undefined) console.error(line, faults);
 * }
 * await catalog.close();
 */
export function openCatalog(
  files: readonly string[],
  options: CatalogOptions = {},
): Promise<Catalog> {
  return openWith(listSources(), files, options);
}

/** The same with sources of one's own, in the order in which they are tried. */
export async function openWith(
  sources: readonly Source[],
  files: readonly string[],
  options: CatalogOptions,
): Promise<Catalog> {
  refuseNoFiles(files);
  const workspace = await Workspace.create(options.tempFolder);
  try {
    const texts = await readTextFiles(files, options, workspace);
    const recognised = await recogniseAll(texts, sources, options, workspace);
    return await readAll(recognised, texts, options, workspace);
  } catch (error) {
    await workspace.remove();
    throw error;
  }
}

async function readTextFiles(
  files: readonly string[],
  { stdin = process.stdin, signal }: CatalogOptions,
  workspace: Workspace,
): Promise<TextFile[]> {
  const texts: TextFile[] = [];
  for (const file of files) texts.push(await readTextFile(file, { stdin, workspace, signal }));
  return texts;
}

async function readAll(
  { source, inputs }: RecognisedInputs,
  texts: readonly TextFile[],
  options: CatalogOptions,
  workspace: Workspace,
): Promise<Catalog> {
  const settings = settingsFor(source, options);
  const spool = workspace.newFile('records');
  const writer = await LineWriter.create(spool);
  const intake = new Intake(source, writer, options.signal);
  const pieces = new Pieces(inputs);
  try {
    const families = await familiesAmong(source, inputs);
    for (const [file, input] of inputs.entries()) {
      if (input.kind === 'table') await readTable(input, file, settings, families, intake);
      else await readAllDocuments(input, file, settings, intake);
    }
    await gatherSplitProducts(settings, intake, pieces);
  } catch (error) {
    await pieces.close();
    throw error;
  } finally {
    await writer.close();
  }
  return new SpooledCatalog({
    files: texts.map(({ name }) => name),
    source,
    warnings: [...encodingWarnings(texts), ...intake.tally.warnings(source)],
    intake,
    pieces,
    workspace,
    spool,
  });
}

/** Files are of one kind, as {@link recogniseAll} has seen to. */
function familiesAmong(source: Source, inputs: readonly Input[]): Promise<Families> {
  const tables = inputs.filter((input) => input.kind === 'table');
  return source.table === undefined || tables.length === 0
    ? Promise.resolve(new Families())
    : Families.among(tables, source.table);
}

function refuseNoFiles(files: readonly string[]): void {
  const repeated = files.find((file, index) => files.indexOf(file) !== index);
  if (files.length > 0 && repeated === undefined) return;
  throw new SourceError(
    repeated === undefined ? 'no file was named' : `"${repeated}" is named twice`,
    { code: 'bad-option', nextStep: 'Name each file once; - is standard input.' },
  );
}

function encodingWarnings(texts: readonly TextFile[]): string[] {
  return texts
    .filter(({ encoding }) => encoding === 'windows-1252')
    .map(({ name }) => `${name} is not UTF-8; it was read as Windows-1252.`);
}
