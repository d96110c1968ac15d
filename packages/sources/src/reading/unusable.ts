import { SourceError } from '../errors.ts';
import { canonical } from '../table/columns.ts';
import type { Unusable } from '../unusable/unusable.ts';

/**
 * Says of a file that is known and cannot be used why that is so.
 *
 * @throws {SourceError} It is such a file.
 */
export function refuseKnownUnusable(
  file: string,
  names: readonly string[],
  unusable: readonly Unusable[],
): void {
  const headings = new Set(names.map(canonical));
  const known = unusable.find(({ columns }) =>
    columns.every((column) => headings.has(canonical(column))),
  );
  if (known === undefined) return;
  throw new SourceError(`this is ${known.label}, and ${known.reason}`, {
    code: 'unusable',
    file,
    nextStep: known.nextStep,
  });
}
