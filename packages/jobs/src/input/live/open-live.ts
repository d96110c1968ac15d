import { Readable } from 'node:stream';
import type { Catalog, Orders } from 'sequenzy-sources';
import type { LiveKind, LiveReading, LiveSource } from 'sequenzy-sources/live';
import type { Io } from '../../job/io.ts';
import type { Job } from '../../job/job.ts';
import { UserError } from '../../report/user-error.ts';
import { openOrderFiles, type OrderChoices } from '../order-choices.ts';
import { openInput, orRefuse, type InputChoices } from '../open-input.ts';
import { connectLive, type LiveChoice, type LiveOptions, type LiveWish } from './connect-live.ts';
import { liveFailure } from './live-failure.ts';
import { mappingOfQuery } from './mapping-beside-query.ts';

/** Products of a live source: see {@link readLive}. */
export function openLiveProducts(
  options: InputChoices & LiveOptions,
  choice: LiveChoice,
  job: Job,
): Promise<Catalog> {
  return readLive(choice, wishOf('products', options), job, async ({ reader }, input, io) => {
    const format = reader === undefined ? { from: told } : { from: reader.name, sources: [reader] };
    const map = await mappingOfQuery(options.map, choice);
    return openInput({ ...options, ...format, ...input, map }, io, job.decide);
  });
}

/** Orders of a live source: see {@link readLive}. */
export function openLiveOrders(
  options: OrderChoices & LiveOptions,
  choice: LiveChoice,
  job: Job,
): Promise<Orders> {
  return readLive(choice, wishOf('orders', options), job, async (reading, input, io) => {
    const map = await mappingOfQuery(options.map, choice);
    const { format: from = told, timezone } = reading;
    const zone = timezone === undefined ? {} : { timezone };
    return openOrderFiles({ ...zone, ...options, from, ...input, map }, io, job.decide);
  });
}

function wishOf(
  kind: LiveKind,
  options: LiveOptions & Partial<Pick<OrderChoices, 'currency' | 'timezone' | 'totalIs'>>,
): LiveWish {
  const {
    connection,
    onChanges,
    stateDir,
    isFresh,
    wantedSince: since,
    currency,
    timezone,
    totalIs,
  } = options;
  const said = {
    ...(since !== undefined && { since }),
    ...(currency !== undefined && { currency }),
    ...(timezone !== undefined && { timezone }),
    ...(totalIs !== undefined && { totalIs }),
  };
  return { kind, connection, onChanges, stateDir, isFresh, said };
}

/** Its format is told from its columns. */
const told = 'auto';

/** The one input, which comes as if through a pipe. */
interface PipedInput {
  readonly files: readonly [string];
  readonly stdinName: string;
}

/**
 * Reads every record of a live source to the last, the way a file from standard input is read.
 *
 * @throws {UserError} when one part is not available: a part of the catalog is never taken for the whole.
 */
async function readLive<Opened>(
  choice: LiveChoice,
  wish: LiveWish,
  job: Job,
  open: (reading: LiveReading, input: PipedInput, io: Io) => Promise<Opened>,
): Promise<Opened> {
  const { source } = choice;
  const { io, tell } = job;
  const { reading, memories } = await orRefuse(io, connectLive(choice, wish, job));
  const after = reading.changes && (await wish.onChanges?.(reading.changes));
  let read = 0;
  let failure: unknown;
  const onRead = (count: number): void => {
    read = count;
    tell({ type: 'fetched', records: count });
  };
  const stdin = Readable.from(
    bytesOf(reading.text(io.interruption, onRead, after), (error) => {
      failure = error;
    }),
    { objectMode: false },
  );
  const { limiter } = reading;
  tell({
    type: 'fetching',
    fetching: { from: source.label, noun: nouns[wish.kind], ...(limiter && { limiter }) },
  });
  try {
    const opened = await open(reading, { files: ['-'], stdinName: source.name }, { ...io, stdin });
    for (const sentence of reading.warnings?.() ?? []) job.warn(sentence);
    return opened;
  } catch (error) {
    if (io.interruption.aborted) throw error;
    if (failure !== undefined) throw await liveFailure(failure, source, read);
    throw error instanceof UserError && error.code === 'empty' ? nothingThere(source, wish) : error;
  } finally {
    stdin.destroy();
    await memories.close();
    tell({ type: 'settled' });
  }
}

const nouns = { products: 'product', orders: 'order' } as const;

async function* bytesOf(
  text: AsyncIterable<string>,
  onFailure: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  try {
    for await (const part of text) yield encoder.encode(part);
  } catch (error) {
    onFailure(error);
    throw error;
  }
}

function nothingThere(
  { label, secrets: [{ variable }] }: LiveSource,
  { kind }: Pick<LiveWish, 'kind'>,
): UserError {
  return new UserError(
    'empty',
    `${label} lists no ${kind}`,
    `Check ${variable}: it decides whose ${kind} are read.`,
  );
}
