import type { RecordFault } from '../faults/record-fault.ts';
import type { Owner } from './record-kind.ts';

/** A record as it is spooled. */
export interface SpooledRecord<Value> extends LineHead {
  /** Valid, in a form that JSON can hold. */
  readonly value: Value | undefined;
}

/** What stands on the line before the value. */
interface LineHead {
  /** Number of the input. */
  readonly file: number;
  readonly line: number;
  readonly key: string | undefined;
  readonly faults: readonly RecordFault[];
  /** Of a faulty record: whose it is, where that is known. */
  readonly owner?: Owner;
}

/** Keeps the place of a record that is not handed out. */
export const skippedRecord = '';

/** Stands between head and value: JSON writes a tab of its own as `\t`. */
export const tab = '\t';

/** @param text The value as JSON; empty where there is none. */
export function encodeRecord({ file, line, key, faults, owner }: LineHead, text: string): string {
  const id = key === undefined ? 'null' : JSON.stringify(key);
  const rest = text === '' ? `,${JSON.stringify(faults)},${JSON.stringify(owner ?? null)}` : '';
  return `[${String(file)},${String(line)},${id}${rest}]${tab}${text}`;
}

type Head = [
  file: number,
  line: number,
  key: string | null,
  faults?: RecordFault[],
  owner?: Owner | null,
];

export function decodeRecord<Value>(line: string): SpooledRecord<Value> {
  const at = line.indexOf(tab);
  const text = line.slice(at + 1);
  // The line was written by `encodeRecord`.
  const value = text === '' ? undefined : (JSON.parse(text) as Value);
  return { ...decodeHead(line.slice(0, at)), value };
}

export function decodeHead(text: string): LineHead {
  const [file, line, key, faults = [], owner] = JSON.parse(text) as Head; // by `encodeRecord`
  return { file, line, key: key ?? undefined, faults, ...(owner && { owner }) };
}
