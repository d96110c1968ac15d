import { classMark, joined, worded, type Words, option, say } from 'sequenzy-contract';
import { readRows } from '../containers/csv/parse.ts';
import { CsvSyntaxError } from '../containers/csv/place.ts';
import { describeSyntaxError } from '../containers/csv/syntax-error.ts';
import type { DelimitedText } from '../containers/csv/separator-line.ts';
import { SourceError } from '../faults/source-error.ts';
import { Column } from '../mapping/evidence/column.ts';
import { isDataRow } from '../mapping/evidence/data-row.ts';
import type { TextFile } from '../input/text-file.ts';
import type { Mapping } from '../mapping/language/mapping.ts';
import type { MemberSuggestion } from '../mapping/propose/members.ts';
import type { Problem, Proposal, Suggestion } from '../mapping/propose/proposal.ts';
import { placedNames } from '../mapping/language/position-names.ts';
import { usesIn } from '../mapping/propose/uses.ts';
import { listed } from '../text/listed.ts';
import type { Flattened } from '../containers/xml/flatten.ts';
import type { Format } from './format.ts';

/** How files are read that no platform has written. */
export interface HomeMade<Found extends Format = Format> {
  /** The reader of the API's own files behind a mapping. */
  behind(mapping: Mapping): Found;
  suggest(columns: readonly Column[]): Suggestion;
  /** How the members of a list of variants are read; undefined where that is open. Absent: there are none. */
  readonly suggestMembers?: (columns: readonly Column[]) => MemberSuggestion | undefined;
  /** By what stands in the cells alone, where no heading names a column. Absent: they say too little. */
  readonly suggestByCells?: (columns: readonly Column[]) => Suggestion;
  /** Whether members of lists in JSON documents are parts of a record: the lines of an order. */
  readonly readsLists: boolean;
  /** The currency that the user says. */
  readonly currency: string | undefined;
}

/** Name of the sources that are made for a mapping. */
export const homeMadeName = 'home-made';

/** A file could be read by a mapping, if the user says so. */
export class MappingNeeded extends SourceError {
  static override readonly [classMark]: string = 'MappingNeeded';
  readonly proposal: Proposal;

  constructor(proposal: Proposal) {
    const { file, problems } = proposal;
    super(
      problems.length === 0
        ? 'this is not an export that is known. Its columns can be read by the mapping that is proposed'
        : `this is not an export that is known, and its columns leave something open: ${problems.map(({ problem }) => problem).join('; ')}`,
      { code: 'mapping-needed', file, nextStep: nextStepOf(problems) },
    );
    this.proposal = proposal;
  }
}

function nextStepOf(problems: readonly Problem[]): Words {
  return problems.length === 0
    ? say`Accept it with ${option('map', 'auto')}, or give a mapping of your own with ${option('map')}.`
    : joined(
        [...new Map(problems.map(({ advice }) => [worded(advice), advice])).values()].flatMap(
          (advice, at) => [at === 0 ? '' : ' ', advice],
        ),
      );
}

/** Rows that are looked at. */
export const mostRows = 10_000;

/** Proposes how a table is read; undefined where its columns do not speak of such records. */
export async function proposeTable(
  table: DelimitedText,
  names: readonly string[],
  homeMade: HomeMade,
): Promise<Proposal | undefined> {
  const seen = await lookAt(table, names, false);
  return proposalOf(table, seen, homeMade, (columns) => homeMade.suggest(columns));
}

/** Proposes how the rows of an XML text are read. */
export async function proposeElements(
  { text, names }: Flattened,
  element: string,
  homeMade: HomeMade,
): Promise<Proposal | undefined> {
  const table = { text, delimiter: ',' } as const;
  const seen = await lookAt(table, ['', ...names], true);
  const proposal = proposalOf(table, seen, homeMade, (columns) => homeMade.suggest(columns));
  return proposal && { ...proposal, mapping: { ...proposal.mapping, documents: element } };
}

/**
 * Proposes how a table is read whose columns have no headings.
 *
 * @param line Its first line; where that is data, it has names by their place.
 */
export async function proposeHeadless(
  table: DelimitedText,
  line: { readonly cells: readonly string[]; readonly names: readonly string[] },
  homeMade: HomeMade,
): Promise<Proposal | undefined> {
  const { suggestByCells } = homeMade;
  if (suggestByCells === undefined) return undefined;
  const isNamed = line.cells === line.names;
  const below = await lookAt(table, line.names, false);
  if (!isNamed && !isDataRow(line.cells, below.columns)) return undefined;
  const seen = isNamed ? below : await lookAt(table, line.names, true);
  return proposalOf(table, seen, homeMade, suggestByCells);
}

function proposalOf(
  { text }: DelimitedText,
  { columns, rows, isWhole }: Seen,
  homeMade: HomeMade,
  suggest: HomeMade['suggest'],
): Proposal | undefined {
  const own = columns.filter(
    ({ name, heading, filled }) => name !== '' && (heading !== '' || filled > 0),
  );
  const { mapping, problems, notes, isLikely } = suggest(own);
  if (!isLikely) return undefined;
  const uses = usesIn(mapping, homeMade.currency);
  const shown = own.map(({ name, samples }) => ({ name, samples, uses: uses.get(name) ?? [] }));
  return { file: text.name, mapping, problems, notes, rows, isWhole, columns: shown };
}

/** The first rows of a table by columns. */
interface Seen {
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly isWhole: boolean;
}

/** Shows the first rows to the columns. */
async function lookAt(
  { text, delimiter }: DelimitedText,
  names: readonly string[],
  isHeadless: boolean,
): Promise<Seen> {
  const headings = names.map((name) => name.trim());
  const columns = placedNames(headings).map((name, at) => new Column(name, headings[at]));
  let rows = 0;
  let isHeaderNext = !isHeadless;
  try {
    for await (const batch of readRows(text, delimiter)) {
      for (const { cells } of isHeaderNext ? batch.slice(1) : batch) {
        if (rows === mostRows) return { columns, rows, isWhole: false };
        rows += 1;
        if (!isHeadless && text.sheet === undefined && hasMore(cells, names)) continue;
        for (const [index, column] of columns.entries()) column.add(cells[index] ?? '');
      }
      isHeaderNext &&= batch.length === 0;
    }
    return { columns, rows, isWhole: true };
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    throw await describeSyntaxError(error, text, delimiter, names);
  }
}

/** A row with values behind the last column says nothing of what the columns hold. */
function hasMore(cells: readonly string[], names: readonly string[]): boolean {
  return cells.slice(names.length).some((cell) => cell.trim() !== '');
}

/** A column that a mapping names and a file does not have. */
export function absentColumn(
  column: string,
  { name, line }: Pick<TextFile, 'name' | 'line'>,
  names: readonly string[],
): SourceError {
  return new SourceError(`there is no column "${column}", which the mapping names`, {
    code: 'bad-option',
    file: name,
    line,
    nextStep: `The columns are: ${listed(placedNames(names).map((one) => one.trim()))}.`,
  });
}
