import { SequenzyError } from '../errors/errors.ts';

/** @throws {SequenzyError} of the code `ledger` for whatever a ledger throws. */
export async function orLedgerError<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SequenzyError('ledger', `The ledger failed: ${reason}`, { cause });
  }
}
