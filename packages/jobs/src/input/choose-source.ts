import { SourceError } from 'sequenzy-sources';
import type { Io } from '../job/io.ts';
import { refusalOf } from './input-fetch.ts';
import type { ChooseSource, OpenFormat } from '../job/decisions.ts';

/** Opens an input with the format that was named; where two fit and none is named, asks and opens it again. */
export type OpenWith<Opened> = (from: string | undefined) => Promise<Opened>;

/** @throws {UserError} for what is wrong with an input. */
export async function openChosen<Opened>(
  io: Io,
  openWith: OpenWith<Opened>,
  { from, choose }: { readonly from: string | undefined; readonly choose: ChooseSource },
): Promise<Opened> {
  try {
    return await openWith(from);
  } catch (error) {
    io.interruption.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    const chosen = error.code === 'ambiguous' ? await choose?.(questionOf(error)) : undefined;
    if (chosen !== undefined) return openChosen(io, openWith, { from: chosen, choose });
    throw refusalOf(error);
  }
}

function questionOf({ file = '', message, nextStep, candidates }: SourceError): OpenFormat {
  return { file, problem: message.slice(0, -nextStep.length).trim(), candidates };
}
