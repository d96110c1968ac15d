import { SequenzyValidationError } from '../errors/errors.ts';

/** How many products one run may delete: a number, or a share of those that are known, such as `10%`. */
export type MaxDelete = number | `${number}%`;

export const defaultMaxDelete: MaxDelete = '10%';

/**
 * A share is rounded down and allows at least one product, unless it is 0.
 *
 * @throws {SequenzyValidationError} when it is neither a number nor a share.
 */
export function allowedOf(max: MaxDelete, known: number): number {
  const number = Number(typeof max === 'string' ? max.replace(/%$/, '') : max);
  if (!(number >= 0)) {
    const message = `${JSON.stringify(max)} is neither a number of products nor a share`;
    throw new SequenzyValidationError('The mirror cannot be made', [
      { path: 'maxDelete', message },
    ]);
  }
  if (typeof max === 'number') return number;
  return number === 0 ? 0 : Math.max(1, Math.floor((known * number) / 100));
}
