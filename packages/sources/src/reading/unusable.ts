import { SourceError } from '../faults/source-error.ts';
import { canonical } from '../table/columns.ts';
import type { Unusable } from '../faults/unusable.ts';

/** Says of a file that is known and cannot be used why that is so; undefined where it is no such file. */
export function knownUnusable(
  file: string,
  names: readonly string[],
  unusable: readonly Unusable[],
): SourceError | undefined {
  const headings = new Set(names.map(canonical));
  const known = unusable.find(({ columns }) =>
    columns.every((column) => headings.has(canonical(column))),
  );
  if (known === undefined) return undefined;
  const { label, reason, nextStep } = known;
  return new SourceError(`this is ${label}, and ${reason}`, { code: 'unusable', file, nextStep });
}
