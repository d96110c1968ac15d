import { doubtWarnings } from '../../report/doubt-warnings.ts';
import type { HoldPlan } from '../../report/automations.ts';
import type { OrdersPlan } from '../../report/orders-plan.ts';
import { number, option, say, type Words } from 'sequenzy-contract';

/** A hold that ends before the run does stops it. */
export function holdWarnings(
  { milliseconds }: Pick<OrdersPlan, 'milliseconds'>,
  hold: HoldPlan | undefined,
): Words[] {
  if (hold === undefined || milliseconds <= hold.maxHold) return [];
  return [
    say`The run takes longer than ${option('maxHold')} allows: it stops then, enrolment resumes, and the same command continues.`,
  ];
}

/**
 * What no answer of the API will tell.
 *
 * @param isDryRun Nothing is asked of the API.
 */
export function planWarnings(plan: OrdersPlan, isDryRun: boolean): Words[] {
  const sentences = [
    ...doubtWarnings(
      plan,
      say` Totals travel with newer orders too; ${option('since')} leaves old ones out.`,
    ),
    ...storedWarnings(plan.stored),
  ];
  if (isDryRun && plan.comparison !== undefined && plan.comparison.customers > 0) {
    sentences.push(
      'A dry run does not ask Sequenzy whether it has more orders of these customers than the files; the run itself does, before it sends.',
    );
  }
  return sentences;
}

/** What is not known of history that is stored as events, and what of it is not stored. */
function storedWarnings(stored: OrdersPlan['stored']): Words[] {
  if (stored === undefined) return [];
  const { orders, tooOld } = stored;
  const sentences: Words[] = [];
  if (orders > 0) {
    sentences.push(
      say`${option('asEvents')} is experimental: it is not known whether events that are stored so feed product segments and replenishment reminders. Lifetime totals come with the order of each customer that is sent.`,
    );
  }
  if (tooOld > 0) {
    const [are, they] = tooOld === 1 ? ['order is', 'It is'] : ['orders are', 'They are'];
    sentences.push(
      `${number(tooOld)} ${are} more than 5 years old, and Sequenzy takes no events of that age. ${they} left out, and counted in the totals.`,
    );
  }
  return sentences;
}
