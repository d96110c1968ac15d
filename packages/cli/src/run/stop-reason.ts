import { SequenzyError, SequenzyPermissionError } from 'sequenzy-commerce';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { UserError } from '../user-error.ts';

/** An SDK error as the person at the keyboard meets it. */
export interface StopReason {
  readonly code: string;
  readonly message: string;
  readonly nextStep: string;
  readonly exitCode: ExitCode;
}

const checkBaseUrl =
  'Check the base URL (--base-url, SEQUENZY_API_URL): it must be the origin of the Sequenzy API.';
const ceilingAdvice =
  'Check the stock in the input. To go on, run the same command again: --max-restocks counts anew.';
/** Said where the same command carries on. */
export const runAgain = 'Run the same command again to carry on.';

/** Why a run ended, what to do, and the exit code for it. */
export function stopReason(error: SequenzyError): StopReason {
  const { code, message } = error;
  return { code: isRedirect(error) ? 'redirect' : code, message, ...adviceFor(error) };
}

/** The same as an error, for commands that have nothing else to report. */
export function asUserError(error: unknown): unknown {
  if (!(error instanceof SequenzyError)) return error;
  const { code, message, nextStep, exitCode } = stopReason(error);
  return new UserError(code, message, nextStep, exitCode);
}

function adviceFor(error: SequenzyError): Pick<StopReason, 'nextStep' | 'exitCode'> {
  const { stopped, refused, interrupted, usage } = exitCodes;
  switch (error.code) {
    case 'abort':
      return { nextStep: runAgain, exitCode: interrupted };
    case 'authentication':
      return {
        nextStep:
          'Check the key in SEQUENZY_API_KEY or --api-key-file: it is wrong, revoked, or of another environment.',
        exitCode: refused,
      };
    case 'permission':
      return { nextStep: permissionAdvice(error), exitCode: refused };
    case 'validation':
      return { nextStep: 'Correct the input.', exitCode: usage };
    case 'rate_limit':
      return { nextStep: laterAdvice(error), exitCode: stopped };
    case 'not_found':
    case 'bad_request':
      return { nextStep: checkBaseUrl, exitCode: stopped };
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

/** The only connection failure that another attempt could not change. */
function isRedirect({ code, retryable }: SequenzyError): boolean {
  return code === 'connection' && !retryable;
}

function permissionAdvice(error: SequenzyError): string {
  const scopes = error instanceof SequenzyPermissionError ? error.missingScopes : [];
  if (scopes.length > 0)
    return `Give the key the permission ${scopes.join(', ')}, or use another key.`;
  return 'Check what the key may do, and --company: sequenzy-cli doctor shows both.';
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
