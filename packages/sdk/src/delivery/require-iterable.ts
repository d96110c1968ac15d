import { isObject } from 'sequenzy-contract';
import { SequenzyValidationError } from '../errors/errors.ts';

/**
 * For callers without types. A text is refused too: its letters would be taken one by one.
 *
 * @throws {SequenzyValidationError} for what cannot be gone through.
 */
export function requireIterable(source: unknown, path = 'source'): void {
  if (isObject(source) && (Symbol.asyncIterator in source || Symbol.iterator in source)) return;
  const kind = source === null ? 'null' : typeof source;
  const got = kind === 'function' ? 'a function: call it' : kind;
  const message = `expected a list or another iterable, got ${got}`;
  throw new SequenzyValidationError('The input cannot be read', [{ path, message }]);
}
