import { UserError } from '../../report/user-error.ts';

/** How many products one run may delete: a number, or a share of those that are known, such as `10%`. */
export type MaxDelete = number | `${number}%`;

/** What may be deleted because it is gone from the source. */
export interface Prune {
  /** Default: 10%. */
  readonly maxDelete?: MaxDelete | undefined;
}

export const defaultMaxDelete: MaxDelete = '10%';

/**
 * A share is rounded down and allows at least one product, unless it is 0.
 *
 * @throws {UserError} when it is neither a number nor a share.
 */
export function allowedOf(max: MaxDelete, known: number): number {
  const number = Number(typeof max === 'string' ? max.replace(/%$/, '') : max);
  if (!(number >= 0)) {
    const given = JSON.stringify(max);
    throw new UserError('usage', `maxDelete ${given} is neither a number of products nor a share`);
  }
  if (typeof max === 'number') return number;
  return number === 0 ? 0 : Math.max(1, Math.floor((known * number) / 100));
}
