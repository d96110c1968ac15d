import type { MirrorLedger } from 'sequenzy-commerce/mirror';
import type { FileLedger } from 'sequenzy-commerce/node';
import { connect, type Connection } from '../../connect/connection.ts';
import { around, type Job } from '../../job/job.ts';
import { withFormerFeeds, type FormerLedger } from '../../memory/former-ledgers.ts';
import { connectToPlan } from '../../memory/connect-to-plan.ts';
import { openCatalogMemory, openMemoryToRead } from '../../memory/memory.ts';
import { memoryRequest } from '../../memory/request.ts';
import { asUserError } from '../../report/stop-reason.ts';
import type { SyncOptions } from './sync-options.ts';
import { withoutApi } from './without-api.ts';

/** What was sent before, and who can be asked what is stored. */
export interface SyncMemory {
  /** Absent in a dry run. */
  readonly ledger: FileLedger | undefined;
  /** The same to look at; absent where it is not known whose it would be. */
  readonly known: MirrorLedger | undefined;
  /** Absent in a dry run that cannot ask. */
  readonly client: Connection['client'] | undefined;
  /** File of the ledger; undefined where it is not known whose it would be. */
  readonly file: string | undefined;
}

/** Opens what was sent before: to be written, or in a dry run to be looked at. */
export async function openSyncMemory(
  job: Job,
  connection: Connection | undefined,
  { stateDir, connection: options = {}, out, showChanges = false }: SyncOptions,
): Promise<SyncMemory> {
  const mustRead = out !== undefined || showChanges;
  if (connection !== undefined && job.run !== undefined) {
    const request = memoryRequest(job, options, job.run);
    const ledger = job.use(await openCatalogMemory(connection, request));
    return { ledger, known: ledger, client: connection.client, file: ledger.file };
  }
  const planning = await connectToPlan(options, job, (error) => {
    if (mustRead) throw asUserError(error);
    job.warn(withoutApi(error));
  });
  // A sandbox that is empty can be read too; without a key it is said that there is none.
  const { client } = planning?.connection ?? (mustRead ? await connect(options, job) : none);
  const { company = options.company } = planning ?? {};
  const request = { ...around(job), options: { ...options, company } };
  const ledger = await openMemoryToRead(stateDir, request);
  if (ledger === undefined) return { ledger, known: undefined, client, file: undefined };
  job.use(ledger);
  const open = (name: FormerLedger) => openMemoryToRead(stateDir, request, name);
  const known = await withFormerFeeds(ledger, open);
  return { ledger: undefined, known, client, file: ledger.file };
}

const none = { client: undefined };
