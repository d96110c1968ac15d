import type { Product } from 'sequenzy-contract';
import type { RecordFault } from '../catalog.ts';

/** A record as it is spooled. */
export interface SpooledRecord {
  /** Number of the input. */
  readonly file: number;
  readonly line: number;
  readonly key: string | undefined;
  readonly product: Product | undefined;
  readonly faults: readonly RecordFault[];
}

/** Keeps the place of a record that is not handed out. */
export const skippedRecord = '';

export function encodeRecord({ file, line, key, product, faults }: SpooledRecord): string {
  return JSON.stringify([file, line, key ?? null, product ?? null, faults]);
}

type Line = [
  file: number,
  line: number,
  key: string | null,
  product: Product | null,
  faults: RecordFault[],
];

export function decodeRecord(text: string): SpooledRecord {
  // The line was written by `encodeRecord`.
  const [file, line, key, product, faults] = JSON.parse(text) as Line;
  return { file, line, key: key ?? undefined, product: product ?? undefined, faults };
}
