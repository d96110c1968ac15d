/** What the process says when it ends. Documented in docs/cli.md; scripts rely on them. */
export const exitCodes = {
  /** Everything was accepted or unchanged. */
  ok: 0,
  /** A defect of this program. */
  bug: 1,
  /** Wrong usage, or input that cannot be read. Nothing was sent. */
  usage: 2,
  /** Finished, but some records were rejected or not found. */
  rejected: 3,
  /** The key or its permission was refused. */
  refused: 4,
  /** Stopped early: run it again to continue. `EX_TEMPFAIL` of sysexits.h. */
  stopped: 75,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
