import { addAbortSignal } from 'node:stream';
import {
  openCatalog,
  SourceError,
  type Catalog,
  type CatalogOptions,
  type RemoteOptions,
} from 'sequenzy-sources';
import type { Io } from '../job/io.ts';
import { openChosen } from './choose-source.ts';
import { mapChoiceOf } from './mapping-file.ts';
import { given, namesRead, productReading } from './reading-options.ts';
import { refusalOf, throughProxies } from './input-fetch.ts';
import type { InputDecisions } from '../job/decisions.ts';
import type { Job } from '../job/job.ts';
import { toldWhileRead } from './reading-progress.ts';

/** How product files are to be read, as plain values. */
export interface InputChoices extends Pick<
  CatalogOptions,
  Exclude<keyof typeof productReading, 'map'> | 'sources' | 'stdinName'
> {
  readonly files: readonly string[];
  /** Path of the mapping file. */
  readonly map?: string | undefined;
  readonly remote?: RemoteOptions | undefined;
}

/** The format is left to {@link openChosen}, the mapping is a file. */
const names = namesRead(productReading).filter((name) => name !== 'from');

/** @throws {UserError} when the files cannot be used. */
export async function openInput(
  choices: InputChoices,
  io: Io,
  decide: InputDecisions,
  tell: Job['tell'] = () => undefined,
): Promise<Catalog> {
  const options = await catalogOptionsOf(choices, io);
  const chosen = named(choices.from);
  const { files } = choices;
  return openChosen(
    io,
    (said) =>
      toldWhileRead(files, tell, (onRows) => openCatalog(files, { ...options, ...said, onRows })),
    { chosen, decide },
  );
}

/**
 * What the sources are told; the format is left to {@link openChosen}.
 *
 * @throws {UserError} when the mapping file cannot be used.
 */
export async function catalogOptionsOf(choices: InputChoices, io: Io): Promise<CatalogOptions> {
  const { files, map, remote = {} } = choices;
  return {
    stdin: stdinFor(files, io),
    signal: io.interruption,
    wording: io.wording,
    now: () => io.clock.now(),
    remote: throughProxies(remote, io),
    ...(await mapChoiceOf(map, files)),
    ...given(choices, [...names, 'sources', 'stdinName']),
  };
}

/** The option `from`, where it is said. */
export function named(from: string | undefined): { readonly from?: string } {
  return from === undefined ? {} : { from };
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
    if (error instanceof SourceError) throw refusalOf(error);
    throw error;
  }
}
