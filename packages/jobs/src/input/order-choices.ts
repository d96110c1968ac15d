import { openOrders, type Orders, type OrdersOptions, type RemoteOptions } from 'sequenzy-sources';
import type { Io } from '../job/io.ts';
import { mapChoiceOf } from './mapping-file.ts';
import { given, namesRead, orderReading } from './reading-options.ts';
import { openChosen } from './choose-source.ts';
import { named, stdinFor } from './open-input.ts';
import { throughProxies } from './input-fetch.ts';
import { CatalogProducts } from './catalog-products.ts';
import type { InputDecisions } from '../job/decisions.ts';
import type { Job } from '../job/job.ts';
import { toldWhileRead } from './reading-progress.ts';

type Choice = Exclude<keyof typeof orderReading, 'map'> | 'stdinName';

/** How order files are to be read, as plain values. */
export interface OrderChoices extends Pick<OrdersOptions, Choice> {
  readonly files: readonly string[];
  /** Path of the mapping file. */
  readonly map?: string | undefined;
  readonly remote?: RemoteOptions | undefined;
  /** Path of a product file, for orders that name their products by SKU or title only. */
  readonly catalog?: string | undefined;
}

/** @throws {UserError} when the files cannot be used. */
export async function openOrderFiles(
  choices: OrderChoices,
  io: Io,
  decide: InputDecisions,
  tell: Job['tell'] = () => undefined,
): Promise<Orders> {
  const { files, from, catalog } = choices;
  const options = await ordersOptionsOf(choices, io);
  return openChosen(
    io,
    (said) =>
      toldWhileRead(files, tell, (onRows) =>
        openOrders(files, {
          ...{ ...options, ...said, onRows },
          ...(catalog === undefined ? {} : { catalog: CatalogProducts.read(catalog, choices, io) }),
        }),
      ),
    { chosen: named(from), decide },
  );
}

/** The format is left to {@link openChosen}, the mapping is a file. */
const names = namesRead(orderReading).filter((name) => name !== 'from');

/** All of them but the catalog and the format, which is left to {@link openChosen}. */
export async function ordersOptionsOf(
  { files, map, remote = {}, ...choices }: OrderChoices,
  io: Io,
): Promise<OrdersOptions> {
  return {
    stdin: stdinFor(files, io),
    signal: io.interruption,
    wording: io.wording,
    remote: throughProxies(remote, io),
    ...(await mapChoiceOf(map, files)),
    ...given(choices, [...names, 'stdinName']),
  };
}
