import { say, type Words, number } from 'sequenzy-contract';
import type { BackfillNotices } from 'sequenzy-commerce/backfill';

/**
 * What orders may lose without an error.
 *
 * @param aboutOld What can be done about old orders.
 */
export function doubtWarnings(
  { tooOld, reservedProperties }: Pick<BackfillNotices, 'tooOld' | 'reservedProperties'>,
  aboutOld: Words = '',
): Words[] {
  const sentences: Words[] = [];
  if (tooOld > 0) {
    sentences.push(
      say`${number(tooOld)} of these orders ${tooOld === 1 ? 'is' : 'are'} more than 5 years old. Sequenzy refuses other events of that age, and answers an order before it looks at it: ${tooOld === 1 ? 'it' : 'they'} may vanish without an error.${aboutOld}`,
    );
  }
  if (reservedProperties.length > 0) {
    const names = reservedProperties.map((name) => `properties.${name}`).join(', ');
    sentences.push(
      `Sequenzy keeps its own event properties of these names, so that those of the orders are lost: ${names}. Rename them.`,
    );
  }
  return sentences;
}
