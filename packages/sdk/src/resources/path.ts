import { SequenzyValidationError } from '../errors.ts';

/**
 * An id as one segment of a path.
 *
 * @throws {SequenzyValidationError} for `.` and `..`, which every URL parser would take for a folder, and for ''.
 */
export function segment(name: string, id: string): string {
  if (/^\.{0,2}$/.test(id)) {
    const message = `cannot stand in a path, got ${JSON.stringify(id)}`;
    throw new SequenzyValidationError('The request cannot be made', [{ path: name, message }]);
  }
  return encodeURIComponent(id);
}
