import { worded, type Words } from 'sequenzy-contract';
import type { RecordFault } from '../faults/record-fault.ts';
import { SourceError } from '../faults/source-error.ts';
import type { ReadingOptions } from './reading-options.ts';
import { declaredName } from '../input/encoding.ts';
import type { TextFile } from '../input/text-file.ts';
import { LineWriter } from '../spool/lines.ts';
import { Workspace } from '../spool/workspace.ts';
import { Families } from './families.ts';
import type { HomeMade } from './home-made.ts';
import { gatherSplitRecords, rejectUndecided, resolveVersions } from './gather.ts';
import { IgnoredColumns } from './ignored-columns.ts';
import { inputTexts } from './input-texts.ts';
import { Intake } from './intake.ts';
import { Pieces } from './pieces.ts';
import { readAllDocuments } from './read-documents.ts';
import { readTable } from './read-table.ts';
import { recogniseAll, type RecognisedInputs } from './recognise-all.ts';
import type { ShiftedRows } from './shifted-rows.ts';
import { SheetPlaces } from './sheet-places.ts';
import { SpooledRecords } from './spooled-records.ts';
import type { RecordTypes, SourceOf, RecordKind, UnreadWatch } from './record-kind.ts';

/** Which files to read, and as what. */
export interface Reading<Kind extends RecordTypes> {
  readonly kind: RecordKind<Kind>;
  /** In the order in which they are tried. */
  readonly sources: readonly SourceOf<Kind>[];
  readonly files: readonly string[];
  readonly options: ReadingOptions;
  /** Reads what no platform has written. */
  readonly homeMade?: HomeMade<SourceOf<Kind>>;
  /** Watches what is not read. Made anew for each reading. */
  readonly unread?: () => UnreadWatch;
  /** Checks the options against what the source can do. */
  settingsFor(source: SourceOf<Kind>): Kind['settings'] | Promise<Kind['settings']>;
}

/**
 * Recognises the format and reads everything once to its end into a private temporary folder.
 *
 * @throws {SourceError} The input cannot be used as a whole.
 */
export async function readFiles<Kind extends RecordTypes>(
  reading: Reading<Kind>,
): Promise<SpooledRecords<Kind>> {
  const { files, options } = reading;
  const workspace = await Workspace.create(options.tempFolder);
  return workspace.around(async () => {
    const texts = await inputTexts(files, options, workspace);
    return readTexts(reading, texts, workspace);
  });
}

/** The same with files that are in the workspace already, which is the records' from then on. */
export async function readTexts<Kind extends RecordTypes>(
  reading: Reading<Kind>,
  texts: readonly TextFile[],
  workspace: Workspace,
): Promise<SpooledRecords<Kind>> {
  const { sources, options, kind } = reading;
  const surroundings = { workspace, unusable: kind.unusable, homeMade: reading.homeMade };
  const recognised = await new SheetPlaces(texts.map((text) => ({ text }))).around(() =>
    recogniseAll(texts, sources, options, surroundings),
  );
  const sheets = new SheetPlaces(recognised.inputs);
  return sheets.around(() => readAll(reading, recognised, { texts, workspace, sheets }));
}

interface Surroundings {
  readonly texts: readonly TextFile[];
  readonly workspace: Workspace;
  readonly sheets: SheetPlaces;
}

async function readAll<Kind extends RecordTypes>(
  reading: Reading<Kind>,
  { source, inputs, recognition, warnings, proposal }: RecognisedInputs<SourceOf<Kind>>,
  { texts, workspace, sheets }: Surroundings,
): Promise<SpooledRecords<Kind>> {
  const settings = await reading.settingsFor(source);
  const spool = workspace.newFile('records');
  const writer = await LineWriter.create(spool);
  const names = texts.map(({ name }) => name);
  const intake = new Intake(reading.kind, source, writer, {
    files: names,
    signal: reading.options.signal,
    onRows: reading.options.onRows,
    unread: reading.unread?.(),
    ignored: new IgnoredColumns(reading.options.ignoreColumns, inputs),
    wording: reading.options.wording,
  });
  const pieces = new Pieces(inputs);
  try {
    const families = await Families.among(inputs, source);
    const shifted: ShiftedRows[] = [];
    for (const [file, input] of inputs.entries()) {
      if (input.kind === 'table') {
        shifted.push(await readTable(input, file, settings, families, intake));
      } else await readAllDocuments(input, file, settings, families, intake);
    }
    const areParts = families.areSome || intake.fragments.hasChains;
    for (const rows of shifted) rows.refuse(areParts);
    if (areParts) refuseLostPart(intake.firstUnread);
    intake.ignored.refuseAbsent();
    intake.unread?.refuse(source);
    intake.forgetLast();
    await gatherSplitRecords(settings, intake, pieces);
    await rejectUndecided(settings, intake, pieces);
    await resolveVersions(settings, intake, pieces);
  } catch (error) {
    await pieces.close();
    throw error;
  } finally {
    await writer.close();
  }
  return new SpooledRecords({
    files: names,
    source,
    recognition,
    proposal,
    warnings: sentences(reading.options, [
      ...texts.flatMap(({ remarks = [] }) => remarks),
      ...encodingWarnings(texts),
      ...warnings,
      ...intake.tally.warnings(source),
      ...intake.overwrittenWarnings(),
      ...intake.pages.warnings(intake.tally.rows, reading.kind.noun),
    ]),
    intake,
    pieces,
    sheets,
    workspace,
    spool,
  });
}

/**
 * Refuses an input whose records have parts that stand apart, as soon as one part cannot be read: it can belong to any
 * record, which would be sent without it.
 *
 * @throws {SourceError}
 */
function refuseLostPart(unread: RecordFault | undefined): void {
  if (unread === undefined) return;
  const { message, file, line } = unread;
  throw new SourceError(`${message}, and may be a part of any other record of the input`, {
    code: 'damaged',
    ...(file !== undefined && { file }),
    line,
    nextStep:
      'Nothing was used, so that no record loses a part. Export again, or take out this line and the record it belongs to.',
  });
}

/** As the reader knows the options. */
function sentences({ wording }: ReadingOptions, warnings: readonly Words[]): string[] {
  return warnings.map((words) => worded(words, wording));
}

function encodingWarnings(texts: readonly TextFile[]): string[] {
  return texts
    .filter(
      ({ encoding, head }) => !encoding.startsWith('utf-') && declaredName(head) === undefined,
    )
    .map(({ name, encoding, head }) => {
      const [word] = /[\p{L}\d]*[^\s\p{ASCII}]+[\p{L}\d]*/u.exec(head) ?? [];
      const check =
        word === undefined ? '' : ` If "${word}" is not what it should say, save it as UTF-8.`;
      return `${name} is not UTF-8; it was read as ${encoding.replace('windows', 'Windows')}.${check}`;
    });
}
