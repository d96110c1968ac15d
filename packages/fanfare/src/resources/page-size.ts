import { FanfareValidationError } from '../errors/errors.ts';

/** The most that one page holds. Source: docs.fanfare.io/api/pagination. */
const most = 100;

/** @throws {FanfareValidationError} for a size the API refuses. */
export function pageSizeOf(given = most): number {
  if (Number.isInteger(given) && given >= 1 && given <= most) return given;
  const message = `expected a whole number from 1 to ${String(most)}, got ${String(given)}`;
  throw new FanfareValidationError('The request cannot be made', [{ path: 'pageSize', message }]);
}
