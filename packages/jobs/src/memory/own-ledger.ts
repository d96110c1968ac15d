import { option, say, isFull } from 'sequenzy-contract';
import {
  LedgerError,
  LedgerLockedError,
  openFileLedger,
  type FileLedger,
  type LedgerWait,
  type SentElsewhere,
} from 'sequenzy-commerce/node';
import { exitCodes } from '../report/exit-codes.ts';
import { UserError } from '../report/user-error.ts';
import type { Connection, Identity } from '../connect/connection.ts';
import { Companies } from './companies.ts';
import { whichCompany, type CompanyQuestion } from './which-company.ts';

/** Told that a run elsewhere is watched, which may be over; gives back how to tell that the wait is over. */
export type OnWatched = (wait: LedgerWait) => () => void;

/**
 * Opens what programs on other machines have sent for one company at one API.
 *
 * @throws {UserError} It is not available.
 */
export type OpenElsewhere = (owner: {
  readonly company: string;
  readonly origin: string;
}) => Promise<SentElsewhere>;

export interface LedgerQuestion extends CompanyQuestion {
  readonly onWatched: OnWatched;
  /** Default: nothing is sent elsewhere. */
  readonly openElsewhere?: OpenElsewhere | undefined;
}

/**
 * The ledger of the connection's company at its origin, for this run alone.
 *
 * @param name One endpoint's ledger: `products`.
 * @throws {UserError} when the company is not available, another run holds the ledger, or it cannot be used.
 */
export async function openLedger(
  connection: Connection,
  name: string,
  question: LedgerQuestion,
): Promise<FileLedger> {
  const company = await whichCompany(connection, question);
  const { origin } = connection.identity;
  const { folder, signal, onWatched } = question;
  let watched: (() => void) | undefined;
  const onWait = (wait: LedgerWait): void => {
    watched?.();
    watched = onWatched(wait);
  };
  const beside = besides(name);
  const elsewhere = await question.openElsewhere?.({ company, origin });
  const place = { folder, company, origin, name, beside, elsewhere };
  const opening = openFileLedger({ ...place, signal, onWait }).finally(() => watched?.());
  return orClosed(elsewhere, orAdvice(opening));
}

/** Orders come by a backfill and by a relay of webhooks, and each remembers on its own what it has sent. */
function besides(name: string): readonly string[] {
  if (name === 'orders') return ['relay'];
  return name === 'relay' ? ['orders'] : [];
}

/** What is known of a company without asking the API. */
export interface OfflineQuestion {
  readonly company: string | undefined;
  /** Undefined where there is no key. */
  readonly identity: Identity | undefined;
  readonly origin: string;
  readonly folder: string;
  readonly openElsewhere?: OpenElsewhere | undefined;
}

/** The same ledger, only to look at and without network; undefined where it is not known whose it would be. */
export async function openLedgerToRead(
  name: string,
  { company, identity, origin, folder, openElsewhere }: OfflineQuestion,
): Promise<FileLedger | undefined> {
  const known = company ?? (identity && (await Companies.read(folder)).of(identity));
  if (known === undefined) return undefined;
  const beside = besides(name);
  const elsewhere = await openElsewhere?.({ company: known, origin });
  const place = { folder, company: known, origin, name, beside, elsewhere };
  return orClosed(elsewhere, orAdvice(openFileLedger({ ...place, readonly: true })));
}

/** A ledger closes what it stands beside, unless it was never opened. */
async function orClosed<Result>(
  elsewhere: SentElsewhere | undefined,
  opening: Promise<Result>,
): Promise<Result> {
  try {
    return await opening;
  } catch (error) {
    await elsewhere?.close().catch(() => undefined); // the first error counts
    throw error;
  }
}

/** @throws {UserError} for what is wrong with a ledger. */
export async function orAdvice<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof LedgerError ? asUserError(error) : error;
  }
}

/** The message of a LedgerError names the file, what is wrong and what to do. */
function asUserError(error: LedgerError): UserError {
  if (error instanceof LedgerLockedError) return locked(error);
  const message = error.message.replace(/\.$/, '');
  const { code } = error;
  if (code === 'lost')
    return new UserError('ledger-lost', message, undefined, { exitCode: exitCodes.stopped });
  if (code !== 'write') return new UserError(`ledger-${code}`, message);
  return isFull(error.cause)
    ? new UserError('state-folder', message, undefined, { exitCode: exitCodes.stopped })
    : new UserError('state-folder', message, say`Name another one with ${option('stateDir')}.`);
}

function locked({ holder, message, advice }: LedgerLockedError): UserError {
  if (holder === undefined)
    return new UserError('ledger-locked', message, undefined, { exitCode: exitCodes.stopped });
  const { pid, host, since } = holder;
  return new UserError(
    'ledger-locked',
    `Another run is already in progress: process ${String(pid)} on ${host}, since ${since.toISOString()}`,
    `${advice} Then run the same command again.`,
    { exitCode: exitCodes.stopped },
  );
}
