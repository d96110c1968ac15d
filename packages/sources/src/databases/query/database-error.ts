import { option, say } from 'sequenzy-contract';
import type { LiveFailure } from '../../live/live-source.ts';

/** A database cannot be read. The message never holds its address, nor what stands in its rows. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly failure: LiveFailure;

  /** @param message What is wrong, without a full stop. */
  constructor(message: string, failure: LiveFailure, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
  }
}

/** What to do about a failure of a database; undefined where it is none. */
export function explained(failure: unknown): LiveFailure | undefined {
  return failure instanceof DatabaseError ? failure.failure : undefined;
}

const networks = new Map([
  ['ECONNREFUSED', 'nothing answers at its address'],
  ['ENOTFOUND', 'the host of its address is not known'],
  ['EAI_AGAIN', 'the host of its address is not known at the moment'],
  ['ETIMEDOUT', 'its address does not answer'],
  ['EHOSTUNREACH', 'the host of its address cannot be reached'],
  ['ENETUNREACH', 'the network of its address cannot be reached'],
  ['ENOENT', 'the socket of its address does not exist'],
]);

/** No connection, or one that broke: nothing of what was read is used. */
export function connectionLost(cause: unknown): DatabaseError {
  const message = networks.get(codeOf(cause) ?? '') ?? 'the connection was lost';
  const nextStep = 'Check the network, and DATABASE_URL.';
  return new DatabaseError(message, { code: 'connection', end: 'passing', nextStep }, cause);
}

/** Drivers tell of a broken connection by a code of the system, or without one. */
export function isOfNetwork(code: string, { message }: Error): boolean {
  return /^E[A-Z_]{3,}$/.test(code) || /^connection terminated|timeout expired/i.test(message);
}

/** The connection cannot be encrypted as the address wants it. */
export function unsafeConnection(cause: Error): DatabaseError {
  const nextStep = 'Check what DATABASE_URL says of SSL, and the certificate of the server.';
  const failure = { code: 'connection', end: 'unusable', nextStep } as const;
  return new DatabaseError(cause.message, failure, cause);
}

export function userRefused(cause: unknown): DatabaseError {
  const nextStep = say`Check the user and the password in DATABASE_URL or ${option('databaseUrlFile')}.`;
  const failure = { code: 'authentication', end: 'refused', nextStep } as const;
  return new DatabaseError('it refuses the user or the password', failure, cause);
}

export function noDatabase(cause: unknown): DatabaseError {
  const nextStep = 'Check the name at the end of DATABASE_URL.';
  const failure = { code: 'not-found', end: 'unusable', nextStep } as const;
  return new DatabaseError('it has no database of that name', failure, cause);
}

/** @param message What the database says. */
export function writeRefused(file: string, message: string, cause: unknown): DatabaseError {
  const nextStep = 'Nothing was changed. Give a query that only reads.';
  const failure = { code: 'bad-request', end: 'unusable', nextStep } as const;
  return new DatabaseError(
    `${file} writes, and is read in a transaction that only reads (${message})`,
    failure,
    cause,
  );
}

/** What the database says of the query. */
export function queryRefused(message: string, cause: unknown): DatabaseError {
  const failure = { code: 'bad-request', end: 'unusable', nextStep: 'Correct the query.' } as const;
  return new DatabaseError(withoutValues(message), failure, cause);
}

/** The driver is not there, or cannot be used on this machine. */
export function driverMissing(driver: string, cause: unknown): DatabaseError {
  const nextStep = `Install it beside this one: npm install ${driver}.`;
  const failure = { code: 'not-found', end: 'unusable', nextStep } as const;
  return new DatabaseError(`the package ${driver} is not installed`, failure, cause);
}

/** Loads a driver. @throws {DatabaseError} It is not installed. */
export async function driverOf<Driver>(name: string, load: () => Promise<Driver>): Promise<Driver> {
  try {
    return await load();
  } catch (error) {
    throw driverMissing(name, error);
  }
}

/** A code of the system or of the database: `ECONNREFUSED`, `42P01`. */
export function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Messages about a value show it: `invalid input syntax for type integer: "jo@example.com"`. */
function withoutValues(message: string): string {
  return message.replace(/(:|value) *(["'`]).*\2/gs, '$1 …');
}
