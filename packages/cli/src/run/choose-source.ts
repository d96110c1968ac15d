import { SourceError } from 'sequenzy-sources';
import type { Io } from '../io.ts';
import { refusalOf } from './proxy/input-fetch.ts';

/** An input that two formats fit equally well. */
export interface OpenFormat {
  /** As the user named it. */
  readonly file: string;
  /** `this can be a Shopify product export or a …`, with its place. */
  readonly problem: string;
  /** What `--from` can say. */
  readonly candidates: readonly string[];
}

/** Asks which format is meant; undefined where nobody can be asked or nothing was chosen. */
export type ChooseSource = (open: OpenFormat) => Promise<string | undefined>;

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
    const chosen = error.code === 'ambiguous' ? await choose(questionOf(error)) : undefined;
    if (chosen !== undefined) return openChosen(io, openWith, { from: chosen, choose });
    throw refusalOf(error);
  }
}

function questionOf({ file = '', message, nextStep, candidates }: SourceError): OpenFormat {
  return { file, problem: message.slice(0, -nextStep.length).trim(), candidates };
}
