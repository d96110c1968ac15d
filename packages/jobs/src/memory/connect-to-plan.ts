import type { SequenzyError } from 'sequenzy-commerce';
import { connect, type Connection, type ConnectionOptions } from '../connect/connection.ts';
import type { Job } from '../job/job.ts';
import { isOutage } from '../report/outage.ts';
import { asUserError } from '../report/stop-reason.ts';
import { companySaid } from './which-company.ts';

/** Retries of a dry run: it can do without an answer, and somebody waits for it. */
const retries = 2;

/** The connection of a dry run, and what it was told. */
export interface PlanConnection {
  readonly connection: Connection;
  /** `--company`, else the one that the API names. */
  readonly company: string | undefined;
}

/**
 * Connects a dry run, which only reads: one request asks whose the key is. Undefined without a key, and where the API
 * cannot be reached.
 *
 * @throws {UserError} when the key is refused, or a setting cannot be used.
 */
export async function connectToPlan(
  options: ConnectionOptions,
  job: Job,
  onOutage: (error: SequenzyError) => void,
): Promise<PlanConnection | undefined> {
  const { sandbox, apiKeyFile, company, maxRetries = retries } = options;
  const key = apiKeyFile ?? job.io.env['SEQUENZY_API_KEY']?.trim() ?? '';
  if (sandbox !== undefined || key === '') return undefined;
  const connection = await connect({ ...options, maxRetries }, job);
  try {
    const said = await companySaid(connection, job.signal);
    return { connection, company: company ?? said };
  } catch (error) {
    job.signal.throwIfAborted();
    if (!isOutage(error)) throw asUserError(error);
    onOutage(error);
    return undefined;
  }
}
