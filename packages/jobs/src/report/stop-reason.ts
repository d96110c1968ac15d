import type { FailureCode } from './failure-code.ts';
import { SequenzyError, SequenzyPermissionError } from 'sequenzy-commerce';
import { LedgerError } from 'sequenzy-commerce/node';
import { StoreError } from 'sequenzy-store';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { interrupted, UserError } from './user-error.ts';
import { ProxyError } from './proxy-error.ts';
import { option } from './wording.ts';

/** An SDK error as the person at the keyboard meets it. */
export interface StopReason {
  readonly code: FailureCode;
  readonly message: string;
  readonly nextStep: string;
  readonly exitCode: ExitCode;
}

const checkBaseUrl = `Check the base URL (${option('baseUrl')}, SEQUENZY_API_URL): it must be the origin of the Sequenzy API.`;
const correctWhatItSays =
  'The API refused the request itself: correct what its message names. sequenzy-cli doctor looks at key, company and address.';
const contradictionAdvice = `Check the base URL, and check in Sequenzy whether the records have arrived. Run the same command again: it sends again what is not known to have arrived.`;
const ceilingAdvice = `Check the stock in the input. Then run the same command again to continue: ${option('maxRestocks')} starts counting from 0.`;
/** Said where the same command continues. */
export const runAgain = 'Run the same command again to continue.';

/** Said where it does not, because everything is sent whatever was sent before. */
export const beginsAnew = `With ${option('full')} the same command starts over. Without it, only new and changed records are sent.`;

/** Ctrl-C, where the same command continues. */
export const interruption: StopReason = {
  code: 'interrupted',
  message: 'Interrupted',
  nextStep: runAgain,
  exitCode: exitCodes.interrupted,
};

/** Why a run ended, what to do, and the exit code for it. */
export function stopReason(error: SequenzyError): StopReason {
  const { code, message, cause } = error;
  if (code === 'abort') return interruption;
  if (cause instanceof ProxyError) {
    const nextStep = `${cause.nextStep} ${runAgain}`;
    return { code: 'proxy', message, nextStep, exitCode: exitCodes.stopped };
  }
  if (cause instanceof LedgerError && cause.code === 'lost') return lost(cause);
  return { code: isRedirect(error) ? 'redirect' : code, message, ...adviceFor(code, error) };
}

/** Another run sends what is left. */
function lost({ cause, message: whole }: LedgerError): StopReason {
  const problem = cause instanceof StoreError ? cause.problem : whole;
  const message = `This run has lost its ledger: ${problem}. Nothing more was sent`;
  const nextStep = 'Wait until that run is done, then run the same command again.';
  return { code: 'ledger-lost', message, nextStep, exitCode: exitCodes.stopped };
}

/** The same as an error, for commands that have nothing else to report. */
export function asUserError(error: unknown): unknown {
  if (!(error instanceof SequenzyError)) return error;
  if (error.code === 'abort') return interrupted();
  const { code, message, nextStep, exitCode } = stopReason(error);
  return new UserError(code, message, nextStep, exitCode);
}

function adviceFor(
  code: Exclude<SequenzyError['code'], 'abort'>,
  error: SequenzyError,
): Pick<StopReason, 'nextStep' | 'exitCode'> {
  const { stopped, refused, usage } = exitCodes;
  switch (code) {
    case 'authentication':
      return {
        nextStep: `Check the key in SEQUENZY_API_KEY or ${option('apiKeyFile')}: it is wrong, revoked, or of another environment.`,
        exitCode: refused,
      };
    case 'permission':
      return { nextStep: permissionAdvice(error), exitCode: refused };
    case 'validation':
      return { nextStep: 'Correct the input.', exitCode: usage };
    case 'rate-limit':
      return { nextStep: laterAdvice(error), exitCode: stopped };
    case 'not-found':
      return { nextStep: checkBaseUrl, exitCode: stopped };
    case 'bad-request':
      return { nextStep: isWord(error) ? correctWhatItSays : checkBaseUrl, exitCode: stopped };
    case 'contradiction':
      return { nextStep: contradictionAdvice, exitCode: stopped };
    case 'too-large':
      return {
        nextStep: `${checkBaseUrl} A proxy may be answering in its place.`,
        exitCode: stopped,
      };
    case 'ceiling':
      return { nextStep: ceilingAdvice, exitCode: stopped };
    case 'ledger':
      return { nextStep: `Check the disk of the state folder. ${runAgain}`, exitCode: stopped };
    case 'source':
      return { nextStep: runAgain, exitCode: stopped };
    case 'connection':
    case 'timeout':
    case 'server':
    case 'conflict':
      return {
        nextStep: isRedirect(error) ? checkBaseUrl : unavailableAdvice(error),
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

function permissionAdvice(error: SequenzyError): string {
  const scopes = error instanceof SequenzyPermissionError ? error.missingScopes : [];
  if (scopes.length > 0)
    return `Give the key the permission ${scopes.join(', ')}, or use another key.`;
  return `Check what the key may do, and ${option('company')}: sequenzy-cli doctor shows both.`;
}

function laterAdvice({ retryAt }: SequenzyError): string {
  return retryAt === undefined ? runAgain : `${runAgain} Not before ${retryAt.toISOString()}.`;
}

/** A web page with status 200 is a proxy's or a captive portal's, a failure of the server's own passes. */
function unavailableAdvice({ status }: SequenzyError): string {
  const notTheApi = status !== undefined && status < 300;
  if (notTheApi) return `${checkBaseUrl} A proxy may be answering in its place.`;
  return status === undefined ? `Check the network. ${runAgain}` : runAgain;
}
