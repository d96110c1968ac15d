import { SequenzyError } from 'sequenzy-transport';

/**
 * The totals of a backfill were computed from a source that lacks orders the ledger knows: they would be too low.
 * Nothing was sent.
 */
export class SequenzyPartialHistoryError extends SequenzyError {
  override readonly name = 'SequenzyPartialHistoryError';
  /** How many orders are missing. */
  readonly missing: number;
  /** Some of their orderIds. */
  readonly examples: readonly string[];

  constructor(missing: number, examples: readonly string[]) {
    const which = `${examples.join(', ')}${missing > examples.length ? ', …' : ''}`;
    super(
      'validation',
      `The source lacks ${missing} orders that were sent before (${which}), so that its totals would be too low`,
    );
    this.missing = missing;
    this.examples = examples;
  }
}
