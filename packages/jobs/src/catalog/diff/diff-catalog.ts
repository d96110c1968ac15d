import { shownFile } from 'sequenzy-sources/address';
import type { Catalog, Recognition } from 'sequenzy-sources';
import { connect, type Connection } from '../../connect/connection.ts';
import { demandFiles, openProducts } from '../../input/records/open-records.ts';
import type { Job } from '../../job/job.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';
import { feedNameOf } from '../../memory/feed-name.ts';
import { openCatalogMemory } from '../../memory/memory.ts';
import { memoryRequest } from '../../memory/request.ts';
import { Rejections } from '../../rejects/rejections.ts';
import { exitCodes, type ExitCode } from '../../report/exit-codes.ts';
import type { Reject } from '../../report/reject.ts';
import { asUserError } from '../../report/stop-reason.ts';
import type { FailureParts } from '../../report/advice.ts';
import type { Status, Summary } from '../../report/summary.ts';
import type { SyncOptions } from '../sync/sync-options.ts';
import { compareCatalog, type Diff, type DiffEntry } from './compare.ts';
import { readProducts } from './read-products.ts';
import { repair } from './repair.ts';

export interface DiffOptions extends SyncOptions {
  /** Send what is new or different. */
  readonly repair?: boolean | undefined;
}

/** What `catalog diff --json` prints. */
export interface DiffReport {
  readonly command: 'catalog diff';
  readonly status: Status;
  readonly exitCode: ExitCode;
  readonly source: {
    readonly files: readonly string[];
    readonly format: string | null;
    readonly recognition: Recognition | null;
  };
  readonly counts: Readonly<Record<'same' | 'different' | 'new' | 'missing' | 'rejected', number>>;
  readonly products: readonly DiffEntry[];
  readonly rejects: readonly Reject[];
  /** What became of the repair; `null` where none was asked for or nothing had to be sent. */
  readonly repair: Summary | null;
  readonly durationMs: number;
  readonly warnings: readonly string[];
  readonly stoppedBy: FailureParts | null;
}

/**
 * Compares a product file with what Sequenzy holds, field by field, and sends what differs where that is asked for.
 *
 * @example
 *   const { counts, products } = await diffCatalog({ files: ['products.csv'] });
 */
export async function diffCatalog(
  options: DiffOptions,
  surroundings: Surroundings = {},
): Promise<DiffReport> {
  const { stateDir, connection: how = {} } = options;
  const command = 'catalog diff';
  const summaryOf = ({ status, exitCode, repair: repaired }: DiffReport) => ({
    ...repaired,
    status,
    exitCode,
  });
  const feed = feedNameOf(options);
  const recording = options.repair === true ? { command, stateDir, summaryOf } : undefined;
  return withJob(recording, surroundings, async (job) => {
    await demandFiles(options, job);
    const connection = await connect(how, job);
    const catalog = job.use(await openProducts(options, job));
    job.tell({ type: 'opened', kind: 'products', input: catalog });
    const rejections = new Rejections(Infinity, undefined);
    const diff = await compare(catalog, connection, rejections, job.signal);
    const repaired = await repairIn(job, options, { catalog, connection, rejections, diff, feed });
    return {
      command,
      ...verdict(diff, rejections.count, repaired),
      source: {
        files: options.files.map(shownFile),
        format: catalog.source.name,
        recognition: catalog.recognition,
      },
      counts: countsOf(diff, rejections.count),
      products: diff.entries,
      rejects: rejections.listed,
      repair: repaired,
      durationMs: job.durationMs,
      warnings: [...job.warnings, ...catalog.warnings],
    };
  });
}

interface Compared {
  readonly catalog: Catalog;
  readonly connection: Connection;
  readonly rejections: Rejections;
  readonly diff: Diff;
  readonly feed: string | undefined;
}

/** `null` where no repair was asked for, or nothing has to be sent. */
async function repairIn(
  job: Job,
  options: DiffOptions,
  { catalog, connection, rejections, diff, feed }: Compared,
): Promise<Summary | null> {
  const { run } = job;
  if (run === undefined || diff.entries.every(({ status }) => status === 'missing')) return null;
  const request = memoryRequest(job, options.connection ?? {}, run);
  const ledger = job.use(await openCatalogMemory(connection, request));
  return repair({
    ...{ job, connection, ledger, rejections, catalog, diff, options, feed },
    now: () => job.io.clock.monotonic(),
  });
}

/** @throws {UserError} when the stored products cannot be read. */
async function compare(
  catalog: Catalog,
  { client }: Connection,
  rejections: Rejections,
  signal: AbortSignal,
): Promise<Diff> {
  const products = await readProducts(catalog, rejections);
  try {
    return await compareCatalog(products, client.products.list({ provider: 'api', signal }));
  } catch (error) {
    signal.throwIfAborted();
    throw asUserError(error);
  }
}

function countsOf({ same, entries }: Diff, rejected: number): DiffReport['counts'] {
  const having = (wanted: DiffEntry['status']): number =>
    entries.filter(({ status }) => status === wanted).length;
  const [different, added, missing] = [having('different'), having('new'), having('missing')];
  return { same, different, new: added, missing, rejected };
}

/** A repair settles what is new and different; what the file does not have stays where it is. */
function verdict(
  diff: Diff,
  rejected: number,
  repaired: Summary | null,
): Pick<DiffReport, 'status' | 'exitCode' | 'stoppedBy'> {
  if (repaired !== null && repaired.exitCode !== exitCodes.ok) {
    const { status, exitCode, stoppedBy } = repaired;
    return { status, exitCode, stoppedBy };
  }
  const left = repaired === null ? diff.entries.length : countsOf(diff, rejected).missing;
  return left + rejected === 0
    ? { status: 'completed', exitCode: exitCodes.ok, stoppedBy: null }
    : { status: 'partial', exitCode: exitCodes.rejected, stoppedBy: null };
}
