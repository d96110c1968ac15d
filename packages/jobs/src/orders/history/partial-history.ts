import { SequenzyPartialHistoryError, type SentFor } from 'sequenzy-commerce/backfill';
import { option, say, type Words } from 'sequenzy-contract';
import { adviceOf } from '../../report/advice.ts';
import { UserError } from '../../report/user-error.ts';
import type { OrderHistory } from './order-history.ts';

const elsewhere = say`take the totals from elsewhere (${option('totalsFrom')}, ${option('totals', 'none')}), or send anyway with ${option('partialHistory')}.`;
const nextSteps: Readonly<Record<SequenzyPartialHistoryError['reason'], Words>> = {
  missing: say`Nothing was sent. Pass all files of the history, ${elsewhere}`,
  lost: say`Nothing was sent. Check that the files have the e-mail addresses of the customers, ${elsewhere}`,
  unreadable: say`Nothing was sent. Correct them in the files (sequenzy-cli orders check shows what is wrong), ${elsewhere}`,
  behind: say`Nothing was sent. Pass all files of the history, ${elsewhere}`,
  incomplete: say`Nothing was sent. Give all pages of the list together, ${elsewhere}`,
};

/** Totals that were to be computed would be those of a part of the history. */
export function partialHistory({
  reason,
  message,
  examples,
}: SequenzyPartialHistoryError): UserError {
  const forget = `If they were deleted in the shop, acknowledge them once: sequenzy-cli orders forget ${examples.map((example) => JSON.stringify(example)).join(' ')}`;
  const nextStep = reason === 'missing' ? say`${nextSteps.missing} ${forget}` : nextSteps[reason];
  return new UserError('partial-history', message, nextStep);
}

/** @param saidBy The words of the query that make it read a part: `:since`. */
export function totalsOfChanges(saidBy: string): UserError {
  return new UserError(
    'partial-history',
    say`${option('totals', 'computed')} adds up all orders, and with ${saidBy} the query reads only those that have changed`,
    say`Nothing was sent. Let the query give the totals, leave out ${saidBy}, or send anyway with ${option('partialHistory')}.`,
  );
}

/** A run that was refused, and the files that say what was rejected before. */
export function withRejects(error: unknown, files: readonly string[]): unknown {
  if (!(error instanceof UserError) || files.length === 0) return error;
  const { code, place, problem, advice, exitCode } = error;
  const where = adviceOf(`What was rejected, and why: ${files.join(', ')}.`);
  return new UserError(code, problem, [...advice, ...where], { exitCode, place });
}

/** Faulty orders that could be anybody's. */
export function unownedOf({ faulty }: Pick<OrderHistory, 'faulty'>): readonly string[] {
  return faulty.flatMap(({ email, name }) => (email === undefined ? [name] : []));
}

/** @throws {UserError} where a backfill is refused, because anybody's totals could be too low. */
export function requireWholeFiles(
  { faulty, lacksOrders }: Pick<OrderHistory, 'faulty' | 'lacksOrders'>,
  { isOwned }: Pick<SentFor, 'isOwned'>,
): void {
  if (lacksOrders) throw partialHistory(new SequenzyPartialHistoryError('incomplete', 0, []));
  const others = faulty.filter(({ orderId }) => orderId === undefined || !isOwned(orderId));
  const unowned = unownedOf({ faulty: others });
  if (unowned.length === 0) return;
  const examples = unowned.slice(0, 5);
  throw partialHistory(new SequenzyPartialHistoryError('unreadable', unowned.length, examples));
}
