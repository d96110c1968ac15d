import { option, say } from 'sequenzy-contract';
import { placedNames } from '../mapping/language/position-names.ts';
import { SourceError } from '../faults/source-error.ts';
import type { ReadingOptions } from './reading-options.ts';
import type { TextFile } from '../input/text-file.ts';
import type { Format } from './format.ts';
import type { Workspace } from '../spool/workspace.ts';
import type { ColumnOptions } from '../table/columns.ts';
import { layOut, type Layout } from '../table/header.ts';
import { listed } from '../text/listed.ts';
import type { Proposal } from '../mapping/propose/proposal.ts';
import type { Unusable } from '../faults/unusable.ts';
import { bestOf, fitting, tableMisses, unknownFormat, type Candidate } from './candidates.ts';
import { headerLines, headlessLine, type HeaderChoice, type HeaderLine } from './header-lines.ts';
import {
  absentColumn,
  homeMadeName,
  MappingNeeded,
  proposeHeadless,
  proposeTable,
  type HomeMade,
} from './home-made.ts';
import type { Input, TableInput } from './inputs.ts';
import { recognisedTable, type Recognition } from './recognition.ts';
import { knownUnusable } from './unusable.ts';
import { isForcedBy, missingColumn, refuseBadLayout, saysFormat } from './mapping-options.ts';

/** An input and the source that reads it. */
export interface Recognised<Found extends Format> {
  readonly source: Found;
  readonly input: Input;
  readonly recognition: Recognition;
  /** What the user should know of how it was recognised. */
  readonly warnings: readonly string[];
  /** How its columns are read, where no platform has written it. */
  readonly proposal?: Proposal;
}

/** What recognising needs besides the text. */
export interface Surroundings<Found extends Format = Format> {
  readonly workspace: Workspace;
  /** Files that are known and of no use. */
  readonly unusable: readonly Unusable[];
  /** Absent: what no platform has written is not read. */
  readonly homeMade?: HomeMade<Found> | undefined;
}

/** What the columns of a table are compared with. */
export interface Known<Found extends Format> {
  readonly sources: readonly Found[];
  readonly options: ReadingOptions;
  readonly unusable: readonly Unusable[];
  readonly homeMade?: HomeMade<Found> | undefined;
}

type Table = Omit<TableInput, 'kind' | 'layout'> & { readonly isHeadless?: boolean };

/**
 * Finds the source of a CSV text, and the line that holds its columns.
 *
 * @throws {SourceError} As {@link recognise}.
 */
export async function recogniseCsv<Found extends Format>(
  text: TextFile,
  known: Known<Found>,
): Promise<Recognised<Found>> {
  let refusal: SourceError | undefined;
  let isOfComment = true;
  const lines: HeaderLine[] = [];
  const { mapping } = known.options;
  const choice = typeof mapping === 'object' ? mapping : {};
  for await (const line of headerLines(text, choice)) {
    const { table, names, isHeadless, isComment, warnings } = line;
    const found = recogniseTable({ ...table, isFlattened: false, isHeadless }, names, known);
    if (!(found instanceof SourceError)) return { ...found, warnings };
    // What is missing is said of the line where columns would stand; a report that is known can have titles above.
    const isFirst = isOfComment || (found.code === 'unusable' && refusal?.code !== 'unusable');
    if (isFirst) [refusal, isOfComment] = [found, isComment];
    lines.push(line);
  }
  if (refusal === undefined) throw noHeader(text.name, choice);
  const [first] = lines;
  const isUnknown = refusal.code === 'unknown-format';
  const made = isUnknown ? await recogniseHomeMade(lines, known) : undefined;
  if (made !== undefined) return made;
  throw first !== undefined && refusal.code === 'unknown-format' && isData(first.names)
    ? noHeadings(text, first.names)
    : refusal;
}

/** Numbers stand below headings. */
function isData(names: readonly string[]): boolean {
  return names.some((name) => /^\s*[\p{Sc}+-]?\s?\d[\d.,]*\s?\p{Sc}?\s*$/u.test(name));
}

function noHeadings({ name, line }: TextFile, names: readonly string[]): SourceError {
  return new SourceError(
    `the first line is data (${listed(names)}), and nothing names the columns`,
    {
      code: 'unknown-format',
      file: name,
      line,
      nextStep: say`Add a line of headings above it, such as id,title,price,stock, or name the columns by their number in a mapping with "header": "none", and pass it with ${option('map')}.`,
    },
  );
}

function noHeader(file: string, { header = 1 }: HeaderChoice): SourceError {
  return new SourceError(
    header === 'none'
      ? 'the mapping skips every line'
      : `there is no line ${String(header)}, where the mapping says the columns are`,
    {
      code: 'bad-option',
      file,
      nextStep: `Correct "${header === 'none' ? 'skip' : 'header'}" in the mapping.`,
    },
  );
}

/**
 * Proposes how a file is read that no platform has written, where the user has not said anything of its format.
 *
 * @throws {MappingNeeded} The proposal leaves something open, or nobody has accepted it yet.
 */
async function recogniseHomeMade<Found extends Format>(
  lines: readonly HeaderLine[],
  { options, unusable, homeMade }: Known<Found>,
): Promise<Recognised<Found> | undefined> {
  const { mapping } = options;
  if (homeMade === undefined || saysFormat(options)) return undefined;
  for (const line of lines) {
    const proposal = await proposeTable(line.table, line.names, homeMade);
    if (proposal !== undefined) return accepted(line, proposal, homeMade);
  }
  const [first] = lines;
  if (first === undefined) return undefined;
  const line = headlessLine(first.table, first.names);
  const headless = { cells: first.names, names: line.names };
  const proposal = await proposeHeadless(line.table, headless, homeMade);
  return proposal === undefined ? undefined : accepted(line, proposal, homeMade);

  function accepted(
    { table, names, isHeadless, warnings }: HeaderLine,
    proposal: Proposal,
    source: HomeMade<Found>,
  ): Recognised<Found> {
    if (mapping !== 'auto' || proposal.problems.length > 0) throw new MappingNeeded(proposal);
    const sources = [source.behind(proposal.mapping)];
    const found = recogniseTable({ ...table, isFlattened: false, isHeadless }, names, {
      sources,
      options,
      unusable,
    });
    if (found instanceof SourceError) throw found;
    return { ...found, warnings, proposal };
  }
}

/** Gives back why no source can read it. */
export function recogniseTable<Found extends Format>(
  { isHeadless = false, ...table }: Table,
  names: readonly string[],
  { sources, options, unusable }: Known<Found>,
): Omit<Recognised<Found>, 'warnings'> | SourceError {
  const file = table.text.name;
  const { mappingName } = options;
  const isForced = isForcedBy(options);
  const absent = missingColumn(names, options);
  if (absent !== undefined) return noColumn(absent, table.text, names);
  const candidates: (Candidate<Found> & { readonly layout: Layout })[] = [];
  for (const source of sources) {
    if (source.table === undefined) continue;
    const { columns } = source.table;
    const layout = {
      ...layOut(
        file,
        source.name === homeMadeName ? placedNames(names) : names,
        columns,
        columnOptionsFor(source, options),
      ),
      ...(isHeadless && { isHeadless }),
    };
    candidates.push({ source, layout, ...tableMisses(layout, columns, isForced) });
  }
  const behindMapping = candidates.find(({ source }) => source.name === homeMadeName);
  const [column] = behindMapping?.layout.missing ?? [];
  if (column !== undefined) return absentColumn(column, table.text, names);
  const best = bestOf(file, fitting(candidates, options));
  if (best === undefined) {
    const tables = unusable.filter(({ columns: own }) => own.length > 1);
    return knownUnusable(file, names, tables) ?? unknownFormat(file, candidates, isForced, names);
  }
  refuseBadLayout(best.layout, best.source, options);
  const { source, layout } = best;
  const recognition = {
    ...recognisedTable(layout, source.table?.columns, isForced),
    ...(mappingName !== undefined && { mapping: mappingName }),
    ...(table.text.sheet !== undefined && { sheet: table.text.sheet }),
  };
  return { source, recognition, input: { kind: 'table', layout, ...table } };
}

function noColumn(column: string, { name, line }: TextFile, names: readonly string[]): SourceError {
  return new SourceError(`there is no column "${column}"`, {
    code: 'bad-option',
    file: name,
    line,
    nextStep: `The columns are: ${listed(names)}.`,
  });
}

function columnOptionsFor(
  source: Format,
  { map = {}, idFrom, ignoreColumns: ignored = [] }: ReadingOptions,
): ColumnOptions {
  const field = source.table?.idField;
  return idFrom === undefined || field === undefined
    ? { map, ignored }
    : { map, ignored, extra: { column: idFrom, field } };
}
