import { join } from 'node:path';
import { option, reasonOf, say } from 'sequenzy-contract';
import { eraseFromLedgers, ownersIn, type LedgerOwner } from 'sequenzy-commerce/node';
import { StoreError } from 'sequenzy-store';
import { offlineOrigin, type ConnectionOptions } from '../connect/connection.ts';
import type { Job } from '../job/job.ts';
import type { Surroundings } from '../job/surroundings.ts';
import { withJob } from '../job/with-job.ts';
import { orAdvice } from '../memory/own-ledger.ts';
import { exitCodes, type ExitCode } from '../report/exit-codes.ts';
import { UserError } from '../report/user-error.ts';
import { openStateFolder } from '../state/state-folder.ts';
import { eraseDocuments } from './erase-documents.ts';
import { eraseMentions, eraseRecords } from './erase-from-file.ts';
import { filesOfRuns } from './files-of-runs.ts';
import { fileMentions, filesBelow } from './mentions.ts';

/** What was found of a customer in one place. */
export interface ErasedPlace {
  readonly kind:
    | 'orders sent'
    | 'events of a relay'
    | 'dead letters'
    | 'documents of live sources'
    | 'records of runs'
    | 'records in files'
    | 'mentions in reports';
  /** File, folder or server. */
  readonly place: string;
  readonly count: number;
}

/** Something else that holds data of customers, such as the queue of a relay. */
export interface CustomerStore {
  /** @throws {UserError} where it is in use or cannot be reached. Calling it again completes what it has begun. */
  erase(email: string, dryRun: boolean): Promise<readonly ErasedPlace[]>;
}

export interface EraseCustomerOptions {
  /** Whose data it is. It is neither written down nor shown. */
  readonly email: string;
  /** Only look what is there. */
  readonly dryRun?: boolean | undefined;
  /** `company`: erase from the ledgers of that company only. Default: from those of every company in the state folder. */
  readonly connection?: ConnectionOptions | undefined;
  /** More files to erase from: rejects and reports that were moved, a saved sandbox. */
  readonly files?: readonly string[] | undefined;
  readonly stores?: readonly CustomerStore[] | undefined;
  readonly stateDir?: string | undefined;
}

export interface EraseReport {
  readonly status: 'completed' | 'partial' | 'planned';
  readonly exitCode: ExitCode;
  readonly erased: readonly ErasedPlace[];
  /** Orders of which an earlier release remembered the id alone: whose they are is not known. */
  readonly unowned: number;
  /** Companies of which no order of the customer is sent any more. */
  readonly companies: readonly string[];
  /** Files of the state folder that still have the address in them. */
  readonly left: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Erases one customer from all that is stored here: ledgers, the queue and the dead letters of a relay, what live sources have
 * read, records of runs, rejects and reports. A salted hash stays behind, by which later runs know that no order of that
 * customer is to be sent. Nothing is sent, and Sequenzy itself keeps what it has. Killed at any moment, the same call
 * completes it.
 *
 * @example
 *   await eraseCustomer({ email: 'ann@shop.example' });
 *
 * @throws {UserError} where a run or a relay is using one of these places, or it cannot be written.
 */
export function eraseCustomer(
  options: EraseCustomerOptions,
  surroundings: Surroundings = {},
): Promise<EraseReport> {
  return withJob(undefined, surroundings, async (job) => {
    const { dryRun = false, stores = [], stateDir } = options;
    const email = options.email.trim();
    requireAddress(email);
    job.secrets.hide(email);
    const folder = await openStateFolder({ stateDir }, job.io.env);
    const owners = await ownersOf(options, folder, job);
    const erased: ErasedPlace[] = [];
    for (const store of stores) erased.push(...(await store.erase(email, dryRun)));
    const { signal } = job;
    const ledgers = await orAdvice(eraseFromLedgers({ folder, email, owners, dryRun, signal }));
    for (const { file, orders: count } of ledgers) {
      erased.push({ kind: 'orders sent', place: file, count });
    }
    const documents = await orInUse(eraseDocuments(folder, { email, dryRun, signal }));
    erased.push({
      kind: 'documents of live sources',
      place: join(folder, 'live'),
      count: documents,
    });
    erased.push(...(await eraseFromFiles(folder, options, email)));
    const left = dryRun ? [] : await leftIn(folder, email);
    const companies = [...new Set(owners.map(({ company }) => company))];
    const isDone = left.length === 0;
    return {
      status: dryRun ? 'planned' : isDone ? 'completed' : 'partial',
      exitCode: isDone ? exitCodes.ok : exitCodes.rejected,
      erased: erased.filter(({ count }) => count > 0),
      unowned: ledgers.reduce((sum, { unowned }) => sum + unowned, 0),
      ...{ companies, left, warnings: job.warnings },
    };
  });
}

function requireAddress(email: string): void {
  if (/^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 320) return;
  const advice = 'Give one address, such as ann@shop.example. Nothing was erased.';
  throw new UserError('usage', 'This is not an e-mail address', advice);
}

async function ownersOf(
  { connection = {} }: EraseCustomerOptions,
  folder: string,
  job: Job,
): Promise<readonly LedgerOwner[]> {
  const found = await ownersIn(folder);
  const { company } = connection;
  const owners = company === undefined ? found : found.filter((one) => one.company === company);
  const origin = offlineOrigin(connection, job.io.env);
  if (owners.length === 0 && company !== undefined && origin !== undefined) {
    return [{ company, origin }];
  }
  if (owners.length === 0) {
    job.warn(
      say`Nothing was sent from this state folder yet, so it is not known whose orders of this person are not to be sent. Name the company with ${option('company')}.`,
    );
  }
  return owners;
}

/** Records of runs and what is written beside them, then what runs have written for people, then what else was named. */
async function eraseFromFiles(
  folder: string,
  { files = [], dryRun = false }: EraseCustomerOptions,
  email: string,
): Promise<readonly ErasedPlace[]> {
  const wish = { email, dryRun };
  // The records say where the files are: they are changed last.
  const known = await filesOfRuns(folder);
  const places: ErasedPlace[] = [];
  for (const file of new Set([...known, ...files])) {
    const isReport = /\.html?$/i.test(file);
    const kind = isReport ? 'mentions in reports' : 'records in files';
    const erasing = isReport ? eraseMentions(file, wish) : eraseRecords(file, wish);
    places.push({ kind, place: file, count: await orUnusable(file, erasing) });
  }
  let records = 0;
  for (const file of await recordsIn(folder)) {
    if ((await orUnusable(file, eraseMentions(file, wish))) > 0) records += 1;
  }
  return [...places, { kind: 'records of runs', place: join(folder, 'runs'), count: records }];
}

async function recordsIn(folder: string): Promise<readonly string[]> {
  const found = [
    ...(await filesBelow(join(folder, 'runs'))),
    ...(await filesBelow(join(folder, 'feeds'))),
  ];
  return found.filter((file) => /\.(json|report)$/.test(file));
}

/** What no place above accounts for. */
async function leftIn(folder: string, email: string): Promise<readonly string[]> {
  const left: string[] = [];
  for (const file of await filesBelow(folder)) if (await fileMentions(file, email)) left.push(file);
  return left;
}

async function orUnusable(file: string, erasing: Promise<number>): Promise<number> {
  return erasing.catch((error: unknown) => {
    const advice = 'Make it writable, then run the same command again to complete it.';
    throw new UserError('unreadable', `${file} cannot be changed (${reasonOf(error)})`, advice);
  });
}

async function orInUse(erasing: Promise<number>): Promise<number> {
  return erasing.catch((error: unknown) => {
    if (!(error instanceof StoreError) || error.code !== 'held') throw error;
    const problem = 'Another run is reading from a live source';
    const advice = 'Wait until it is done, then run the same command again to complete it.';
    throw new UserError('ledger-locked', problem, advice, { exitCode: exitCodes.stopped });
  });
}
