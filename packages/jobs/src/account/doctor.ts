import { SequenzyError, SequenzyPermissionError, type Account } from 'sequenzy-commerce';
import { exitCodes, type ExitCode } from '../report/exit-codes.ts';
import { say } from 'sequenzy-contract';
import type { Io } from '../job/io.ts';
import type { Job } from '../job/job.ts';
import type { Surroundings } from '../job/surroundings.ts';
import { withJob } from '../job/with-job.ts';
import { messageOf } from '../report/advice.ts';
import { UserError } from '../report/user-error.ts';
import {
  baseUrlOf,
  connect,
  type Connection,
  type ConnectionOptions,
} from '../connect/connection.ts';
import { ProxyError, type Proxy } from '../report/proxy-error.ts';
import { proxyVariable } from '../connect/proxy-variables.ts';
import { stopReason } from '../report/stop-reason.ts';
import { automationChecks } from './automation-check.ts';
import { companyCheck, holdsRequired, permissionChecks } from './account-checks.ts';
import { failed, ok, warning, type Check } from './check.ts';
import { clockCheck } from './clock-check.ts';
import { heldChecks } from './held-check.ts';

/** Where to look. */
export interface DoctorOptions extends ConnectionOptions {
  /** Default: SEQUENZY_STATE_DIR, else the platform's place for data. */
  readonly stateDir?: string | undefined;
}

export interface Diagnosis {
  readonly checks: readonly Check[];
  readonly exitCode: ExitCode;
}

/**
 * Looks at everything a sync needs: key, proxy, company, permissions, reachability, clock. Sends three GET
 * requests.
 *
 * @example
 *   const { checks } = await doctor();
 */
export function doctor(
  options: DoctorOptions = {},
  surroundings: Surroundings = {},
): Promise<Diagnosis> {
  return withJob(undefined, surroundings, (job) => diagnose(options, job));
}

async function diagnose(options: DoctorOptions, { io, secrets }: Job): Promise<Diagnosis> {
  const checks: Check[] = [ok('versions', `sequenzy-cli ${__VERSION__}, Node ${process.version}`)];
  let date: string | null | undefined;
  let answeredAt = 0;
  const connection = await attempt(checks, () =>
    connect(
      { ...options, maxRetries: options.maxRetries ?? 1 },
      {
        io,
        secrets,
        hooks: {},
        warn: (sentence) => checks.push(warning('key file', sentence, 'Keep the key to yourself.')),
        onQuotaTrouble: (sentence) => {
          const advice = 'Make its folder writable, or name another one by SEQUENZY_QUOTA_DIR.';
          checks.push(warning('quota', sentence, advice));
        },
        onHeaders(headers) {
          date = headers.get('date');
          answeredAt = io.clock.now();
        },
      },
    ),
  );
  if (connection === undefined) return { checks, exitCode: exitCodes.usage };
  const keyFrom = options.apiKeyFile ?? 'SEQUENZY_API_KEY';
  const fromWhere =
    options.sandbox === undefined ? `taken from ${keyFrom}` : 'the sandbox needs none';
  checks.push(ok('key', fromWhere));
  const exitCode = await askAccount(connection, options, io, checks);
  checks.push(...(await heldChecks(options, io.env)));
  if (answeredAt > 0) checks.push(clockCheck(date, answeredAt));
  return { checks, exitCode };
}

async function attempt(
  checks: Check[],
  connecting: () => Promise<Connection>,
): Promise<Connection | undefined> {
  try {
    return await connecting();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const name = settings[error.code] ?? 'key';
    const { place, problem, advice } = error;
    const steps = advice.length === 0 ? 'Correct that setting.' : advice;
    checks.push(failed(name, messageOf({ place, problem }), steps));
    return undefined;
  }
}

/** Names of the checks for settings that cannot be used, by the code of the error. */
const settings: Readonly<Record<string, string>> = {
  'bad-base-url': 'base URL',
  'bad-proxy': 'proxy',
};

async function askAccount(
  { client, proxy }: Connection,
  options: ConnectionOptions,
  io: Io,
  checks: Check[],
): Promise<ExitCode> {
  const isSandbox = options.sandbox !== undefined;
  const where = isSandbox ? 'the sandbox in this process' : baseUrlOf(options, io.env);
  const way = isSandbox ? [] : wayChecks(proxy, baseUrlOf(options, io.env), io.env);
  const startedAt = io.clock.monotonic();
  try {
    const account = await client.account.get({ signal: io.interruption });
    const took = Math.round(io.clock.monotonic() - startedAt);
    checks.push(...way);
    checks.push(ok('reachable', `${where} answered in ${String(took)} ms`));
    checks.push(ok('key accepted', 'yes'));
    const exitCode = checkAccount(account, options, checks);
    checks.push(...(await automationChecks(client, io.interruption)));
    return exitCode;
  } catch (error) {
    if (!(error instanceof SequenzyError)) throw error;
    io.interruption.throwIfAborted();
    if (error.cause instanceof ProxyError) {
      checks.push(failed('proxy', error.cause.message, error.cause.nextStep));
      return exitCodes.stopped;
    }
    checks.push(...way);
    return explain(error, where, checks);
  }
}

/** The proxy that has let a request through; none where no proxy is set. */
function wayChecks(proxy: Proxy | undefined, baseUrl: string, env: Io['env']): Check[] {
  if (proxy !== undefined) return [ok('proxy', `${proxy.origin}, from ${proxy.variable}`)];
  const url = new URL(baseUrl);
  if (proxyVariable(url, env) === undefined) return [];
  return [ok('proxy', `not used: NO_PROXY lists ${url.hostname}`)];
}

function checkAccount(account: Account, options: ConnectionOptions, checks: Check[]): ExitCode {
  const found = [companyCheck(account, options.company), ...permissionChecks(account)];
  checks.push(...found);
  return found.some(({ status }) => status === 'failed') ? exitCodes.refused : exitCodes.ok;
}

function explain(error: SequenzyError, where: string, checks: Check[]): ExitCode {
  const { problem, advice, exitCode } = stopReason(error);
  if (error.code !== 'authentication' && error.code !== 'permission') {
    const silent = error.status === undefined;
    const steps = silent ? 'Check the network and the base URL.' : advice;
    checks.push(failed('reachable', silent ? problem : say`${where}: ${problem}`, steps));
    return exitCode;
  }
  checks.push(ok('reachable', `${where} answered`));
  if (error.code === 'authentication') {
    checks.push(failed('key accepted', problem, advice));
    return exitCode;
  }
  checks.push(ok('key accepted', 'yes'));
  const missing = error instanceof SequenzyPermissionError ? error.missingScopes : [];
  if (missing.length === 0) {
    checks.push(failed('company', problem, advice));
    return exitCode;
  }
  if (holdsRequired(missing)) {
    checks.push(failed('permissions', problem, advice));
    return exitCode;
  }
  checks.push(
    warning('permissions', say`the key may not be asked what it may do: ${problem}`, advice),
  );
  return exitCodes.ok;
}
