import type { LedgerWrite } from 'sequenzy-commerce';
import { isErasure } from 'sequenzy-commerce/backfill';
import type { FileLedger } from 'sequenzy-commerce/node';
import { connect, type ConnectionOptions } from '../../connect/connection.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import type { Job } from '../../job/job.ts';
import { withJob } from '../../job/with-job.ts';
import { LiveMemories } from '../../input/live/live-memories.ts';
import { openMemory } from '../../memory/memory.ts';
import type { OpenElsewhere } from '../../memory/own-ledger.ts';
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
  /** As of `backfillOrders`. */
  readonly openElsewhere?: OpenElsewhere | undefined;
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
  { orders, connection: options = {}, openElsewhere, stateDir }: ForgetOptions,
  surroundings: Surroundings = {},
): Promise<readonly ForgottenOrder[]> {
  return withJob(undefined, surroundings, async (job) => {
    const folder = await openStateFolder({ stateDir }, job.io.env);
    const connection = await connect(options, job);
    const request = { ...memoryRequest(job, options, { folder }), openElsewhere };
    const ledger = job.use(await openMemory(connection, request, 'orders'));
    const found = await knownAs(orders, ledger);
    // What was read live would be sent again, as new: it goes first.
    await eraseRead(found, { stateDir, job });
    await ledger.write(
      found.map(({ orderId }) => ({ key: orderId, fingerprint: null, forget: true })),
    );
    return found;
  });
}

/** @throws {UserError} where one is not known, or a number belongs to several. */
async function knownAs(
  numbers: readonly string[],
  ledger: Pick<FileLedger, 'list'>,
): Promise<readonly ForgottenOrder[]> {
  const known: Known[] = [];
  for await (const entry of ledger.list()) {
    if (!isErasure(entry.key)) known.push(knownOf(entry));
  }
  return [...new Set(numbers.map((number) => find(number, known)))];
}

/** Takes them out of what live sources have read. */
async function eraseRead(
  orders: readonly ForgottenOrder[],
  { stateDir, job }: { readonly stateDir: string | undefined; readonly job: Job },
): Promise<void> {
  const { liveSources } = await import('sequenzy-sources/live');
  for (const { name: source, documentsOf } of liveSources) {
    const ids = orders.flatMap(({ orderId }) => documentsOf?.(orderId) ?? []);
    if (ids.length === 0) continue;
    await new LiveMemories({ source, stateDir, isPassing: false, isFresh: false }, job).erase(ids);
  }
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
