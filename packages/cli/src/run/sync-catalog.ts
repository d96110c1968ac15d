import { addAbortSignal } from 'node:stream';
import type { DeliveryResult } from 'sequenzy-commerce';
import { openCatalog, SourceError, type Catalog, type CatalogOptions } from 'sequenzy-sources';
import type { Io } from '../io.ts';
import type { Secrets } from '../secrets.ts';
import { UserError } from '../user-error.ts';
import { connect, type Connection, type ConnectionOptions } from './connection.ts';
import { deliver } from './deliver.ts';
import { readMapping } from './mapping-file.ts';
import { planCatalog, type Plan } from './plan.ts';
import type { Reject } from './reject.ts';
import { Rejections } from './rejections.ts';
import { RejectsWriter } from './rejects/rejects-writer.ts';
import { rejectsTarget, type Target } from './rejects/target.ts';
import { rateOf } from './schedule.ts';
import type { Summary } from './summary.ts';
import { summarize, type Mode } from './summarize.ts';
import type { SyncListener } from './sync-listener.ts';

/** Options of `catalog sync` and `catalog check`, as plain values. */
export interface SyncOptions extends Pick<
  CatalogOptions,
  'from' | 'currency' | 'empty' | 'includeUnpublished' | 'storeUrl' | 'idFrom'
> {
  readonly files: readonly string[];
  readonly mode: Mode;
  /** Path of the mapping file. */
  readonly map: string | undefined;
  readonly concurrency: number | undefined;
  /** Path of the rejects file. */
  readonly rejects: string | undefined;
  /** Rejects the report lists; the others are only counted and written. */
  readonly mostListed: number;
  readonly connection: ConnectionOptions;
}

export interface SyncReport {
  readonly summary: Summary;
  readonly plan: Plan;
  readonly rejects: readonly Reject[];
  /** Every rejects file that was written, `summary.rejectsFile` first. */
  readonly rejectsFiles: readonly string[];
}

/** One run: connect, read, plan, send, report. */
export async function syncCatalog(
  options: SyncOptions,
  surroundings: { readonly io: Io; readonly secrets: Secrets; readonly listener: SyncListener },
): Promise<SyncReport> {
  const { io, listener, secrets } = surroundings;
  const startedAt = io.clock.monotonic();
  const warnings: string[] = [];
  const warn = (sentence: string): void => {
    warnings.push(sentence);
    listener.warned(sentence);
  };
  const connection =
    options.mode === 'sync'
      ? await connect(options.connection, { io, secrets, warn, hooks: listener.hooks })
      : undefined;
  const target = await chosenTarget(options, listener);
  const catalog = await open(options, io);
  try {
    listener.opened(catalog);
    const writer = target && new RejectsWriter(catalog, target);
    const rejections = new Rejections(options.mostListed, writer);
    const signal = io.interruption;
    const final = connection === undefined;
    const rate = connection?.rate ?? (final ? rateOf(options.connection.rate) : undefined);
    const plan = await planCatalog(catalog, { rate, signal, rejections, final });
    if (!signal.aborted) listener.planned(plan);
    const delivery = await send(connection, catalog, plan, {
      options,
      rejections,
      listener,
      signal,
    });
    listener.settled();
    const written = await writer?.close();
    if (written?.failure !== undefined) {
      warn(`The rejects file could not be written: ${written.failure}.`);
    }
    const rejectsFiles = written?.files ?? [];
    const summary = summarize({
      mode: options.mode,
      files: options.files,
      catalog,
      delivery,
      rejected: rejections.count,
      interrupted: signal.aborted,
      durationMs: Math.round(io.clock.monotonic() - startedAt),
      rejectsFile: rejectsFiles[0] ?? null,
      warnings: [...warnings, ...catalog.warnings],
    });
    return { summary, plan, rejects: rejections.listed, rejectsFiles };
  } finally {
    listener.settled();
    await catalog.close();
  }
}

interface Sent {
  readonly options: SyncOptions;
  readonly rejections: Rejections;
  readonly listener: SyncListener;
  readonly signal: AbortSignal;
}

async function send(
  connection: Connection | undefined,
  catalog: Catalog,
  plan: Plan,
  { options, rejections, listener, signal }: Sent,
): Promise<DeliveryResult | undefined> {
  if (connection === undefined || signal.aborted) return undefined;
  const { client, rate } = connection;
  listener.sending({ plan, rate, limiter: client.rateLimiter });
  return deliver(client, catalog, {
    signal,
    rejections,
    concurrency: options.concurrency,
    onProgress: (progress) => {
      listener.progressed(progress);
    },
  });
}

/** Where nothing is sent, a rejects file is only written when one is named. */
async function chosenTarget(
  { mode, rejects, files }: SyncOptions,
  listener: SyncListener,
): Promise<Target | undefined> {
  if (mode !== 'sync' && rejects === undefined) return undefined;
  const target = await rejectsTarget(rejects, files);
  if (!target.holdsSomethingElse || (await listener.mayReplace(target.name))) return target;
  throw new UserError(
    'bad-rejects-file',
    `${target.name} exists and is not a rejects file`,
    'Name another one with --rejects, or replace it with --yes.',
  );
}

async function open(options: SyncOptions, io: Io): Promise<Catalog> {
  const { files, map, from, currency, empty, includeUnpublished, storeUrl, idFrom } = options;
  try {
    return await openCatalog(files, {
      // Nothing may come for a long time: Ctrl-C ends the wait.
      stdin: files.includes('-') ? addAbortSignal(io.interruption, io.stdin) : io.stdin,
      signal: io.interruption,
      ...(from === undefined ? {} : { from }),
      ...(map === undefined ? {} : { map: await readMapping(map) }),
      ...(currency === undefined ? {} : { currency }),
      ...(empty === undefined ? {} : { empty }),
      ...(includeUnpublished === undefined ? {} : { includeUnpublished }),
      ...(storeUrl === undefined ? {} : { storeUrl }),
      ...(idFrom === undefined ? {} : { idFrom }),
    });
  } catch (error) {
    io.interruption.throwIfAborted();
    // The message of a SourceError is whole: place, problem and next step.
    if (error instanceof SourceError) throw new UserError(error.code, error.message);
    throw error;
  }
}
