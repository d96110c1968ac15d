import type { Sandbox } from 'sequenzy-sandbox';

/** What the program that is killed has to get through, round after round: the same records, each time changed. */
export interface Load {
  /** Command and options. */
  readonly args: readonly string[];
  readonly file: string;
  /**
   * By what it knows, when it is started again, what it has done: the file its ledger is in; `server`, where it looks;
   * or `nothing`, as documented: it sends everything once more.
   */
  readonly knows: { readonly ledger: string } | 'server' | 'nothing';
  /** How many there are. */
  readonly records: number;
  /** What a run may end with. Default: 0 alone. */
  readonly exitCodes?: readonly number[];
  /** The first round gets through unharmed, since what matters begins with the second. Default: false. */
  readonly firstIsLeftAlone?: boolean;
  /** Makes the server ready for a round. */
  prepare?(sandbox: Sandbox): void;
  contentOf(round: number): string;
  /** The ids in the body of a request that delivers some. */
  idsIn(request: Sandbox['requests'][number]): string[] | undefined;
  /** How much the sandbox does not have as the round has it. */
  differingFrom(sandbox: Sandbox, round: number): number;
}

/** Options of the commands that can send without pause, and several requests at once. */
export const unpaced = (concurrency: number): readonly string[] => [
  '--rate',
  'off',
  '--concurrency',
  String(concurrency),
];
