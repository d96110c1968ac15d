import type { FileLedger } from 'sequenzy-commerce/node';
import type { Catalog } from 'sequenzy-sources';
import type { Connection } from '../../connect/connection.ts';
import { around, type Job } from '../../job/job.ts';
import { fanfareLedger, openCatalogMemory, openMemoryToRead } from '../../memory/memory.ts';
import { Provenance } from '../../memory/provenance.ts';
import { memoryRequest } from '../../memory/request.ts';
import { connectToPlan } from './connect-to-plan.ts';
import type { SyncOptions } from './sync-options.ts';

/** What was sent before, and who can be asked what is stored. */
export interface SyncMemory {
  readonly ledger: FileLedger | undefined;
  /** Absent where nothing came from Fanfare, and nothing does. */
  readonly provenance: Provenance | undefined;
  /** Absent in a dry run that cannot ask. */
  readonly client: Connection['client'] | undefined;
}

/** Opens what was sent before: to be written, or in a dry run to be looked at. */
export async function openSyncMemory(
  job: Job,
  catalog: Catalog,
  connection: Connection | undefined,
  { stateDir, connection: options }: SyncOptions,
): Promise<SyncMemory> {
  const provenanceOf = (ledger: FileLedger | undefined): Provenance | undefined =>
    ledger && job.use(new Provenance(catalog, ledger));
  if (connection !== undefined && job.run !== undefined) {
    const request = memoryRequest(job, options, job.run);
    const { ledger, fromFanfare } = await openCatalogMemory(connection, request, catalog);
    const { client } = connection;
    return { ledger: job.use(ledger), provenance: provenanceOf(fromFanfare), client };
  }
  const planning = await connectToPlan(options, job);
  const { company = options.company } = planning ?? {};
  const request = { ...around(job), options: { ...options, company } };
  const ledger = await openMemoryToRead(stateDir, request);
  const fromFanfare = ledger && (await openMemoryToRead(stateDir, request, fanfareLedger));
  return {
    ledger: ledger && job.use(ledger),
    provenance: provenanceOf(fromFanfare),
    client: planning?.connection.client,
  };
}
