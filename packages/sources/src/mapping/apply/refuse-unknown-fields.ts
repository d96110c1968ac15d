import { SourceError } from '../../faults/source-error.ts';
import { listed } from '../../text/listed.ts';
import { nearestTo } from '../../text/nearest.ts';
import type { Mapping } from '../language/mapping.ts';
import type { Targets } from './apply.ts';

/**
 * @param noun What the mapping is for: `product`.
 * @throws {SourceError} A mapping names a field that such records do not have.
 */
export function refuseUnknownFields(
  { fields, kind }: Mapping,
  { of, names, families }: Targets,
  noun: string,
): void {
  if (kind !== undefined && kind !== `${noun}s`) {
    throw new SourceError(`the mapping is for ${kind}, and ${noun}s are read`, {
      code: 'bad-option',
      nextStep: `Give a mapping for ${noun}s.`,
    });
  }
  const unknown = Object.keys(fields).find((field) => of(field) === undefined);
  if (unknown === undefined) return;
  const nearest = nearestTo(unknown, names);
  const all = [...names, ...families.map((family) => `${family}…`)];
  throw new SourceError(`the mapping names "${unknown}", which is not a field of a ${noun}`, {
    code: 'bad-option',
    value: unknown,
    nextStep:
      nearest === undefined
        ? `The fields are: ${listed(all)}.`
        : `The nearest field is "${nearest}".`,
  });
}
