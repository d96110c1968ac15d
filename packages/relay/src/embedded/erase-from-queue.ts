import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { takeLease } from 'sequenzy-store';
import { isOfCustomer, type ErasedFromQueue } from '../queue/of-customer.ts';
import { LetterFiles } from './letter-files.ts';
import { asQueueError } from './queue-error.ts';
import { QueueFile } from './queue-file.ts';

interface Erasing {
  readonly email: string;
  /** Only look. Default: false. */
  readonly dryRun?: boolean;
}

/**
 * Takes a customer out of an embedded queue that no relay is using: events that are not sent yet, dead letters, and lines of
 * events that are done. Killed at any moment, the same call completes it.
 *
 * @param folder Of the queue. One that is not there holds nothing.
 * @throws {QueueError} where a relay is using it, or it cannot be written. Nothing was erased then.
 */
export async function eraseFromQueue(
  folder: string,
  { email, dryRun = false }: Erasing,
): Promise<ErasedFromQueue> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  if (!isThere) return { events: 0, letters: 0 };
  try {
    const lease = await takeLease(join(folder, 'queue.lease'));
    try {
      const file = await QueueFile.open(join(folder, 'queue.ndjson'), lease);
      const events = await eventsIn(file, { email, dryRun }).finally(() => file.close());
      return { events, letters: await lettersIn(folder, { email, dryRun }) };
    } finally {
      await lease.release();
    }
  } catch (error) {
    throw asQueueError(error);
  }
}

async function eventsIn(file: QueueFile, { email, dryRun }: Required<Erasing>): Promise<number> {
  const found: number[] = [];
  for (const id of file.backlog.pending.keys()) {
    if (isOfCustomer(await file.read(id), email)) found.push(id);
  }
  if (dryRun) return found.length;
  for (const id of found) await file.done(id);
  await file.compact();
  return found.length;
}

async function lettersIn(folder: string, { email, dryRun }: Required<Erasing>): Promise<number> {
  const letters = new LetterFiles(folder);
  let count = 0;
  for await (const { id, isRetried } of letters.all((letter) => isOfCustomer(letter, email))) {
    count += 1;
    if (!dryRun) await letters.remove(id, isRetried);
  }
  return count;
}
