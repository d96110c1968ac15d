import { CustomerTotals, type TotalsDifference, type VerifyResult } from 'sequenzy-commerce';
import type { Io } from '../../io.ts';
import type { Connection } from '../connection.ts';
import { openOrderFiles, type OrderChoices } from './order-choices.ts';
import { readRates } from './rates-file.ts';

export interface VerifyRunOptions {
  readonly input: OrderChoices;
  /** Customers to look at. */
  readonly sample: number;
  /** Path of the rates, and the currency they are in. */
  readonly rates: { readonly file: string; readonly base: string } | undefined;
}

export interface VerifyReport extends VerifyResult {
  /** Orders with faults, which the totals lack. */
  readonly faulty: number;
  /** Customers in the files. */
  readonly customers: number;
}

export interface VerifyMeans {
  readonly io: Io;
  readonly client: Connection['client'];
  readonly onDifference: (difference: TotalsDifference) => void;
}

/** Computes the totals from the files, reads a sample of subscribers back, and compares. */
export async function verifyOrders(
  { input, sample, rates }: VerifyRunOptions,
  { io, client, onDifference }: VerifyMeans,
): Promise<VerifyReport> {
  const totals = new CustomerTotals({
    sampleSize: sample,
    ...(rates === undefined ? {} : { rates: await readRates(rates.file, rates.base) }),
  });
  const orders = await openOrderFiles(input, io);
  let faulty = 0;
  try {
    for await (const { order } of orders.records()) {
      if (order === undefined) faulty += 1;
      else totals.add(order);
    }
  } finally {
    await orders.close();
  }
  const signal = io.interruption;
  const result = await client.orders.verify(totals, { sample, signal, onDifference });
  return { ...result, faulty, customers: totals.customers };
}
