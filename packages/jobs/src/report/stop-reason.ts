import { option, say, type Words } from 'sequenzy-contract';
import { SequenzyError, SequenzyPermissionError } from 'sequenzy-commerce';
import { LedgerError } from 'sequenzy-commerce/node';
import { StoreError } from 'sequenzy-store';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { interrupted, UserError } from './user-error.ts';
import { ProxyError } from './proxy-error.ts';
import { adviceOf, type Advice, type FailureParts } from './advice.ts';

/** An SDK error as the person at the keyboard meets it. */
export interface StopReason extends FailureParts {
  readonly exitCode: ExitCode;
}

const checkBaseUrl = say`Check the base URL (${option('baseUrl')}, SEQUENZY_API_URL or SEQUENZY_BASE_URL): it must be the origin of the Sequenzy API.`;
const answeredByProxy = say`${checkBaseUrl} A proxy may be answering in its place.`;
const correctWhatItSays =
  'The API refused the request itself: correct what its message names. sequenzy-cli doctor looks at key, company and address.';
const contradictionAdvice = `Check the base URL, and check in Sequenzy whether the records have arrived. Run the same command again: it sends again what is not known to have arrived.`;
const ceilingAdvice = say`Check the stock in the input. Then run the same command again to continue: ${option('maxRestocks')} starts counting from 0.`;
/** Where the same job continues. */
export const runAgain = { act: 'run-again' } as const;

/** Ctrl-C, where the same command continues. */
export const interruption: StopReason = {
  code: 'interrupted',
  problem: 'Interrupted',
  advice: [runAgain],
  exitCode: exitCodes.interrupted,
};

/** Why a run ended, what to do, and the exit code for it. */
export function stopReason(error: SequenzyError): StopReason {
  const { code, message: problem, cause } = error;
  if (code === 'abort') return interruption;
  if (cause instanceof ProxyError) {
    const advice = [...adviceOf(cause.nextStep), runAgain];
    return { code: 'proxy', problem, advice, exitCode: exitCodes.stopped };
  }
  if (cause instanceof LedgerError && cause.code === 'lost') return lost(cause);
  return { code: isRedirect(error) ? 'redirect' : code, problem, ...settled(code, error) };
}

/** Another run sends what is left. */
function lost({ cause, message: whole }: LedgerError): StopReason {
  const reason = cause instanceof StoreError ? cause.problem : whole;
  const problem = `This run has lost its ledger: ${reason}. Nothing more was sent`;
  const advice = adviceOf('Wait until that run is done, then run the same command again.');
  return { code: 'ledger-lost', problem, advice, exitCode: exitCodes.stopped };
}

/** The same as an error, for commands that have nothing else to report. */
export function asUserError(error: unknown): unknown {
  if (!(error instanceof SequenzyError)) return error;
  if (error.code === 'abort') return interrupted();
  const { code, problem, advice, exitCode } = stopReason(error);
  return new UserError(code, problem, advice, { exitCode });
}

function settled(
  code: Exclude<SequenzyError['code'], 'abort'>,
  error: SequenzyError,
): Pick<StopReason, 'advice' | 'exitCode'> {
  const { stopped, refused, usage } = exitCodes;
  switch (code) {
    case 'authentication':
      return {
        advice: adviceOf(
          say`Check the key in SEQUENZY_API_KEY or ${option('apiKeyFile')}: it is wrong, revoked, or of another environment.`,
        ),
        exitCode: refused,
      };
    case 'permission':
      return { advice: adviceOf(permissionAdvice(error)), exitCode: refused };
    case 'validation':
      return { advice: adviceOf('Correct the input.'), exitCode: usage };
    case 'rate-limit':
      return { advice: [laterAdvice(error)], exitCode: stopped };
    case 'not-found':
      return { advice: adviceOf(checkBaseUrl), exitCode: stopped };
    case 'bad-request':
      return {
        advice: adviceOf(isWord(error) ? correctWhatItSays : checkBaseUrl),
        exitCode: stopped,
      };
    case 'contradiction':
      return { advice: adviceOf(contradictionAdvice), exitCode: stopped };
    case 'too-large':
      return { advice: adviceOf(answeredByProxy), exitCode: stopped };
    case 'ceiling':
      return { advice: adviceOf(ceilingAdvice), exitCode: stopped };
    case 'ledger':
      return {
        advice: [...adviceOf('Check the disk of the state folder.'), runAgain],
        exitCode: stopped,
      };
    case 'source':
      return { advice: [runAgain], exitCode: stopped };
    case 'connection':
    case 'timeout':
    case 'server':
    case 'conflict':
      return {
        advice: isRedirect(error) ? adviceOf(checkBaseUrl) : unavailableAdvice(error),
        exitCode: stopped,
      };
  }
}

/** The API itself said no, as `success: false` does under any status; others do not know such a path or method. */
export function isWord({ status = 0 }: SequenzyError): boolean {
  return status < 300 || [400, 413, 422].includes(status);
}

/** The only connection failure that another attempt could not change. */
function isRedirect({ code, retryable }: SequenzyError): boolean {
  return code === 'connection' && !retryable;
}

function permissionAdvice(error: SequenzyError): Words {
  const scopes = error instanceof SequenzyPermissionError ? error.missingScopes : [];
  if (scopes.length > 0)
    return `Give the key the permission ${scopes.join(', ')}, or use another key.`;
  return say`Check what the key may do, and ${option('company')}: sequenzy-cli doctor shows both.`;
}

function laterAdvice({ retryAt }: SequenzyError): Advice {
  return retryAt === undefined ? runAgain : { ...runAgain, notBefore: retryAt.toISOString() };
}

/** A web page with status 200 is a proxy's or a captive portal's, a failure of the server's own passes. */
function unavailableAdvice({ status }: SequenzyError): Advice[] {
  const notTheApi = status !== undefined && status < 300;
  if (notTheApi) return adviceOf(answeredByProxy);
  return status === undefined ? [...adviceOf('Check the network.'), runAgain] : [runAgain];
}
