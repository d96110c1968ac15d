import type { Findings } from './findings.ts';

/** What an inspection has come to. */
export interface Damage {
  readonly findings: Findings;
  /** JSON documents: no spreadsheet writes them. */
  readonly notInspected: readonly string[];
  /** Undefined where no repaired file was asked for. */
  readonly repaired: Repaired | undefined;
}

/** A file that was written anew. */
export interface Repaired {
  readonly file: string;
  /** How many were changed. */
  readonly cells: number;
  /** How many were left out. */
  readonly rows: number;
}

/** Findings that a person has to see to. */
export function leftOf({ findings, repaired }: Damage): number {
  return repaired === undefined ? findings.count : findings.count - findings.certain;
}
