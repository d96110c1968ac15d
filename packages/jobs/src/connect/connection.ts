import { option, say, type Words, reasonOf, defaultOrigin, namedAddress } from 'sequenzy-contract';
import type { SecretKeeper } from '../job/surroundings.ts';
import {
  SequenzyCommerce,
  SequenzyValidationError,
  type ClientOptions,
  type Hooks,
} from 'sequenzy-commerce';
import { quotaRoot, sharedRateLimit, type FileLedger } from 'sequenzy-commerce/node';
import type { Io } from '../job/io.ts';
import { UserError } from '../report/user-error.ts';
import { apiKeyFrom } from './api-key.ts';
import { wayTo } from './api-fetch.ts';
import { rateOf, type Rate, type RateOption } from './schedule.ts';
import type { Proxy } from '../report/proxy-error.ts';

/** Where an API is, and how it is reached. */
interface Endpoint {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
}

/** The API of a live source. */
interface LiveEndpoint extends Endpoint {
  /** In the order in which the source declares them. Default: the key alone. */
  readonly secrets?: readonly string[];
}

/** APIs inside this process, in place of those on the network. They need no key, and forget everything. */
export interface Sandbox {
  open(company: string | undefined): Promise<Endpoint>;
  /** The API of a live source, with example records; undefined where there is none. */
  openLive(name: string): Promise<LiveEndpoint | undefined>;
  /** Only of a rehearsal. */
  readonly rehearsal?: Rehearsal;
}

/** What a job leaves out that only shows what it would do: nothing of it outlives the job, and no file is replaced. */
export interface Rehearsal {
  /** What is remembered of what was sent, in place of a file. */
  openLedger(name: string): Promise<FileLedger>;
}

/** Options of every command that talks to the API, as plain values. */
export interface ConnectionOptions {
  /** Talked to in place of the API. */
  readonly sandbox?: Sandbox | undefined;
  readonly company?: string | undefined;
  /** Default: the file, else SEQUENZY_API_KEY. */
  readonly apiKey?: string | undefined;
  /** File that holds the key and nothing else. */
  readonly apiKeyFile?: string | undefined;
  /** Default: SEQUENZY_API_URL or SEQUENZY_BASE_URL, else the live API. */
  readonly baseUrl?: string | undefined;
  /** Milliseconds one attempt may take. Default: the SDK's. */
  readonly timeout?: number | undefined;
  /** Default: the SDK's. */
  readonly maxRetries?: number | undefined;
  /** Requests a minute, or `off`. Default: the documented limit. */
  readonly rate?: RateOption;
  /** Whether it is an error that nothing is remembered of the company: an evicted cache would send history again. */
  readonly expectState?: boolean | undefined;
}

export interface Surroundings {
  readonly io: Pick<Io, 'env' | 'clock'>;
  readonly secrets: SecretKeeper;
  readonly warn: (words: Words) => void;
  readonly hooks: Hooks;
  /** Told where the quota of the key cannot be shared. Default: {@link warn}. */
  readonly onQuotaTrouble?: (sentence: string) => void;
  /** Told the headers of every answer. */
  readonly onHeaders?: (headers: Headers) => void;
}

/** Who asks: the key and the origin of the API. The key itself is never written down. */
export interface Identity {
  readonly key: string;
  readonly origin: string;
}

export interface Connection {
  readonly client: SequenzyCommerce;
  /** Whose memory it is. */
  readonly identity: Identity;
  /** Undefined where nothing is held back. */
  readonly rate: Rate | undefined;
  /** Undefined where the API is reached directly. */
  readonly proxy: Proxy | undefined;
}

/**
 * A client, ready to send.
 *
 * @throws {UserError} when there is no key, or a setting cannot be used. Nothing has been sent then.
 */
export async function connect(
  options: ConnectionOptions,
  surroundings: Surroundings,
): Promise<Connection> {
  const rate = rateOf(options.rate);
  const { io, hooks } = surroundings;
  const { apiKey, baseUrl, fetch, proxy } =
    options.sandbox === undefined
      ? await realApi(options, surroundings)
      : { ...(await options.sandbox.open(options.company)), proxy: undefined };
  try {
    const client = new SequenzyCommerce({
      apiKey,
      baseUrl,
      hooks,
      logLevel: 'off', // events tell what happens
      clock: io.clock,
      fetch: listenedTo(fetch, surroundings.onHeaders),
      rateLimit: pacing(options, rate, surroundings),
      ...(options.company === undefined ? {} : { companyId: options.company }),
      ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
      ...(options.maxRetries === undefined ? {} : { maxRetries: options.maxRetries }),
    });
    return { client, rate, proxy, identity: { key: apiKey, origin: new URL(baseUrl).origin } };
  } catch (error) {
    if (!(error instanceof SequenzyValidationError)) throw error;
    throw badSetting(error, options, io.env);
  }
}

/** Who would ask, as far as that can be known without asking; undefined without a key or a usable address. */
export async function offlineIdentity(
  options: ConnectionOptions,
  { io: { env }, secrets, warn }: Pick<Surroundings, 'io' | 'secrets' | 'warn'>,
): Promise<Identity | undefined> {
  const { apiKeyFile } = options;
  const origin = offlineOrigin(options, env);
  const named = apiKeyFile ?? env['SEQUENZY_API_KEY']?.trim() ?? '';
  if (origin === undefined || named === '') return undefined;
  return { key: await apiKeyFrom({ apiKeyFile, env, secrets, warn }), origin };
}

/** Of the API that would be asked; undefined where its address cannot be used. */
export function offlineOrigin(options: ConnectionOptions, env: Io['env']): string | undefined {
  const baseUrl = baseUrlOf(options, env);
  return /^https?:/.test(baseUrl) && URL.canParse(baseUrl) ? new URL(baseUrl).origin : undefined;
}

/** Other processes of this user that send with the same key are waited for; an API in this process has its own limits. */
function pacing(
  { sandbox }: ConnectionOptions,
  rate: Rate | undefined,
  { io: { env }, warn, onQuotaTrouble = warn }: Surroundings,
): NonNullable<ClientOptions['rateLimit']> {
  if (rate === undefined || sandbox !== undefined) return rate ?? false;
  const onTrouble = (error: unknown): void => {
    onQuotaTrouble(
      `The quota of the key cannot be shared with other processes now (${reasonOf(error)})`,
    );
  };
  return sharedRateLimit({ ...rate, folder: quotaRoot(env), name: 'sequenzy-cli', onTrouble });
}

type Fetch = typeof globalThis.fetch;

async function realApi(options: ConnectionOptions, { io, secrets, warn }: Surroundings) {
  const { env } = io;
  const baseUrl = baseUrlOf(options, env);
  const apiKey = options.apiKey ?? (await apiKeyFrom({ ...options, env, secrets, warn }));
  secrets.hide(apiKey);
  return { apiKey, baseUrl, ...wayTo(baseUrl, env) };
}

/**
 * Finds where the API is.
 *
 * @throws {UserError} when two variables of the environment disagree.
 */
export function baseUrlOf({ baseUrl }: Pick<ConnectionOptions, 'baseUrl'>, env: Io['env']): string {
  if (baseUrl !== undefined) return baseUrl;
  const { url = defaultOrigin, fault } = namedAddress((variable) => env[variable]);
  if (fault !== undefined) throw new UserError('bad-base-url', fault);
  return url;
}

function listenedTo(fetch: Fetch, onHeaders: Surroundings['onHeaders']): Fetch {
  if (onHeaders === undefined) return fetch;
  return async (input, init) => {
    const response = await fetch(input, init);
    onHeaders(response.headers);
    return response;
  };
}

function badSetting(
  { faults }: SequenzyValidationError,
  options: ConnectionOptions,
  env: Io['env'],
): UserError {
  const url = faults.find(({ path }) => path === 'baseUrl');
  if (url === undefined) {
    const list = faults.map(({ path, message }) => `${path} ${message}`).join('; ');
    return new UserError('bad-setting', list);
  }
  const { variable = '' } = namedAddress((name) => env[name]);
  const origin = options.baseUrl === undefined ? variable : option('baseUrl');
  return new UserError(
    'bad-base-url',
    say`${origin} ${JSON.stringify(baseUrlOf(options, env))} ${url.message}`,
    `Give the API's origin, such as ${defaultOrigin}.`,
  );
}
