import { SequenzyError } from '../../errors/errors.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/** Whose ledger it is. Two that differ in one of these know nothing of each other. */
export interface LedgerIdentity {
  /** Company the key belongs to: `(await sequenzy.account.get()).currentCompanyId`. */
  readonly company: string;
  /** Origin of the API, such as `https://api.sequenzy.com`. */
  readonly origin: string;
  /** `products`, `orders` or a name of your own: keys of products and orders must not meet. */
  readonly name: string;
}

/** A ledger that one run holds until it is closed. */
export interface OpenedLedger extends Required<Omit<Ledger, 'reserve'>> {
  /** Keys remembered when it was opened. */
  readonly size: number;
  /** Lets the next run in. Calling it again does nothing. */
  close(): Promise<void>;
}

/** A run that gives no sign of life for so many milliseconds has lost its ledger. */
export const leaseMilliseconds = 60_000;

/** How a store says who holds a ledger. Each is done whole or not at all. */
export interface Lease {
  /** Takes it where nobody has it, or whoever had it has given no sign of life. */
  take(token: string): Promise<boolean>;
  /** Gives a sign of life; false where somebody else has taken it. */
  renew(token: string): Promise<boolean>;
  release(token: string): Promise<void>;
}

/** A held lease. */
interface Held {
  readonly token: string;
  /** @throws {SequenzyError} of the code `ledger` where another run has taken it over. */
  verify(): Promise<void>;
  release(): Promise<void>;
}

/** @throws {SequenzyError} of the code `ledger` where another run holds it. */
export async function hold(lease: Lease, { company, origin, name }: LedgerIdentity): Promise<Held> {
  const token = crypto.randomUUID();
  const what = `The ledger ${name} of ${company} at ${origin}`;
  if (!(await lease.take(token))) {
    const message = `${what} is held by another run. Wait until it is over; one that was killed is let go after ${leaseMilliseconds / 1000} s`;
    throw new SequenzyError('ledger', message);
  }
  const timer = setInterval(() => {
    lease.renew(token).catch(() => undefined); // it is tried again, and asked before each request
  }, leaseMilliseconds / 4);
  timer.unref();
  return {
    token,
    async verify() {
      if (await lease.renew(token)) return;
      const message = `${what} was taken over by another run: nothing more is sent`;
      throw new SequenzyError('ledger', message);
    },
    async release() {
      clearInterval(timer);
      await lease.release(token);
    },
  };
}
