import { worded } from 'sequenzy-contract';
import { MappingNeeded, SourceError, type CatalogOptions } from 'sequenzy-sources';
import type { Io } from '../job/io.ts';
import { refusalOf } from './input-fetch.ts';
import type { InputDecisions, OpenFormat } from '../job/decisions.ts';

/** What the user says of the format, in options or as an answer. */
export type Chosen = Pick<CatalogOptions, 'from' | 'mapping'>;

/** Opens an input as it was chosen; where that is open, asks and opens it again. */
export type OpenWith<Opened> = (chosen: Chosen) => Promise<Opened>;

/** @throws {UserError} for what is wrong with an input. */
export async function openChosen<Opened>(
  io: Io,
  openWith: OpenWith<Opened>,
  { chosen = {}, decide }: { readonly chosen?: Chosen; readonly decide: InputDecisions },
): Promise<Opened> {
  try {
    return await openWith(chosen);
  } catch (error) {
    io.interruption.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    const answer = await answerTo(error, decide, io);
    if (answer === undefined) throw refusalOf(error);
    return openChosen(io, openWith, { chosen: { ...chosen, ...answer }, decide });
  }
}

async function answerTo(
  error: SourceError,
  { chooseSource, acceptMapping }: InputDecisions,
  io: Io,
): Promise<Chosen | undefined> {
  if (error instanceof MappingNeeded) {
    const { mapping, problems } = error.proposal;
    const answer = await acceptMapping?.(error.proposal);
    if (typeof answer === 'object') return { mapping: answer };
    return answer === true && problems.length === 0 ? { mapping } : undefined;
  }
  const from = error.code === 'ambiguous' ? await chooseSource?.(questionOf(error, io)) : undefined;
  return from === undefined ? undefined : { from };
}

function questionOf({ file = '', problem, candidates }: SourceError, { wording }: Io): OpenFormat {
  return {
    file,
    problem: `${file === '' ? '' : `${file}: `}${worded(problem, wording)}.`,
    candidates,
  };
}
