import { SequenzyError } from 'sequenzy-transport';

/**
 * The totals of a backfill were computed from a source that lacks orders, so that they would be too low. Nothing was
 * sent.
 */
export class SequenzyPartialHistoryError extends SequenzyError {
  override readonly name = 'SequenzyPartialHistoryError';
  /**
   * `missing`: the ledger knows orders that the source lacks. `unreadable`: the source has faulty orders of which not
   * even the customer is known, so that anybody's totals could lack them.
   */
  readonly reason: 'missing' | 'unreadable';
  /** How many orders the totals lack. */
  readonly missing: number;
  /** Some of them: orderIds, or what the source calls them. */
  readonly examples: readonly string[];

  constructor(reason: 'missing' | 'unreadable', missing: number, examples: readonly string[]) {
    super('validation', messageOf(reason, missing, examples));
    this.reason = reason;
    this.missing = missing;
    this.examples = examples;
  }
}

function messageOf(
  reason: SequenzyPartialHistoryError['reason'],
  missing: number,
  examples: readonly string[],
): string {
  const which = `${examples.join('; ')}${missing > examples.length ? '; …' : ''}`;
  const orders = missing === 1 ? 'order' : 'orders';
  return reason === 'missing'
    ? `The source lacks ${missing} ${orders} that ${missing === 1 ? 'was' : 'were'} sent before (${which}), so that its totals would be too low`
    : `The e-mail address of ${missing} faulty ${orders} cannot be read (${which}), so that anybody’s totals could be too low`;
}
