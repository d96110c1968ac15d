import { SourceError } from '../faults/source-error.ts';

/** @param place Where the amount stands; a payload that came without a file has none. */
export function missingCurrency(
  value: string,
  { file, line, column }: { readonly file: string; readonly line: number; readonly column: string },
): SourceError {
  return new SourceError(`"${value}" is an amount, and nothing says in which currency`, {
    code: 'missing-currency',
    ...(file !== '' && { file, line }),
    column,
    value,
    nextStep: 'Pass --currency with an ISO 4217 code, for example --currency USD.',
  });
}
