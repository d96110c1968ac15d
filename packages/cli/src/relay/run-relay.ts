import { worded, type Words } from 'sequenzy-contract';
import { quotaRoot, readQuota } from 'sequenzy-commerce/node';
import {
  connect,
  type Connection,
  type ConnectionOptions,
} from 'sequenzy-jobs/connect/connection.ts';
import { reasonOf } from 'sequenzy-contract';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { openStateFolder } from 'sequenzy-jobs/state/state-folder.ts';
import { createRelay } from 'sequenzy-relay';
import { serveRelay, type RelayServer } from 'sequenzy-relay/node';
import type { Secrets } from 'sequenzy-contract';
import { flagWording } from '../terminal/flags.ts';
import type { Io } from '../terminal/io.ts';
import type { Printer } from '../terminal/printer.ts';
import { openQueue, type QueueChoice } from './open-queue.ts';
import { relayLog } from './relay-log.ts';
import { LazyMemory } from './relay-memory.ts';
import { platformSettings, type PlatformFlags } from './relay-settings.ts';

/** What a relay is started with. */
export interface RelayRun extends PlatformFlags, QueueChoice {
  readonly connection: ConnectionOptions;
  readonly stateDir: string | undefined;
  readonly port: number;
  readonly host: string | undefined;
  readonly isQuiet: boolean;
  /** Told once it listens. */
  readonly onListening: (url: string) => void;
}

/** What a relay has to do with outside of itself. */
interface Outside {
  readonly io: Io;
  readonly secrets: Secrets;
  readonly err: Printer;
}

/**
 * Serves a relay until the interruption.
 *
 * @throws {UserError} for what is wrong with options, files, the port or the folder. Nothing was taken then.
 */
export async function runRelay(outside: Outside, run: RelayRun): Promise<void> {
  const { io, secrets, err } = outside;
  const log = relayLog(err, io.clock, run.isQuiet);
  const warn = (words: Words): void => {
    log({ type: 'trouble', reason: worded(words, flagWording) });
  };
  const platforms = await platformSettings(run, { secrets, warn });
  const folder = await openStateFolder(run, io.env);
  const { connection: options } = run;
  const connection = await connect(options, { io, secrets, warn, hooks: {} });
  const { queue, ledgerOf } = await openQueue({ ...run, stateDir: folder }, { io, secrets });
  const signal = io.interruption;
  const request = { connection, options, io, secrets, folder, signal, warn };
  const memory = new LazyMemory({ ...request, ledgerOf });
  let server: RelayServer | undefined;
  try {
    const relay = relayOf(() =>
      createRelay({
        client: connection.client,
        platforms,
        queue,
        ledger: memory.open,
        onNews: log,
        clock: io.clock,
      }),
    );
    const { port, host } = run;
    const place = host === undefined ? { port } : { port, host };
    server = await serve({ ...place, relay, queue, quota: quotaOf(connection, io.env) });
    run.onListening(server.url);
    // So that a key that is refused is known now, and not with the first order.
    const opening = memory.open().catch((error: unknown) => {
      if (isOthers(error)) throw othersRedis(error);
      log({ type: 'trouble', reason: messageOf(error) });
    });
    await Promise.race([aborted(signal), opening.then(() => aborted(signal))]);
  } finally {
    await (server ?? queue).close();
    await memory.close();
  }
}

/** @throws {UserError} for what the relay says against its options. */
function relayOf(create: () => ReturnType<typeof createRelay>): ReturnType<typeof createRelay> {
  try {
    return create();
  } catch (error) {
    const isOption = error instanceof Error && error.name === 'SourceError';
    if (isOption) throw new UserError('usage', error.message);
    if (!(error instanceof TypeError)) throw error;
    const isFetch = error.message.includes('fetchOrder');
    const advice = isFetch
      ? 'Name a module that fetches an order: --fetch-order <file>.'
      : undefined;
    throw new UserError('usage', capitalised(error.message), advice);
  }
}

async function serve(options: Parameters<typeof serveRelay>[0]): Promise<RelayServer> {
  try {
    return await serveRelay(options);
  } catch (error) {
    const problem = `Port ${String(options.port)} cannot be used (${reasonOf(error)})`;
    throw new UserError('port', problem, 'Name another one with --port.');
  }
}

/** Undefined where nothing is held back. */
function quotaOf({ identity, rate }: Connection, env: Io['env']) {
  const perMinute = rate?.perMinute;
  if (perMinute === undefined) return () => undefined;
  const quota = { apiKey: identity.key, origin: identity.origin };
  return () => ({ used: readQuota(quota, quotaRoot(env)).lastMinute, limit: perMinute });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

/** Nothing would ever be sent. */
function isOthers(error: unknown): error is Error {
  return error instanceof Error && error.name === 'RedisOwnerError';
}

function othersRedis({ message }: Error): UserError {
  const [problem = '', advice = ''] = message.split(': ');
  return new UserError('usage', capitalised(problem), `${capitalised(advice)}.`);
}
