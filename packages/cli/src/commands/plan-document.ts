import type { Plan } from '../run/plan.ts';
import { mostNamed } from '../run/prune/gone.ts';

/** A plan as `--json` prints it. Documented in docs/cli.md. */
export function planDocument(plan: Plan) {
  const { products, requests, milliseconds, requestsPerMinute, restocks, gone } = plan;
  return {
    products,
    requests,
    milliseconds,
    requestsPerMinute: requestsPerMinute ?? null,
    new: plan.created,
    changed: plan.changed,
    unchanged: plan.unchanged,
    rejected: plan.rejected,
    restocks,
    toDelete: gone?.count ?? 0,
    firstToDelete: gone?.productIds.slice(0, mostNamed) ?? [],
  };
}
