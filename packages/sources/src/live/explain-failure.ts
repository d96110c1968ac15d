import { ApiError } from 'sequenzy-transport';
import { LiveError } from './live-error.ts';
import type { LiveAddress, LiveFailure } from './live-source.ts';

/** What is one API's own about its failures. */
interface Explaining {
  readonly address: LiveAddress;
  /** What to do where the login is refused. */
  readonly checkLogin: string;
  /** What a refusal in the API's own words means; undefined where it is an ordinary one. */
  readonly refusal: (said: string) => LiveFailure | undefined;
}

/** Why an API that is asked by POST could not be read, and what to do; undefined where the failure is not the API's. */
export function explainFailure(failure: unknown, own: Explaining): LiveFailure | undefined {
  if (failure instanceof LiveError) return failure.failure;
  if (!(failure instanceof ApiError)) return undefined;
  const { code, status, retryable, retryAt, serverMessage } = failure;
  const { variable } = own.address;
  const refusal = serverMessage === undefined ? undefined : own.refusal(serverMessage);
  if (refusal !== undefined) return refusal;
  if (code === 'authentication' || code === 'permission') {
    return { code, end: 'refused', nextStep: own.checkLogin };
  }
  const later = retryAt === undefined ? {} : { retryAt };
  if (status === undefined) {
    return { code, end: 'passing', nextStep: `Check the network, and ${variable}.`, ...later };
  }
  if (!retryable) return { code, end: 'unusable', nextStep: `Check ${variable}.` };
  const isPage = status < 300 && serverMessage === undefined;
  return isPage
    ? {
        code,
        end: 'passing',
        nextStep: `Check ${variable}. A proxy may be answering in its place.`,
      }
    : { code, end: 'passing', ...later };
}
