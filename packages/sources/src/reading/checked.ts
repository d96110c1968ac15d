import type { RecordFault } from '../faults/record-fault.ts';
import type { MappedRecord } from './format.ts';
import type { CheckResult, RecordKind } from './record-kind.ts';
import { readOrRejected } from './unreadable.ts';

/** A valid record, or the reasons why it is none. */
export interface Checked<Value> {
  readonly value: Value | undefined;
  readonly faults: readonly RecordFault[];
}

/** Holds a mapped record against the API's schema. A fault keeps the column and line it comes from. */
export function checked<Made extends MappedRecord, Value>(
  mapped: Made,
  line: number,
  kind: RecordKind<Made, Value>,
): Checked<Value> {
  if (mapped.faults.length > 0) return { value: undefined, faults: mapped.faults };
  const result = readOrRejected<CheckResult<Value>>(
    () => kind.check(mapped),
    line,
    (faults) => ({ ok: false, faults }),
  );
  if (result.ok) return { value: result.value, faults: [] };
  const faults = result.faults.map(({ path, message }) => {
    const place = mapped.locate?.(path);
    return place === undefined ? { path, message, line } : { ...place, message };
  });
  return { value: undefined, faults };
}
