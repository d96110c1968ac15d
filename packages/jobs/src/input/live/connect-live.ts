import type { Hooks } from 'sequenzy-commerce';
import type {
  LiveChanges,
  LiveKind,
  LiveOption,
  LiveReading,
  LiveSettings,
  LiveSource,
  LiveValue,
  LiveWords,
} from 'sequenzy-sources/live';
import type { Io } from '../../job/io.ts';
import type { Job } from '../../job/job.ts';
import { apiKeyFrom } from '../../connect/api-key.ts';
import type { ConnectionOptions } from '../../connect/connection.ts';
import { wayTo } from '../../connect/api-fetch.ts';
import { option, say } from 'sequenzy-contract';
import { readJsonFile, readTextOf } from '../json-file.ts';
import { LiveMemories } from './live-memories.ts';

/** A live source, and what its options were given. */
export interface LiveChoice {
  readonly source: LiveSource;
  /** By the name of an option that it declares; files that hold its secrets among them. */
  readonly given: Readonly<Record<string, string | readonly string[]>>;
}

/** How a live source is read. */
export interface LiveOptions {
  readonly connection?: ConnectionOptions | undefined;
  /**
   * Told, before anything is read, of a reading that can be of what has changed only; gives back after which is to be
   * read. Default: everything is read.
   */
  readonly onChanges?: ((changes: LiveChanges) => Promise<string | undefined>) | undefined;
  /** Where it is remembered what was read. Default: SEQUENZY_STATE_DIR, else the platform's place for data. */
  readonly stateDir?: string | undefined;
  /** Whether what earlier runs have read is forgotten. Default: no. */
  readonly isFresh?: boolean | undefined;
  /** From when on records are wanted; older ones need not be read. Default: all. */
  readonly wantedSince?: Date | undefined;
}

/** What is to be read, and how. */
export interface LiveWish extends Omit<LiveOptions, 'wantedSince'> {
  readonly kind: LiveKind;
  readonly said: LiveWords;
}

/** What is ready to be read, and what has to be closed behind it. */
interface ConnectedLive {
  readonly reading: LiveReading;
  readonly memories: LiveMemories;
}

/**
 * Makes ready to read. With a sandbox, without a secret and without an address, it is the sandbox's own with example records.
 *
 * @throws {UserError} when a secret is missing, or a file cannot be used. Nothing has been asked then.
 * @throws {SourceError} when a setting cannot be used.
 */
export async function connectLive(
  { source, given }: LiveChoice,
  {
    kind,
    said,
    stateDir,
    isFresh = false,
    connection: { sandbox, timeout, maxRetries } = {},
  }: LiveWish,
  job: Job,
): Promise<ConnectedLive> {
  const { io, secrets, warn } = job;
  const { env, clock, machineClock = clock } = io;
  const options = await valuesOf(source, given);
  const connection = {
    hooks: tellingOfWaits(job),
    clock: machineClock,
    ...(timeout === undefined ? {} : { timeout }),
    ...(maxRetries === undefined ? {} : { maxRetries }),
  };
  const set = source.address === undefined ? '' : (env[source.address.variable]?.trim() ?? '');
  const address = set === '' ? (source.address?.default ?? '') : set;
  const [secret] = source.secrets;
  const hasSecret =
    given[secret.fileOption] !== undefined || (env[secret.variable]?.trim() ?? '') !== '';
  // An address says that its records are meant.
  const example = hasSecret || set !== '' ? undefined : await sandbox?.openLive(source.name);
  const place = { source: source.name, stateDir, isPassing: sandbox !== undefined, isFresh };
  const memories = new LiveMemories(place, job);
  const memory = (of: string): ReturnType<LiveMemories['open']> => memories.open(of);
  if (example !== undefined) {
    warn(`${secret.absence}: example ${kind} of a private sandbox are read.`);
    const { secrets: shown = [example.apiKey] } = example;
    const values = source.secrets.map(({ variable }, at) => [variable, shown[at] ?? '']);
    const reading = await source.open({
      ...{ kind, said, memory, options },
      secrets: Object.fromEntries(values) as Record<string, string>, // names and texts
      address: example.baseUrl,
      connection: { ...connection, fetch: example.fetch },
    });
    return { reading, memories };
  }
  const way = address === '' ? {} : { fetch: wayTo(address, env).fetch };
  const reading = await source.open({
    ...{ kind, said, memory, options, address },
    secrets: await secretsOf(source, given, { env, secrets, warn }),
    connection: { ...connection, ...way },
  });
  return { reading, memories };
}

async function secretsOf(
  source: LiveSource,
  given: LiveChoice['given'],
  surroundings: Pick<Job, 'secrets' | 'warn'> & { readonly env: Io['env'] },
): Promise<LiveSettings['secrets']> {
  const found: Record<string, string> = {};
  for (const { variable, fileOption, absence, isPassword, parts } of source.secrets) {
    const named = option(fileOption);
    const advice = say`Set ${variable}, or name a file with ${named}.`;
    const secret = await apiKeyFrom({
      ...surroundings,
      apiKeyFile: lastOf(given[fileOption]),
      names: { variable, option: named, absence, advice, isPassword },
    });
    for (const part of parts?.(secret) ?? []) surroundings.secrets.hide(part);
    found[variable] = secret;
  }
  return found;
}

async function valuesOf(
  { options }: LiveSource,
  given: LiveChoice['given'],
): Promise<LiveSettings['options']> {
  const values: Record<string, LiveValue> = {};
  for (const declared of options) {
    const all = [given[declared.name] ?? []].flat();
    const text = all.at(-1);
    if (text === undefined) continue;
    values[declared.name] = { text, value: await valueOf(declared, text, all) };
  }
  return values;
}

function valueOf(
  { name, form, nextStep }: LiveOption,
  text: string,
  all: readonly string[],
): unknown {
  const file = { name: option(name), code: 'bad-option', nextStep } as const;
  switch (form) {
    case 'json-file':
      return readJsonFile(text, file);
    case 'text-file':
      return readTextOf(text, file);
    case 'texts':
      return all;
    case 'text':
      return text;
  }
}

function lastOf(given: string | readonly string[] | undefined): string | undefined {
  return [given ?? []].flat().at(-1);
}

/** The usual hooks, which also tell what holds a request back. */
function tellingOfWaits({ hooks, tell }: Job): Hooks {
  return {
    ...hooks,
    onWait(event) {
      hooks.onWait?.(event);
      tell({ type: 'fetching-held', hold: event });
    },
  };
}
