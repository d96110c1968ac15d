import type { Transport } from 'sequenzy-transport';
import { holding, type InnerLedger } from '../ledger/inner-ledger.ts';

/** Sends nothing, and counts what would have been sent. */
export const countOnly: Transport = ({ meter }) => {
  if (meter !== undefined) meter.sent += 1;
  return Promise.resolve({ status: 200, headers: new Headers(), text: '', json: undefined });
};

/** A ledger that is only read. */
export function unwritten(ledger: InnerLedger): InnerLedger {
  const keys = ledger.keys?.bind(ledger);
  const list = ledger.list?.bind(ledger);
  const readOrders = ledger.readOrders?.bind(ledger);
  const { notes, salt } = ledger;
  return {
    read: (asked) => ledger.read(asked),
    write: () => Promise.resolve(),
    isUnwritten: true,
    ...holding(ledger),
    ...(keys && { keys }),
    ...(list && { list }),
    ...(readOrders && { readOrders }),
    ...(notes && { notes: { get: (name) => notes.get(name), set: () => Promise.resolve() } }),
    ...(salt !== undefined && { salt }),
  };
}
