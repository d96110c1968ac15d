import type { Transport } from 'sequenzy-transport';
import type { Ledger } from '../ledger/ledger.ts';

/** Sends nothing, and counts what would have been sent. */
export const countOnly: Transport = ({ meter }) => {
  if (meter !== undefined) meter.sent += 1;
  return Promise.resolve({ status: 200, headers: new Headers(), text: '', json: undefined });
};

/** A ledger that is only read. */
export function unwritten(ledger: Ledger): Ledger {
  const keys = ledger.keys?.bind(ledger);
  return {
    read: (asked) => ledger.read(asked),
    write: () => Promise.resolve(),
    ...(keys === undefined ? {} : { keys }),
  };
}
