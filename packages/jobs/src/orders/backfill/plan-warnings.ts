import { doubtWarnings } from '../../report/doubt-warnings.ts';
import type { OrdersPlan } from '../../report/orders-plan.ts';
import { option, say, type Words } from 'sequenzy-contract';

/**
 * What no answer of the API will tell.
 *
 * @param isDryRun Nothing is asked of the API.
 */
export function planWarnings(plan: OrdersPlan, isDryRun: boolean): Words[] {
  const sentences = doubtWarnings(
    plan,
    say` Totals travel with newer orders too; ${option('since')} leaves old ones out.`,
  );
  if (isDryRun && plan.comparison !== undefined && plan.comparison.customers > 0) {
    sentences.push(
      'A dry run does not ask Sequenzy whether it has more orders of these customers than the files; the run itself does, before it sends.',
    );
  }
  return sentences;
}
