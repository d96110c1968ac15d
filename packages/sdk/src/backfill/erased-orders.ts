import { Erasures } from '../ledger/erasures.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ownerOf } from './check-order.ts';
import type { Access, FaultyOrder, ReadAll } from './order-source.ts';

/** Stands for an order of an erased customer, so that the others keep their places. */
export const erasedOrder = Symbol('an order of an erased customer');

/** The source with nothing of the customers that the ledger knows as erased. */
export async function withoutErased(access: Access, ledger: Ledger | undefined): Promise<Access> {
  const erasures = await Erasures.in(ledger);
  if (!erasures.any) return access;
  const { all, again, faulty } = access;
  const masked = (read: ReadAll): ReadAll =>
    async function* (): AsyncGenerator {
      for await (const input of read()) {
        const isErased = await erasures.has(ownerOf(input).email);
        yield isErased ? erasedOrder : input;
      }
    };
  return {
    ...access,
    all: masked(all),
    again: again && masked(again),
    faulty: remaining(faulty, erasures),
  };
}

function remaining(faulty: Access['faulty'], erasures: Erasures): AsyncIterable<FaultyOrder> {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const order of faulty) if (!(await erasures.has(order.email))) yield order;
    },
  };
}
