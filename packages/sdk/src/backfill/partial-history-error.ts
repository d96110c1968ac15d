import { classMark } from 'sequenzy-contract';
import { SequenzyError } from '../errors/errors.ts';

/**
 * The totals of a backfill were computed from a source that lacks orders, so they would be too low. Nothing was
 * sent.
 */
export class SequenzyPartialHistoryError extends SequenzyError {
  static override readonly [classMark]: string = 'SequenzyPartialHistoryError';
  declare readonly name: 'SequenzyPartialHistoryError';
  /**
   * `missing`: the ledger knows orders that the source lacks. `lost`: many orders that were sent have lost the e-mail
   * address they were sent for, are skipped or faulty. `unreadable`: the source has faulty orders of which not
   * even the customer is known, so that anybody's totals could lack them. `incomplete`: the source itself says that it
   * lacks orders. `behind`: Sequenzy knows of more orders of some customers than the source has.
   */
  readonly reason: 'missing' | 'lost' | 'unreadable' | 'incomplete' | 'behind';
  /** How many orders the totals lack, as far as they are known: 0 with `incomplete`. With `behind`: how many customers. */
  readonly missing: number;
  /** Some of them: their numbers, else orderIds, or what the source calls them. */
  readonly examples: readonly string[];

  constructor(
    reason: SequenzyPartialHistoryError['reason'],
    missing: number,
    examples: readonly string[],
  ) {
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
  const separator = reason === 'missing' ? ', ' : '; ';
  const which = [...examples, ...(missing > examples.length ? ['…'] : [])].join(separator);
  const orders = missing === 1 ? 'order' : 'orders';
  switch (reason) {
    case 'missing':
      return `The source lacks ${missing} ${orders} that ${missing === 1 ? 'was' : 'were'} sent before (${which}), so its totals would be too low`;
    case 'lost':
      return `${missing} orders that were sent before are now skipped, rejected, or have another e-mail address (${which}), so the totals of their customers would be too low`;
    case 'behind':
      return `Sequenzy has more orders of ${missing} ${missing === 1 ? 'customer' : 'customers'} of a sample than the source (${which}), so totals from the source would be too low`;
    case 'unreadable':
      return `The e-mail address of ${missing} faulty ${orders} cannot be read (${which}), so anybody’s totals could be too low`;
    case 'incomplete':
      return 'The source itself says that it lacks orders, so its totals would be too low';
  }
}
