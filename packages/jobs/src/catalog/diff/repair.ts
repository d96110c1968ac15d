import { shownFile } from 'sequenzy-sources/address';
import type { Catalog } from 'sequenzy-sources';
import { carryOut, type Means } from '../plan/carry-out.ts';
import { planCatalog } from '../plan/plan.ts';
import { summarize } from '../../report/summarize.ts';
import type { Summary } from '../../report/summary.ts';
import type { SyncOptions } from '../sync/sync-options.ts';
import type { Diff } from './compare.ts';

export interface Repair extends Means {
  readonly catalog: Catalog;
  readonly diff: Diff;
  readonly options: SyncOptions;
  readonly now: () => number;
}

/** Sends what is only in the file or other than in the file: a sync of just these products. */
export async function repair({ catalog, diff, options, now, ...means }: Repair): Promise<Summary> {
  const startedAt = now();
  const wanted = new Set(
    diff.entries.filter(({ status }) => status !== 'missing').map(({ productId }) => productId),
  );
  const { counts, lacksPages, variantFields } = catalog;
  const some = { ...partOf(catalog, wanted), counts, lacksPages, variantFields };
  const { job, ledger, rejections, connection } = means;
  const { signal, tell, warn } = job;
  const { rate } = connection;
  const plan = await planCatalog(some, {
    rate,
    signal,
    rejections,
    ledger,
    final: false,
    isPart: true,
    full: true,
    prune: undefined,
    reading: { client: connection.client, tell, warn, onOutage: undefined },
  });
  tell({ type: 'planned', kind: 'products', plan });
  const carriedOut = await carryOut(
    plan,
    some,
    { ...options, full: true },
    { ...means, isPart: true },
  );
  return summarize({
    ...carriedOut,
    command: 'catalog diff',
    mode: 'sync',
    files: options.files.map(shownFile),
    feed: means.feed,
    plan,
    catalog: {
      source: catalog.source,
      recognition: catalog.recognition,
      counts: { ...catalog.counts, records: plan.products + plan.rejected },
    },
    rejected: plan.rejected,
    interrupted: signal.aborted,
    durationMs: Math.round(now() - startedAt),
    rejectsFile: null,
    warnings: [],
  });
}

function partOf(catalog: Pick<Catalog, 'records'>, wanted: ReadonlySet<string>) {
  return {
    async *records() {
      for await (const record of catalog.records()) {
        if (record.product !== undefined && wanted.has(record.product.productId)) yield record;
      }
    },
  };
}
