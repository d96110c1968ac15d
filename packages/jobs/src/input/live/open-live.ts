import { Readable } from 'node:stream';
import type { Catalog } from 'sequenzy-sources';
import type { LiveSource } from 'sequenzy-sources/live';
import type { Job } from '../../job/job.ts';
import { UserError } from '../../report/user-error.ts';
import { openInput, orRefuse, type InputChoices } from '../open-input.ts';
import type { ConnectionOptions } from '../../connect/connection.ts';
import { connectLive, type LiveChoice } from './connect-live.ts';
import { DocumentLines } from './document-lines.ts';
import { liveFailure } from './live-failure.ts';

/**
 * Reads every product of a live source to the last, the way a file from standard input is read.
 *
 * @throws {UserError} when one page cannot be had: a part of the catalog is never taken for the whole.
 */
export async function openLive(
  options: InputChoices & { readonly connection: ConnectionOptions },
  choice: LiveChoice,
  job: Job,
): Promise<Catalog> {
  const { source } = choice;
  const { io, tell } = job;
  const connecting = connectLive(choice, options.connection, job);
  const reading = await orRefuse(io, connecting);
  const lines = new DocumentLines(reading.documents(io.interruption), (products) => {
    tell({ type: 'fetched', products });
  });
  const stdin = Readable.from(lines.read(), { objectMode: false });
  tell({ type: 'fetching', fetching: { from: source.label, limiter: reading.limiter } });
  try {
    const from = { from: reading.reader.name, sources: [reading.reader] };
    const choices = { ...options, ...from, files: ['-'], stdinName: source.name };
    return await openInput(choices, { ...io, stdin }, {});
  } catch (error) {
    if (io.interruption.aborted) throw error;
    if (lines.failure !== undefined) throw await liveFailure(lines.failure, source, lines.count);
    throw error instanceof UserError && error.code === 'empty' ? nothingThere(source) : error;
  } finally {
    tell({ type: 'settled' });
  }
}

function nothingThere({ label, secrets: [{ variable }] }: LiveSource): UserError {
  return new UserError(
    'empty',
    `${label} lists no products`,
    `Check ${variable}: it decides whose products are read.`,
  );
}
