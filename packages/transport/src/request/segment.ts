import { ApiValidationError } from '../errors/api-error.ts';

/**
 * An id as one segment of a path.
 *
 * @throws {ApiValidationError} for what is not text, and for `.` and `..`, which every URL parser would take for a folder.
 */
export function segment(name: string, id: string): string {
  const refuse = (message: string): never => {
    throw new ApiValidationError('The request cannot be made', [{ path: name, message }]);
  };
  // Not every caller has types.
  if (typeof (id as unknown) !== 'string') return refuse(`expected text, got ${typeof id}`);
  if (/^\s*$/.test(id)) return refuse(`expected text, got ${JSON.stringify(id)}`);
  if (id === '.' || id === '..') {
    return refuse(`"${id}" stands for a folder in every address, so that no request can name it`);
  }
  if (/\p{Surrogate}/u.test(id)) return refuse('holds half a character');
  return encodeURIComponent(id);
}
