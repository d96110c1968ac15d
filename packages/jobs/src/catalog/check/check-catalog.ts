import { inspectCatalog, type Catalog, type Inspection } from 'sequenzy-sources';
import type { Io } from '../../job/io.ts';
import type { Secrets } from '../../report/secrets.ts';
import { UserError } from '../../report/user-error.ts';
import { emptySummary } from '../../report/summary.ts';
import { openChosen } from '../../input/choose-source.ts';
import { catalogOptionsOf, named, orRefuse } from '../../input/open-input.ts';
import { openProducts } from '../../input/products/open-products.ts';
import { planCatalog } from '../plan/plan.ts';
import { Rejections } from '../../rejects/rejections.ts';
import { chosenTarget } from '../../rejects/chosen-target.ts';
import { closeRejects } from '../../rejects/close-rejects.ts';
import { RejectsWriter } from '../../rejects/rejects-writer.ts';
import { rateOf } from '../../connect/schedule.ts';
import { shownFile } from '../../input/shown-file.ts';
import { summarize } from '../../report/summarize.ts';
import type { SyncReport } from '../../report/sync-report.ts';
import type { SyncListener, ChooseSource } from '../../job/sync-listener.ts';
import type { SyncOptions } from '../sync/sync-options.ts';
import { Warnings } from '../../job/warnings.ts';
import type { Target } from '../../rejects/target.ts';
import type { Damage } from './damage.ts';
import { failedEnd, orDamage, withDamage } from './verdict.ts';
import { fixTarget, type Confirm, type FixChoice } from './fix-target.ts';
import { inspect } from './inspect.ts';
import type { Plan } from '../../report/plan.ts';

export interface CheckOptions extends SyncOptions, Pick<FixChoice, 'fix'> {
  /** Findings of a kind the report lists; the others are only counted. */
  readonly mostFound: number;
}

export interface CheckReport extends Omit<SyncReport, 'plan'> {
  readonly damage: Damage;
  /** Undefined where the records could not be read. */
  readonly plan: Plan | undefined;
}

export interface CheckSurroundings {
  readonly io: Io;
  readonly secrets: Secrets;
  readonly listener: SyncListener;
  readonly confirm: Confirm;
}

/** Looks the files over for damage, then reads them as a sync would, without key and network. */
export async function checkCatalog(
  options: CheckOptions,
  { io, secrets, listener, confirm }: CheckSurroundings,
): Promise<CheckReport> {
  const startedAt = io.clock.monotonic();
  const { said: warnings, warn } = new Warnings(listener);
  const rejects = await chosenTarget(options, listener);
  const target = await fixTarget({ ...options, others: [options.rejects] }, confirm);
  const around = { io, secrets, warn, listener };
  const inspection =
    options.fanfare === undefined
      ? await inspectInput(options, io, listener.chooseSource)
      : undefined;
  try {
    const damage = await inspect(inspection, { ...options, target }, io);
    const opening = inspection?.catalog() ?? openProducts(options, around);
    const catalog = await orDamage(orRefuse(io, opening), damage);
    if (catalog instanceof UserError) {
      const summary = emptySummary(
        failedEnd('catalog check', catalog),
        options.files.map(shownFile),
      );
      return { summary, damage, plan: undefined, rejects: [], rejectsFiles: [] };
    }
    const how = { ...options, rejects, startedAt, warnings, warn };
    const report = await checkRecords(catalog, how, io, listener);
    return { ...report, summary: withDamage(report.summary, damage), damage };
  } finally {
    await inspection?.close();
  }
}

async function inspectInput(
  options: CheckOptions,
  io: Io,
  choose: ChooseSource,
): Promise<Inspection> {
  const { files, from } = options;
  const reading = await catalogOptionsOf(options, io);
  return openChosen(io, (name) => inspectCatalog(files, { ...reading, ...named(name) }), {
    from,
    choose,
  });
}

type RecordOptions = Omit<CheckOptions, 'rejects'> & {
  readonly rejects: Target | undefined;
  /** By the monotonic clock. */
  readonly startedAt: number;
  readonly warnings: readonly string[];
  readonly warn: (sentence: string) => void;
};

async function checkRecords(
  catalog: Catalog,
  options: RecordOptions,
  io: Io,
  listener: SyncListener,
): Promise<SyncReport> {
  const { interruption: signal } = io;
  try {
    listener.opened(catalog);
    const writer = options.rejects && new RejectsWriter(catalog, options.rejects);
    const rejections = new Rejections(options.mostListed, writer);
    const rate = rateOf(options.connection.rate);
    const around = { signal, rejections, ledger: undefined, prune: undefined };
    const plan = await planCatalog(catalog, { ...around, rate, final: true, full: true });
    if (!signal.aborted) listener.planned(plan);
    const rejectsFiles = await closeRejects(writer, options.warn);
    const summary = summarize({
      command: 'catalog check',
      mode: 'check',
      files: options.files.map(shownFile),
      catalog,
      plan,
      rejected: rejections.count,
      interrupted: signal.aborted,
      durationMs: Math.round(io.clock.monotonic() - options.startedAt),
      rejectsFile: rejectsFiles[0] ?? null,
      warnings: [...options.warnings, ...catalog.warnings],
    });
    return { summary, plan, rejects: rejections.listed, rejectsFiles };
  } finally {
    await catalog.close();
  }
}
