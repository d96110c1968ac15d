import type { Sandbox } from 'sequenzy-sandbox';

/** What the program that is killed has to get through, round after round: the same records, each time changed. */
export interface Load {
  /** Command and options. */
  readonly args: readonly string[];
  readonly file: string;
  /** The file its ledger is in. */
  readonly ledger: string;
  /** How many there are. */
  readonly records: number;
  contentOf(round: number): string;
  /** The ids in the body of a request that delivers some. */
  idsIn(request: Sandbox['requests'][number]): string[] | undefined;
  /** How much the sandbox does not have as the round has it. */
  differingFrom(sandbox: Sandbox, round: number): number;
}
