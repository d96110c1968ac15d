import { shownFile } from 'sequenzy-sources/address';
import { inspectCatalog, type Catalog, type Inspection } from 'sequenzy-sources';
import { rateOf } from '../../connect/schedule.ts';
import { openChosen } from '../../input/choose-source.ts';
import { catalogOptionsOf, named, orRefuse } from '../../input/open-input.ts';
import { openProducts } from '../../input/records/open-records.ts';
import type { Job } from '../../job/job.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';
import { chosenTarget } from '../../rejects/chosen-target.ts';
import { Rejections } from '../../rejects/rejections.ts';
import { RejectsWriter } from '../../rejects/rejects-writer.ts';
import type { Target } from '../../rejects/target.ts';
import type { Plan } from '../../report/plan.ts';
import { summarize } from '../../report/summarize.ts';
import { emptySummary } from '../../report/summary.ts';
import type { SyncReport } from '../../report/sync-report.ts';
import { UserError } from '../../report/user-error.ts';
import { planCatalog } from '../plan/plan.ts';
import type { SyncOptions } from '../sync/sync-options.ts';
import type { Damage } from './damage.ts';
import { fixTarget, type FixChoice } from './fix-target.ts';
import { inspect } from './inspect.ts';
import { failedEnd, orDamage, withDamage } from './verdict.ts';

export interface CheckOptions extends SyncOptions, Pick<FixChoice, 'fix'> {
  /** Findings of a kind the report lists; the others are only counted. Default: 20. */
  readonly mostFound?: number | undefined;
}

export interface CheckReport extends Omit<SyncReport, 'plan'> {
  readonly damage: Damage;
  /** Undefined where the records could not be read. */
  readonly plan: Plan | undefined;
}

/**
 * Looks product files over for damage, then reads them as a sync would, without key and network.
 *
 * @example
 *   const { damage, rejects } = await checkCatalog({ files: ['products.csv'] });
 */
export function checkCatalog(
  options: CheckOptions,
  surroundings: Surroundings = {},
): Promise<CheckReport> {
  return withJob(undefined, surroundings, async (job) => {
    const { io, decide } = job;
    const rejects = await chosenTarget({ ...options, sends: false }, decide);
    const target = await fixTarget({ ...options, others: [options.rejects] }, decide);
    const isFiles = options.live === undefined;
    const inspection = isFiles ? job.use(await inspectInput(options, job)) : undefined;
    const damage = await inspect(inspection, { ...options, target }, io);
    const opening = inspection?.catalog() ?? openProducts(options, job);
    const catalog = await orDamage(orRefuse(io, opening), damage);
    if (catalog instanceof UserError) {
      const end = failedEnd('catalog check', catalog);
      const summary = emptySummary(end, options.files.map(shownFile));
      return { summary, damage, plan: undefined, rejects: [], rejectsFiles: [] };
    }
    const report = await checkRecords(job, job.use(catalog), options, rejects);
    return { ...report, summary: withDamage(report.summary, damage), damage };
  });
}

async function inspectInput(options: CheckOptions, { io, decide }: Job): Promise<Inspection> {
  const { files, from } = options;
  const reading = await catalogOptionsOf(options, io);
  return openChosen(io, (said) => inspectCatalog(files, { ...reading, ...said }), {
    chosen: named(from),
    decide,
  });
}

async function checkRecords(
  job: Job,
  catalog: Catalog,
  options: CheckOptions,
  target: Target | undefined,
): Promise<SyncReport> {
  const { signal } = job;
  job.tell({ type: 'opened', kind: 'products', input: catalog });
  const rejections = new Rejections(
    options.mostListed,
    target && new RejectsWriter(catalog, target),
  );
  const rate = rateOf(options.connection?.rate);
  const { storeUrl } = options;
  const around = { signal, rejections, storeUrl, ledger: undefined, prune: undefined };
  const plan = await planCatalog(catalog, { ...around, rate, final: true, full: true });
  if (!signal.aborted) job.tell({ type: 'planned', kind: 'products', plan });
  const rejectsFiles = await rejections.close(job.warn);
  const summary = summarize({
    ...{ command: 'catalog check', mode: 'check', catalog, plan },
    files: options.files.map(shownFile),
    rejected: rejections.count,
    interrupted: signal.aborted,
    durationMs: job.durationMs,
    rejectsFile: rejectsFiles[0] ?? null,
    warnings: [...job.warnings, ...catalog.warnings],
  });
  return { summary, plan, rejects: rejections.listed, rejectsFiles };
}
