import { isRecord } from 'sequenzy-contract';
import { renamed, unwrapped } from '../documents/fields.ts';
import type { Documents } from '../documents/document.ts';
import { canonical } from '../table/columns.ts';
import type { DocumentInput } from './inputs.ts';

/** The documents that one piece of a JSON text stands for: one, unless a rejects file has put several together. */
export function documentsOf(value: unknown, line: number, input: DocumentInput): Documents {
  const [first, ...rest] = unwrapped(value).map((one) => ({
    value: renamed(withoutKeys(one, input.ignored), input.map, input.renamedWithin),
    line,
    file: input.text.name,
  }));
  return [first ?? { value, line, file: input.text.name }, ...rest];
}

function withoutKeys(value: unknown, ignored: ReadonlySet<string>): unknown {
  if (ignored.size === 0 || !isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !ignored.has(canonical(key))));
}
