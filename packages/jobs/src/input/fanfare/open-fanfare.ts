import { Readable } from 'node:stream';
import type { Catalog } from 'sequenzy-sources';
import { UserError } from '../../report/user-error.ts';
import { openInput, type InputChoices } from '../open-input.ts';
import type { ConnectionOptions } from '../../connect/connection.ts';
import { connectFanfare, type FanfareChoice } from './connect-fanfare.ts';
import type { Job } from '../../job/job.ts';
import { fanfareFailure } from './fanfare-failure.ts';
import { ProductLines } from './product-lines.ts';

/**
 * Reads every product of Fanfare to the last, the way a file from standard input is read.
 *
 * @throws {UserError} when one page cannot be had: a part of the catalog is never taken for the whole.
 */
export async function openFanfare(
  options: InputChoices & { readonly connection: ConnectionOptions },
  choice: FanfareChoice,
  job: Job,
): Promise<Catalog> {
  const { io, tell } = job;
  const client = await connectFanfare(choice, options.connection, job);
  const lines = new ProductLines(client, io.interruption, (products) => {
    tell({ type: 'fetched', products });
  });
  const stdin = Readable.from(lines.read(), { objectMode: false });
  tell({ type: 'fetching', fetching: { from: 'Fanfare', limiter: client.rateLimiter } });
  try {
    const choices = { ...options, files: ['-'], stdinName: 'fanfare' };
    return await openInput(choices, { ...io, stdin }, undefined);
  } catch (error) {
    if (io.interruption.aborted) throw error;
    if (lines.failure !== undefined) throw fanfareFailure(lines.failure, lines.products);
    throw error instanceof UserError && error.code === 'empty' ? nothingThere() : error;
  } finally {
    tell({ type: 'settled' });
  }
}

function nothingThere(): UserError {
  return new UserError(
    'empty',
    'Fanfare lists no products',
    'Check FANFARE_SECRET_KEY: it decides whose products are read.',
  );
}
