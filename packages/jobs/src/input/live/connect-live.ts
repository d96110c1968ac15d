import type { Hooks } from 'sequenzy-commerce';
import type { LiveReading, LiveSettings, LiveSource, LiveValue } from 'sequenzy-sources/live';
import type { Io } from '../../job/io.ts';
import type { Job } from '../../job/job.ts';
import { apiKeyFrom } from '../../connect/api-key.ts';
import type { ConnectionOptions } from '../../connect/connection.ts';
import { wayTo } from '../../connect/api-fetch.ts';
import { option, say } from 'sequenzy-contract';
import { readJsonFile } from '../json-file.ts';

/** A live source, and what its options were given. */
export interface LiveChoice {
  readonly source: LiveSource;
  /** By the name of an option that it declares; files that hold its secrets among them. */
  readonly given: Readonly<Record<string, string>>;
}

/**
 * Makes ready to read. With a sandbox, without a secret and without an address, it is the sandbox's own with example records.
 *
 * @throws {UserError} when a secret is missing, or a file cannot be used. Nothing has been asked then.
 * @throws {SourceError} when a setting cannot be used.
 */
export async function connectLive(
  { source, given }: LiveChoice,
  { sandbox, timeout, maxRetries }: ConnectionOptions,
  job: Job,
): Promise<LiveReading> {
  const { io, secrets, warn } = job;
  const { env, clock } = io;
  const options = await valuesOf(source, given);
  const connection = {
    hooks: tellingOfWaits(job),
    clock,
    ...(timeout === undefined ? {} : { timeout }),
    ...(maxRetries === undefined ? {} : { maxRetries }),
  };
  const set = env[source.address.variable]?.trim() ?? '';
  const address = set === '' ? source.address.default : set;
  const [secret] = source.secrets;
  const hasSecret =
    given[secret.fileOption] !== undefined || (env[secret.variable]?.trim() ?? '') !== '';
  // An address says that its records are meant.
  const example = hasSecret || set !== '' ? undefined : await sandbox?.openLive(source.name);
  if (example !== undefined) {
    warn(`${secret.absence}: example products of a private sandbox are read.`);
    return source.open({
      secrets: { [secret.variable]: example.apiKey },
      address: example.baseUrl,
      options: {},
      connection: { ...connection, fetch: example.fetch },
    });
  }
  return source.open({
    secrets: await secretsOf(source, given, { env, secrets, warn }),
    address,
    options,
    connection: { ...connection, fetch: wayTo(address, env).fetch },
  });
}

async function secretsOf(
  source: LiveSource,
  given: LiveChoice['given'],
  surroundings: Pick<Job, 'secrets' | 'warn'> & { readonly env: Io['env'] },
): Promise<LiveSettings['secrets']> {
  const found: Record<string, string> = {};
  for (const { variable, fileOption, absence } of source.secrets) {
    const named = option(fileOption);
    const advice = say`Set ${variable}, or name a file with ${named}.`;
    found[variable] = await apiKeyFrom({
      ...surroundings,
      apiKeyFile: given[fileOption],
      names: { variable, option: named, absence, advice },
    });
  }
  return found;
}

async function valuesOf(
  { options }: LiveSource,
  given: LiveChoice['given'],
): Promise<LiveSettings['options']> {
  const values: Record<string, LiveValue> = {};
  for (const { name, form, nextStep } of options) {
    const text = given[name];
    if (text === undefined) continue;
    const file = { name: option(name), code: 'bad-option', nextStep } as const;
    values[name] = { text, value: form === 'text' ? text : await readJsonFile(text, file) };
  }
  return values;
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
