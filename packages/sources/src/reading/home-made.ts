import { joined, worded, type Words, option, say } from 'sequenzy-contract';
import { readRows } from '../containers/csv/parse.ts';
import { CsvSyntaxError } from '../containers/csv/place.ts';
import { describeSyntaxError } from '../containers/csv/syntax-error.ts';
import type { DelimitedText } from '../containers/csv/separator-line.ts';
import { SourceError } from '../faults/source-error.ts';
import { Column } from '../mapping/evidence/column.ts';
import type { TextFile } from '../input/text-file.ts';
import type { Mapping } from '../mapping/language/mapping.ts';
import type { Problem, Proposal, Suggestion } from '../mapping/propose/proposal.ts';
import { usesIn } from '../mapping/propose/uses.ts';
import { listed } from '../text/listed.ts';
import type { Format } from './format.ts';

/** How files are read that no platform has written. */
export interface HomeMade<Found extends Format = Format> {
  /** The reader of the API's own files behind a mapping. */
  behind(mapping: Mapping): Found;
  suggest(columns: readonly Column[]): Suggestion;
  /** Whether members of lists in JSON documents are parts of a record: the lines of an order. */
  readonly readsLists: boolean;
  /** The currency that the user says. */
  readonly currency: string | undefined;
}

/** Name of the sources that are made for a mapping. */
export const homeMadeName = 'home-made';

/** A file could be read by a mapping, if the user says so. */
export class MappingNeeded extends SourceError {
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
  { text, delimiter }: DelimitedText,
  names: readonly string[],
  homeMade: HomeMade,
): Promise<Proposal | undefined> {
  const columns = names.map((name) => new Column(name.trim()));
  const { rows, isWhole } = await lookAt({ text, delimiter }, names, columns);
  const own = columns.filter(({ name }) => name !== '');
  const { mapping, problems, notes, isLikely } = homeMade.suggest(own);
  if (!isLikely) return undefined;
  const uses = usesIn(mapping, homeMade.currency);
  const shown = own.map(({ name, samples }) => ({ name, samples, uses: uses.get(name) ?? [] }));
  return { file: text.name, mapping, problems, notes, rows, isWhole, columns: shown };
}

/** Shows the first rows to the columns. */
async function lookAt(
  { text, delimiter }: DelimitedText,
  names: readonly string[],
  columns: readonly Column[],
): Promise<{ readonly rows: number; readonly isWhole: boolean }> {
  let rows = 0;
  let isHeaderNext = true;
  try {
    for await (const batch of readRows(text, delimiter)) {
      for (const { cells } of isHeaderNext ? batch.slice(1) : batch) {
        if (rows === mostRows) return { rows, isWhole: false };
        rows += 1;
        for (const [index, column] of columns.entries()) column.add(cells[index] ?? '');
      }
      isHeaderNext &&= batch.length === 0;
    }
    return { rows, isWhole: true };
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    throw await describeSyntaxError(error, text, delimiter, names);
  }
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
    nextStep: `The columns are: ${listed(names.map((one) => one.trim()))}.`,
  });
}
