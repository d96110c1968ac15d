import { faultsOf, parsed } from 'sequenzy-contract';
import { mappingSchema, type Mapping } from './mapping.ts';

/** A mapping, or the first thing that is wrong with a value that should be one. */
export type CheckedMapping =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly problem: string };

/** Holds what stood in a mapping file against the language. */
export function checkMapping(value: unknown): CheckedMapping {
  const result = parsed(mappingSchema, value);
  if (result.success) {
    const { fields, variants, items } = result.data;
    const twice = Object.entries({ variants, items }).find(
      ([list, said]) => typeof said === 'string' && list in fields,
    );
    if (twice === undefined) return { ok: true, mapping: result.data };
    return { ok: false, problem: `${twice[0]} is named twice, beside the fields and among them` };
  }
  const [first] = result.error.issues;
  if (first?.code === 'unrecognized_keys') {
    return { ok: false, problem: `"${first.keys.join('", "')}" is not part of a mapping` };
  }
  const [fault] = faultsOf(result.error, value);
  const place = fault?.path === '' ? '' : `${fault?.path ?? ''}: `;
  return { ok: false, problem: `${place}${fault?.message ?? 'is not a mapping'}` };
}
