import type { LedgerWrite } from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { Connection } from '../../connect/connection.ts';
import { around, type Job } from '../../job/job.ts';
import { Feed } from '../../memory/feed.ts';
import { formerFeeds } from '../../memory/former-ledgers.ts';
import { openCatalogMemory, openMemoryToRead } from '../../memory/memory.ts';
import { memoryRequest } from '../../memory/request.ts';
import { connectToPlan } from './connect-to-plan.ts';
import type { SyncOptions } from './sync-options.ts';

/** What was sent before, and who can be asked what is stored. */
export interface SyncMemory {
  readonly ledger: FileLedger | undefined;
  /** The one that is read. */
  readonly feed: Feed;
  /** Absent in a dry run that cannot ask. */
  readonly client: Connection['client'] | undefined;
}

/** Opens what was sent before: to be written, or in a dry run to be looked at. */
export async function openSyncMemory(
  job: Job,
  feed: string | undefined,
  connection: Connection | undefined,
  { stateDir, connection: options = {} }: SyncOptions,
): Promise<SyncMemory> {
  if (connection !== undefined && job.run !== undefined) {
    const request = memoryRequest(job, options, job.run);
    const ledger = job.use(await openCatalogMemory(connection, request));
    return { ledger, feed: new Feed(feed), client: connection.client };
  }
  const planning = await connectToPlan(options, job);
  const client = planning?.connection.client;
  const { company = options.company } = planning ?? {};
  const request = { ...around(job), options: { ...options, company } };
  const ledger = await openMemoryToRead(stateDir, request);
  if (ledger === undefined) return { ledger, feed: new Feed(feed), client };
  job.use(ledger);
  const former = await formerFeeds((name) => openMemoryToRead(stateDir, request, name));
  const feedOf = (known: LedgerWrite): string | undefined => former(known.key) ?? known.feed;
  return { ledger, feed: new Feed(feed, feedOf), client };
}
