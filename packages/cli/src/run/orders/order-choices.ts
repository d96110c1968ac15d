import { openCatalog, openOrders, type Orders, type OrdersOptions } from 'sequenzy-sources';
import type { Product } from 'sequenzy-commerce';
import type { Io } from '../../io.ts';
import { readMapping } from '../mapping-file.ts';
import { orRefuse, stdinFor } from '../open-input.ts';

type Choice =
  | 'from'
  | 'currency'
  | 'timezone'
  | 'dateFormat'
  | 'decimal'
  | 'idFrom'
  | 'includePending'
  | 'includeTests';

/** How order files are to be read, as plain values. */
export interface OrderChoices extends Pick<OrdersOptions, Choice> {
  readonly files: readonly string[];
  /** Path of the mapping file. */
  readonly map: string | undefined;
  /** Path of a product file, for orders that name their products by SKU or title only. */
  readonly catalog: string | undefined;
}

/** @throws {UserError} when the files cannot be used. */
export async function openOrderFiles(choices: OrderChoices, io: Io): Promise<Orders> {
  const { files, catalog, currency } = choices;
  const { interruption: signal } = io;
  const options = await ordersOptionsOf(choices, io);
  return orRefuse(
    io,
    openOrders(files, {
      ...options,
      ...(catalog === undefined ? {} : { catalog: productsOf(catalog, currency, signal) }),
    }),
  );
}

/** All of them but the catalog. */
export async function ordersOptionsOf(
  { files, map, ...choices }: OrderChoices,
  io: Io,
): Promise<OrdersOptions> {
  const { from, currency, timezone, dateFormat, decimal, idFrom } = choices;
  const { includePending, includeTests } = choices;
  return {
    stdin: stdinFor(files, io),
    signal: io.interruption,
    ...(map === undefined ? {} : { map: await readMapping(map) }),
    ...(from === undefined ? {} : { from }),
    ...(currency === undefined ? {} : { currency }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(dateFormat === undefined ? {} : { dateFormat }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(idFrom === undefined ? {} : { idFrom }),
    ...(includePending === undefined ? {} : { includePending }),
    ...(includeTests === undefined ? {} : { includeTests }),
  };
}

async function* productsOf(
  file: string,
  currency: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<Product> {
  const catalog = await openCatalog([file], { signal, ...(currency && { currency }) });
  try {
    for await (const { product } of catalog.records()) if (product !== undefined) yield product;
  } finally {
    await catalog.close();
  }
}
