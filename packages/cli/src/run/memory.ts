import type { FileLedger } from 'sequenzy-commerce/node';
import {
  offlineIdentity,
  offlineOrigin,
  type Connection,
  type ConnectionOptions,
} from './connection.ts';
import type { Surroundings } from './connection.ts';
import { openLedger, openLedgerToRead } from './state/own-ledger.ts';
import { whichCompany } from './state/which-company.ts';
import { stateFolderPath } from './state/state-folder.ts';

/** What is remembered apart from each other. */
export type LedgerName = 'products' | 'products-of-fanfare' | 'orders';

export interface MemoryRequest extends Pick<Surroundings, 'io' | 'secrets' | 'warn'> {
  readonly options: ConnectionOptions;
  readonly signal: AbortSignal;
  /** State folder, made and fit for writing. */
  readonly folder: string;
}

/** What was sent before, to be read and written by this run alone. See {@link openLedger} for what is thrown. */
export function openMemory(
  connection: Connection,
  { options: { company }, folder, signal, warn }: MemoryRequest,
  name: LedgerName = 'products',
): Promise<FileLedger> {
  return openLedger(connection, name, { company, folder, signal, warn });
}

export interface CatalogMemory {
  /** What was sent. */
  readonly ledger: FileLedger;
  /** What of it came from Fanfare. */
  readonly fromFanfare: FileLedger | undefined;
}

/** The memory of a catalog, and where that is asked for the one of what came from Fanfare. */
export async function openCatalogMemory(
  connection: Connection,
  { options: { company: named }, ...request }: MemoryRequest,
  withProvenance: boolean,
): Promise<CatalogMemory> {
  const company = await whichCompany(connection, { ...request, company: named });
  const ledger = await openLedger(connection, 'products', { ...request, company });
  try {
    const name: LedgerName = 'products-of-fanfare';
    const fromFanfare = withProvenance
      ? await openLedger(connection, name, { ...request, company })
      : undefined;
    return { ledger, fromFanfare };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

/** The same for a run without network; undefined, and said so, where it is not known whose memory it would be. */
export async function openMemoryToRead(
  stateDir: string | undefined,
  { options, ...surroundings }: Pick<MemoryRequest, 'options' | 'io' | 'secrets' | 'warn'>,
  name: LedgerName = 'products',
): Promise<FileLedger | undefined> {
  if (options.sandbox) return undefined;
  const { env } = surroundings.io;
  const origin = offlineOrigin(options, env);
  const ledger =
    origin === undefined
      ? undefined
      : await openLedgerToRead(name, {
          company: options.company,
          identity: await offlineIdentity(options, surroundings),
          origin,
          folder: stateFolderPath({ stateDir }, env),
        });
  if (ledger === undefined) surroundings.warn(nothingKnown);
  return ledger;
}

const nothingKnown =
  'Which company this is for is not known without asking the API, so everything counts as new. Name the company with --company, or sync once.';
