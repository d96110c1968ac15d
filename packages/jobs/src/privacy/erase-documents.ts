import { join } from 'node:path';
import { mentionsAddress } from 'sequenzy-contract';
import { takeLease } from 'sequenzy-store';
import { DocumentMemory } from '../input/live/document-memory.ts';
import { filesBelow } from './mentions.ts';

interface Erasing {
  readonly email: string;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
}

/** Takes a customer's documents out of all that live sources have read; gives back how many they are. */
export async function eraseDocuments(
  stateFolder: string,
  { email, dryRun, signal }: Erasing,
): Promise<number> {
  let count = 0;
  for (const file of await filesBelow(join(stateFolder, 'live'))) {
    if (!file.endsWith('.ndjson')) continue;
    const lease = await takeLease(file, { signal });
    try {
      const isMeant = (document: unknown): boolean =>
        mentionsAddress(JSON.stringify(document), email);
      const mayWrite = (): Promise<void> => lease.verify();
      count += await DocumentMemory.eraseWhere(file, isMeant, { dryRun, mayWrite });
    } finally {
      await lease.release();
    }
  }
  return count;
}
