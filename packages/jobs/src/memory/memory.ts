import type { FileLedger } from 'sequenzy-commerce/node';
import type { Catalog } from 'sequenzy-sources';
import { liveSources, type LiveSource } from 'sequenzy-sources/live';
import { UserError } from '../report/user-error.ts';
import {
  offlineIdentity,
  offlineOrigin,
  type Connection,
  type ConnectionOptions,
} from '../connect/connection.ts';
import type { Surroundings } from '../connect/connection.ts';
import { openLedger, openLedgerToRead, type OnWatched } from './own-ledger.ts';
import type { LiveLedger } from './provenance.ts';
import { whichCompany } from './which-company.ts';
import { stateFolderPath } from '../state/state-folder.ts';

/** What is remembered apart from each other. */
export type LedgerName = 'products' | `products-of-${string}` | 'orders';

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
  /** What of it came from live sources: of those that are read or were read before. */
  readonly ofLive: readonly LiveLedger[];
}

/** The memory of a catalog, and those of what came from live sources. */
export async function openCatalogMemory(
  connection: Connection,
  { options: { company: named }, ...request }: MemoryRequest,
  { source }: Pick<Catalog, 'source'>,
): Promise<CatalogMemory> {
  const company = await whichCompany(connection, { ...request, company: named });
  const opened: { readonly ledger: FileLedger }[] = [];
  try {
    const ledger = await openLedger(connection, 'products', { ...request, company });
    opened.push({ ledger });
    const ofLive: LiveLedger[] = [];
    for (const live of liveSources) {
      const isRead = live.name === source.name;
      if (!isRead && !(await hasRead(live, connection, company, request.folder))) continue;
      const opening = openLedger(connection, ledgerNameOf(live), { ...request, company });
      const one = { name: live.name, ledger: await orBeforePruning(opening, live) };
      opened.push(one);
      ofLive.push(one);
    }
    return { ledger, ofLive };
  } catch (error) {
    for (const { ledger } of opened) await ledger.close();
    throw error;
  }
}

function ledgerNameOf({ name }: Pick<LiveSource, 'name'>): LedgerName {
  return `products-of-${name}`;
}

async function hasRead(
  live: LiveSource,
  { identity }: Connection,
  company: string,
  folder: string,
): Promise<boolean> {
  const { origin } = identity;
  const question = { company, identity, origin, folder };
  const ledger = await orBeforePruning(openLedgerToRead(ledgerNameOf(live), question), live);
  const size = ledger?.size ?? 0;
  await ledger?.close();
  return size > 0;
}

/** Without it `--prune` would take what came from the live source for what came from files. */
async function orBeforePruning<Result>(
  opening: Promise<Result>,
  { name, label }: LiveSource,
): Promise<Result> {
  try {
    return await opening;
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'ledger-damaged') throw error;
    const advice = `It says which products came from ${label}: run catalog sync --from ${name} before the next --prune.`;
    throw new UserError(error.code, error.message, advice);
  }
}

/** What came from live sources, for a run without network. */
export async function openLiveLedgersToRead(
  stateDir: string | undefined,
  request: Pick<MemoryRequest, 'options' | 'io' | 'secrets' | 'warn'>,
): Promise<readonly LiveLedger[]> {
  const ledgers: LiveLedger[] = [];
  for (const live of liveSources) {
    const ledger = await openMemoryToRead(stateDir, request, ledgerNameOf(live));
    if (ledger !== undefined) ledgers.push({ name: live.name, ledger });
  }
  return ledgers;
}

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
