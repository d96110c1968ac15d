import type { FileLedger } from 'sequenzy-commerce/node';
import {
  offlineIdentity,
  offlineOrigin,
  type Connection,
  type ConnectionOptions,
  type Rehearsal,
} from '../connect/connection.ts';
import type { Surroundings } from '../connect/connection.ts';
import { UserError } from '../report/user-error.ts';
import { takeOverFormerLedgers, type FormerLedger } from './former-ledgers.ts';
import { openLedger, openLedgerToRead, type OnWatched, type OpenElsewhere } from './own-ledger.ts';
import { whichCompany, type CompanyQuestion } from './which-company.ts';
import { stateFolderPath } from '../state/state-folder.ts';
import { option, say } from 'sequenzy-contract';

/** What is remembered apart from each other. */
export type LedgerName = 'products' | 'orders' | 'relay';

export interface MemoryRequest extends Pick<Surroundings, 'io' | 'secrets' | 'warn'> {
  readonly options: ConnectionOptions;
  readonly signal: AbortSignal;
  /** State folder, made and fit for writing. */
  readonly folder: string;
  readonly onWatched: OnWatched;
  readonly openElsewhere?: OpenElsewhere | undefined;
}

/** What was sent before, to be read and written by this run alone. See {@link openLedger} for what is thrown. */
export function openMemory(
  connection: Connection,
  { options: { company, expectState, sandbox }, ...request }: MemoryRequest,
  name: LedgerName = 'products',
): Promise<FileLedger> {
  const question = { ...request, company };
  const opening =
    sandbox?.rehearsal === undefined
      ? openLedger(connection, name, question)
      : openPassing(connection, name, question, sandbox.rehearsal);
  return expected(opening, name, expectState);
}

/** Asks for the company, as every run does. */
async function openPassing(
  connection: Connection,
  name: LedgerName,
  question: CompanyQuestion,
  rehearsal: Rehearsal,
): Promise<FileLedger> {
  await whichCompany(connection, question);
  return rehearsal.openLedger(name);
}

/** The memory of a catalog, in which each entry names its feed. */
export async function openCatalogMemory(
  connection: Connection,
  { options, ...request }: MemoryRequest,
): Promise<FileLedger> {
  const { company: named, expectState, sandbox } = options;
  if (sandbox?.rehearsal !== undefined) return openMemory(connection, { options, ...request });
  const company = await whichCompany(connection, { ...request, company: named });
  const ledger = await openLedger(connection, 'products', { ...request, company });
  try {
    const { identity } = connection;
    const question = { company, identity, origin: identity.origin, folder: request.folder };
    await takeOverFormerLedgers(ledger, (name) => openLedgerToRead(name, question));
    refuseEmpty(ledger, 'products', expectState);
    return ledger;
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

/** Opens it for a run without network; undefined, and said so, where it is not known whose memory it would be. */
export async function openMemoryToRead(
  stateDir: string | undefined,
  {
    options,
    openElsewhere,
    ...surroundings
  }: Pick<MemoryRequest, 'options' | 'io' | 'secrets' | 'warn' | 'openElsewhere'>,
  name: LedgerName | FormerLedger = 'products',
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
          openElsewhere,
        });
  if (ledger === undefined) surroundings.warn(nothingKnown);
  else await expected(Promise.resolve(ledger), name, options.expectState);
  return ledger;
}

async function expected(
  opening: Promise<FileLedger>,
  name: string,
  isExpected: boolean | undefined,
): Promise<FileLedger> {
  const ledger = await opening;
  try {
    refuseEmpty(ledger, name, isExpected);
    return ledger;
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

/** @throws {UserError} when something had to be remembered, and nothing is. */
function refuseEmpty(ledger: FileLedger, name: string, isExpected = false): void {
  if (!isExpected || ledger.size > 0) return;
  throw new UserError(
    'state-missing',
    `Nothing is remembered of what was sent (${name}), and it should be: ${ledger.file} is empty`,
    say`Nothing was sent. Restore the state folder or name it with ${option('stateDir')}; for the very first run leave out ${option('expectState')}.`,
  );
}

const nothingKnown = say`Which company this is for is not known without asking the API, so everything counts as new. Name the company with ${option('company')}, or sync once.`;
