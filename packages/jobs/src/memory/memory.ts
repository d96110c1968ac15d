import type { FileLedger } from 'sequenzy-commerce/node';
import type { Catalog } from 'sequenzy-sources';
import { UserError } from '../report/user-error.ts';
import {
  offlineIdentity,
  offlineOrigin,
  type Connection,
  type ConnectionOptions,
} from '../connect/connection.ts';
import type { Surroundings } from '../connect/connection.ts';
import { openLedger, openLedgerToRead, type OnWatched } from './own-ledger.ts';
import { whichCompany } from './which-company.ts';
import { stateFolderPath } from '../state/state-folder.ts';

/** What is remembered apart from each other. */
export type LedgerName = 'products' | typeof fanfareLedger | 'orders';

/** Which products came from Fanfare: their keys, and nothing else. */
export const fanfareLedger = 'products-of-fanfare';

export interface MemoryRequest extends Pick<Surroundings, 'io' | 'secrets' | 'warn'> {
  readonly options: ConnectionOptions;
  readonly signal: AbortSignal;
  /** State folder, made and fit for writing. */
  readonly folder: string;
  readonly onWatched: OnWatched;
}

/** What was sent before, to be read and written by this run alone. See {@link openLedger} for what is thrown. */
export function openMemory(
  connection: Connection,
  { options: { company }, ...request }: MemoryRequest,
  name: LedgerName = 'products',
): Promise<FileLedger> {
  return openLedger(connection, name, { ...request, company });
}

export interface CatalogMemory {
  /** What was sent. */
  readonly ledger: FileLedger;
  /** What of it came from Fanfare; absent where nothing did and nothing will. */
  readonly fromFanfare: FileLedger | undefined;
}

/** The memory of a catalog, and the one of what came from Fanfare where it is read or was read before. */
export async function openCatalogMemory(
  connection: Connection,
  { options: { company: named }, ...request }: MemoryRequest,
  { source }: Pick<Catalog, 'source'>,
): Promise<CatalogMemory> {
  const company = await whichCompany(connection, { ...request, company: named });
  const ledger = await openLedger(connection, 'products', { ...request, company });
  try {
    const matters =
      source.name === 'fanfare' || (await hasFanfare(connection, company, request.folder));
    const fromFanfare = matters
      ? await orBeforePruning(openLedger(connection, fanfareLedger, { ...request, company }))
      : undefined;
    return { ledger, fromFanfare };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

async function hasFanfare(
  { identity }: Connection,
  company: string,
  folder: string,
): Promise<boolean> {
  const { origin } = identity;
  const question = { company, identity, origin, folder };
  const ledger = await orBeforePruning(openLedgerToRead(fanfareLedger, question));
  const size = ledger?.size ?? 0;
  await ledger?.close();
  return size > 0;
}

/** Without it `--prune` would take what came from Fanfare for what came from files. */
async function orBeforePruning<Result>(opening: Promise<Result>): Promise<Result> {
  try {
    return await opening;
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'ledger-damaged') throw error;
    throw new UserError(error.code, error.message, beforePruning);
  }
}

const beforePruning =
  'It says which products came from Fanfare: run catalog sync --from fanfare before the next --prune.';

/** The same for a run without network; undefined, and said so, where it is not known whose memory it would be. */
export async function openMemoryToRead(
  stateDir: string | undefined,
  { options, ...surroundings }: Pick<MemoryRequest, 'options' | 'io' | 'secrets' | 'warn'>,
  name: LedgerName = 'products',
): Promise<FileLedger | undefined> {
  if (options.sandbox !== undefined) return undefined;
  const { env } = surroundings.io;
  const origin = offlineOrigin(options, env);
  const ledger =
    origin === undefined
      ? undefined
      : await openLedgerToRead(name, {
          company: options.company,
          identity:
            options.company === undefined
              ? await offlineIdentity(options, surroundings)
              : undefined,
          origin,
          folder: stateFolderPath({ stateDir }, env),
        });
  if (ledger === undefined) surroundings.warn(nothingKnown);
  return ledger;
}

const nothingKnown =
  'Which company this is for is not known without asking the API, so everything counts as new. Name the company with --company, or sync once.';
