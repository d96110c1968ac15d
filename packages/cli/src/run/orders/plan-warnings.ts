import { number } from '../../number.ts';
import type { OrdersPlan } from './orders-plan.ts';

/**
 * What no answer of the API will tell.
 *
 * @param isDryRun Nothing is asked of the API.
 */
export function planWarnings(
  { tooOld, reservedProperties, comparison }: OrdersPlan,
  isDryRun: boolean,
): string[] {
  const sentences: string[] = [];
  if (tooOld > 0) {
    sentences.push(
      `${number(tooOld)} of these orders ${tooOld === 1 ? 'is' : 'are'} more than 5 years old. Sequenzy refuses other events of that age, and answers an order before it looks at it: ${tooOld === 1 ? 'it' : 'they'} may vanish without an error. Totals travel with newer orders too; --since leaves old ones out.`,
    );
  }
  if (reservedProperties.length > 0) {
    const names = reservedProperties.map((name) => `properties.${name}`).join(', ');
    sentences.push(
      `Sequenzy keeps its own event properties of these names, so that those of the orders are lost: ${names}. Rename them.`,
    );
  }
  if (isDryRun && comparison !== undefined && comparison.customers > 0) {
    sentences.push(
      'A dry run does not ask Sequenzy whether it has more orders of these customers than the files; the run itself does, before it sends.',
    );
  }
  return sentences;
}
