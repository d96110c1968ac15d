import { addAbortSignal } from 'node:stream';
import { openCatalog, SourceError, type Catalog, type CatalogOptions } from 'sequenzy-sources';
import type { Io } from '../io.ts';
import { UserError } from '../user-error.ts';
import { readMapping } from './mapping-file.ts';

/** How product files are to be read, as plain values. */
export interface InputChoices extends Pick<
  CatalogOptions,
  'from' | 'currency' | 'empty' | 'includeUnpublished' | 'storeUrl' | 'idFrom' | 'stdinName'
> {
  readonly files: readonly string[];
  /** Path of the mapping file. */
  readonly map: string | undefined;
}

/** @throws {UserError} when the files cannot be used. */
export async function openInput(choices: InputChoices, io: Io): Promise<Catalog> {
  return orRefuse(io, openCatalog(choices.files, await catalogOptionsOf(choices, io)));
}

/** @throws {UserError} when the mapping file cannot be used. */
export async function catalogOptionsOf(choices: InputChoices, io: Io): Promise<CatalogOptions> {
  const { files, map, from, currency, empty, includeUnpublished, storeUrl, idFrom } = choices;
  const { stdinName } = choices;
  return {
    stdin: stdinFor(files, io),
    signal: io.interruption,
    ...(from === undefined ? {} : { from }),
    ...(map === undefined ? {} : { map: await readMapping(map) }),
    ...(currency === undefined ? {} : { currency }),
    ...(empty === undefined ? {} : { empty }),
    ...(includeUnpublished === undefined ? {} : { includeUnpublished }),
    ...(storeUrl === undefined ? {} : { storeUrl }),
    ...(idFrom === undefined ? {} : { idFrom }),
    ...(stdinName === undefined ? {} : { stdinName }),
  };
}

/**
 * Nothing may come for a long time: Ctrl-C ends the wait.
 *
 * @throws {UserError} when it was pressed already.
 */
export function stdinFor(files: readonly string[], { interruption, stdin }: Io): Io['stdin'] {
  if (!files.includes('-')) return stdin;
  interruption.throwIfAborted();
  stdin.on('error', () => undefined); // whoever reads it is told; before that it would end the process
  return addAbortSignal(interruption, stdin);
}

/** @throws {UserError} for what is wrong with an input. */
export async function orRefuse<Opened>(io: Io, opening: Promise<Opened>): Promise<Opened> {
  try {
    return await opening;
  } catch (error) {
    io.interruption.throwIfAborted();
    // The message of a SourceError is whole: place, problem and next step.
    if (error instanceof SourceError) throw new UserError(error.code, error.message);
    throw error;
  }
}
