import type { FileLedger } from 'sequenzy-commerce/node';
import type { Catalog } from 'sequenzy-sources';
import type { Connection } from '../../connect/connection.ts';
import { around, type Job } from '../../job/job.ts';
import { openCatalogMemory, openLiveLedgersToRead, openMemoryToRead } from '../../memory/memory.ts';
import { Provenance, type LiveLedger } from '../../memory/provenance.ts';
import { memoryRequest } from '../../memory/request.ts';
import { connectToPlan } from './connect-to-plan.ts';
import type { SyncOptions } from './sync-options.ts';

/** What was sent before, and who can be asked what is stored. */
export interface SyncMemory {
  readonly ledger: FileLedger | undefined;
  /** Absent where nothing came from a live source, and nothing does. */
  readonly provenance: Provenance | undefined;
  /** Absent in a dry run that cannot ask. */
  readonly client: Connection['client'] | undefined;
}

/** Opens what was sent before: to be written, or in a dry run to be looked at. */
export async function openSyncMemory(
  job: Job,
  catalog: Catalog,
  connection: Connection | undefined,
  { stateDir, connection: options = {} }: SyncOptions,
): Promise<SyncMemory> {
  const provenanceOf = (ledgers: readonly LiveLedger[]): Provenance | undefined => {
    const provenance = Provenance.among(catalog, ledgers);
    return provenance && job.use(provenance);
  };
  if (connection !== undefined && job.run !== undefined) {
    const request = memoryRequest(job, options, job.run);
    const { ledger, ofLive } = await openCatalogMemory(connection, request, catalog);
    const { client } = connection;
    return { ledger: job.use(ledger), provenance: provenanceOf(ofLive), client };
  }
  const planning = await connectToPlan(options, job);
  const { company = options.company } = planning ?? {};
  const request = { ...around(job), options: { ...options, company } };
  const ledger = await openMemoryToRead(stateDir, request);
  const ofLive = ledger === undefined ? [] : await openLiveLedgersToRead(stateDir, request);
  return {
    ledger: ledger && job.use(ledger),
    provenance: provenanceOf(ofLive),
    client: planning?.connection.client,
  };
}
