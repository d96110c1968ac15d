import { SequenzyError } from 'sequenzy-commerce';
import type { Connection } from '../connect/connection.ts';
import { asUserError } from '../report/stop-reason.ts';
import { Companies } from './companies.ts';
import { option, say, type Words } from 'sequenzy-contract';

export interface CompanyQuestion {
  /** `--company` */
  readonly company: string | undefined;
  /** State folder. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly warn: (words: Words) => void;
}

/**
 * The company whose ledger it is: the one that was named, else the one the API says the key belongs to (one request).
 * The answer is remembered for runs without network.
 *
 * @throws {UserError} when the key is refused or the API does not answer.
 */
export async function whichCompany(
  connection: Connection,
  { company, folder, signal, warn }: CompanyQuestion,
): Promise<string> {
  if (company !== undefined) return company;
  const { identity } = connection;
  const companies = await Companies.read(folder);
  const said = await companySaid(connection, signal).catch((error: unknown) => {
    signal.throwIfAborted();
    throw asUserError(error);
  });
  if (said === undefined && companies.of(identity) === undefined) warn(unknownCompany);
  // A ledger of the key's own is better than none: only changing the key starts over.
  const answer = said ?? companies.of(identity) ?? `key-${companies.hashOf(identity)}`;
  await companies.remember(identity, answer);
  return answer;
}

const unknownCompany = say`The API did not say which company the key belongs to, so what is sent is remembered for this key alone. Name the company with ${option('company')}.`;

/**
 * The company the API says the key belongs to (one request); undefined where it does not say.
 *
 * @throws {SequenzyError} when the key is refused or the API does not answer.
 */
export async function companySaid(
  { client }: Pick<Connection, 'client'>,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const { currentCompanyId } = await client.account.get({ signal });
    return currentCompanyId ?? undefined;
  } catch (error) {
    if (mayNotAsk(error)) return undefined;
    throw error;
  }
}

/** A key for products alone may be refused the account, and still be fit for the rest. */
function mayNotAsk(error: unknown): boolean {
  return error instanceof SequenzyError && [400, 403, 404, 405].includes(error.status ?? 0);
}
