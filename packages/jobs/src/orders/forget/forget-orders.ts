import type { LedgerWrite } from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';
import { connect, type ConnectionOptions } from '../../connect/connection.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';
import { openMemory } from '../../memory/memory.ts';
import { memoryRequest } from '../../memory/request.ts';
import { openStateFolder } from '../../state/state-folder.ts';
import { UserError } from '../../report/user-error.ts';
import { nearestTo } from './nearest.ts';

/** An order that is no longer remembered. */
export interface ForgottenOrder {
  readonly orderId: string;
  /** As people call it: `#1001`; null where the ledger knows its id only. */
  readonly number: string | null;
}

type Known = ForgottenOrder;

export interface ForgetOptions {
  /** Numbers as people write them, with or without `#`, or ids. */
  readonly orders: readonly string[];
  readonly connection?: ConnectionOptions | undefined;
  readonly stateDir?: string | undefined;
}

/**
 * Acknowledges orders that were sent and are gone from the shop, by their number or id: they are no longer missing.
 * Nothing is sent.
 *
 * @example
 *   await forgetOrders({ orders: ['#1001'] });
 *
 * @throws {UserError} where one is not known, or a number belongs to several. Nothing is forgotten then.
 */
export function forgetOrders(
  { orders, connection: options = {}, stateDir }: ForgetOptions,
  surroundings: Surroundings = {},
): Promise<readonly ForgottenOrder[]> {
  return withJob(undefined, surroundings, async (job) => {
    const folder = await openStateFolder({ stateDir }, job.io.env);
    const connection = await connect(options, job);
    const request = memoryRequest(job, options, { folder });
    return forget(orders, job.use(await openMemory(connection, request, 'orders')));
  });
}

/**
 * Takes orders out of the ledger, by their number or id.
 *
 * @throws {UserError} where one is not known, or a number belongs to several. Nothing is forgotten then.
 */
async function forget(
  numbers: readonly string[],
  ledger: Pick<FileLedger, 'list' | 'write'>,
): Promise<readonly ForgottenOrder[]> {
  const known: Known[] = [];
  for await (const entry of ledger.list()) known.push(knownOf(entry));
  const found = [...new Set(numbers.map((number) => find(number, known)))];
  await ledger.write(
    found.map(({ orderId }) => ({ key: orderId, fingerprint: null, forget: true })),
  );
  return found;
}

function knownOf({ key, order }: LedgerWrite): Known {
  const number = order?.number;
  return { orderId: key, number: number === undefined ? null : `#${withoutSign(number)}` };
}

function find(wanted: string, known: readonly Known[]): Known {
  const bare = withoutSign(wanted.trim());
  const numbered = known.filter(({ number }) => number === `#${bare}`);
  const found = numbered.length > 0 ? numbered : known.filter(({ orderId }) => orderId === wanted);
  const [first, ...more] = found;
  if (first === undefined) throw unknown(wanted, known);
  if (more.length === 0) return first;
  throw new UserError(
    'usage',
    `${JSON.stringify(wanted)} is the number of ${String(found.length)} orders`,
    `Name one by its id: ${found.map(({ orderId }) => orderId).join(', ')}. Nothing was forgotten.`,
  );
}

function unknown(wanted: string, known: readonly Known[]): UserError {
  const names = known.map(({ orderId, number }) => number ?? orderId);
  const nearest = nearestTo(`#${withoutSign(wanted)}`, names);
  const advice =
    nearest.length === 0
      ? 'No order was sent from this state folder for this company.'
      : `Nearest: ${nearest.join(', ')}.`;
  return new UserError(
    'unknown-order',
    `No order ${JSON.stringify(wanted)} is remembered`,
    `${advice} Nothing was forgotten.`,
  );
}

function withoutSign(number: string): string {
  return number.replace(/^#/, '');
}
