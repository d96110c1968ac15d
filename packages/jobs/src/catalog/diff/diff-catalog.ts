import type { Catalog, Recognition } from 'sequenzy-sources';
import { exitCodes, type ExitCode } from '../../report/exit-codes.ts';
import type { Io } from '../../job/io.ts';
import type { Secrets } from '../../report/secrets.ts';
import type { Means } from '../plan/carry-out.ts';
import { connect, type Connection } from '../../connect/connection.ts';
import { openCatalogMemory } from '../../memory/memory.ts';
import { openProducts } from '../../input/products/open-products.ts';
import { Provenance } from '../../memory/provenance.ts';
import { Rejections } from '../../rejects/rejections.ts';
import type { Reject } from '../../report/reject.ts';
import { paceOf } from '../../connect/pace.ts';
import { progressOf } from '../../job/run-progress.ts';
import type { RecordedRun } from '../../runs/recorded.ts';
import { shownFile } from '../../input/shown-file.ts';
import { asUserError } from '../../report/stop-reason.ts';
import type { Status, StoppedBy, Summary } from '../../report/summary.ts';
import type { SyncListener } from '../../job/sync-listener.ts';
import type { SyncOptions } from '../sync/sync-options.ts';
import { compareCatalog, type Diff, type DiffEntry } from './compare.ts';
import { readProducts } from './read-products.ts';
import { repair } from './repair.ts';
import { Warnings } from '../../job/warnings.ts';

export interface DiffSurroundings {
  readonly io: Io;
  readonly secrets: Secrets;
  readonly listener: SyncListener;
  /** Only where what differs is to be sent. */
  readonly run: RecordedRun | undefined;
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
  readonly stoppedBy: StoppedBy | null;
}

/** One comparison: connect, read the file, read the API, compare, and send what differs where that is asked for. */
export async function diffCatalog(
  options: SyncOptions,
  { io, secrets, listener, run }: DiffSurroundings,
): Promise<DiffReport> {
  const startedAt = io.clock.monotonic();
  const { said: warnings, warn } = new Warnings(listener);
  const around = { io, secrets, warn };
  const connection = await connect(options.connection, { ...around, hooks: listener.hooks });
  const catalog = await openProducts(options, { ...around, listener });
  try {
    listener.opened(catalog);
    const rejections = new Rejections(Infinity, undefined);
    const signal = io.interruption;
    const diff = await compare(catalog, connection, rejections, signal);
    let repaired: Summary | null = null;
    if (run !== undefined && diff.entries.some(({ status }) => status !== 'missing')) {
      const onWatched = listener.watched;
      const place = { options: options.connection, folder: run.folder };
      const request = { ...around, ...place, signal, onWatched };
      const { ledger, fromFanfare } = await openCatalogMemory(connection, request, catalog);
      const provenance = fromFanfare && new Provenance(catalog, fromFanfare);
      const now = (): number => io.clock.monotonic();
      const onProgress: Means['onProgress'] = (reached, load) => {
        const left = paceOf(load.requests, connection)(reached.requests);
        run.tell(progressOf(reached, load, left, io.clock.now()));
      };
      const memory = { ledger, provenance };
      const means = { connection, ...memory, rejections, listener, signal, warn, onProgress };
      repaired = await repair({ ...means, catalog, diff, options, now }).finally(async () => {
        await ledger.close();
        await provenance?.close();
      });
    }
    return {
      command: 'catalog diff',
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
      durationMs: Math.round(io.clock.monotonic() - startedAt),
      warnings: [...warnings, ...catalog.warnings],
    };
  } finally {
    listener.settled();
    await catalog.close();
  }
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
