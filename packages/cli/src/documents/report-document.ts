import type { SyncReport } from 'sequenzy-jobs/report/sync-report.ts';
import { type Plan, mostNamed } from 'sequenzy-jobs/report/plan.ts';
import type { Mode } from 'sequenzy-jobs/report/summarize.ts';

/** A plan as `--json` prints it. Documented in docs/json.md. */
function planDocument(plan: Plan) {
  const { products, requests, milliseconds, requestsPerMinute, restocks, stock, gone } = plan;
  return {
    products,
    requests,
    milliseconds,
    requestsPerMinute: requestsPerMinute ?? null,
    new: plan.created,
    changed: plan.changed,
    unchanged: plan.unchanged,
    rejected: plan.rejected,
    withoutPage: plan.withoutPage,
    restocks,
    stock: {
      products: stock.products,
      variants: stock.variants,
      unknown: stock.unknown ?? null,
      others: stock.others,
      unread: stock.unread,
      fields: stock.fields,
      requests: stock.requests,
    },
    toDelete: gone?.count ?? 0,
    firstToDelete: gone?.productIds.slice(0, mostNamed) ?? [],
  };
}

/** Where nothing is sent the plan and every reject are the result; else the rejects are in their file. */
export function reportDocument(
  {
    summary,
    plan,
    rejects,
    rejectsFiles,
    automations,
    changes,
  }: Omit<SyncReport, 'plan'> & { readonly plan: Plan | undefined },
  mode: Mode,
) {
  const more = {
    ...(rejectsFiles.length > 1 ? { rejectsFiles } : {}),
    ...(changes && { changes: changes.listed }),
  };
  if (mode === 'sync') return { ...summary, ...more };
  return {
    ...summary,
    ...more,
    plan: plan === undefined ? null : { ...planDocument(plan), automations: automations ?? null },
    rejects,
  };
}
