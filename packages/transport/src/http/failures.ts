import { shortened } from 'sequenzy-contract';
import {
  ApiAuthenticationError,
  ApiBadRequestError,
  ApiConflictError,
  ApiNotFoundError,
  ApiPermissionError,
  ApiRateLimitError,
  ApiServerError,
  type ErrorCode,
  type ErrorDetails,
  type ApiError,
} from '../errors/api-error.ts';
import type { Replies } from '../settings/service.ts';
import type { Answer } from './answer.ts';

interface Kind {
  readonly code: ErrorCode;
  readonly error: new (code: ErrorCode, message: string, details: ErrorDetails) => ApiError;
  readonly retryable: boolean;
  /** The work may have been done all the same. */
  readonly ambiguous: boolean;
}

const final = { retryable: false, ambiguous: false };
const passing = { retryable: true, ambiguous: true };

const clientFault: Kind = { code: 'bad-request', error: ApiBadRequestError, ...final };
const serverFault: Kind = { code: 'server', error: ApiServerError, ...passing };
const conflict: Kind = { code: 'conflict', error: ApiConflictError, ...passing };

const kinds = new Map<number, Kind>([
  [401, { code: 'authentication', error: ApiAuthenticationError, ...final }],
  [403, { code: 'permission', error: ApiPermissionError, ...final }],
  [404, { code: 'not-found', error: ApiNotFoundError, ...final }],
  [408, serverFault],
  [409, conflict],
  [429, { code: 'rate-limit', error: ApiRateLimitError, retryable: true, ambiguous: false }],
  [501, { code: 'server', error: ApiServerError, ...final }],
]);

/** The error for an answer that is not a success, or not the API's. */
export function errorOfAnswer(answer: Answer, details: ErrorDetails, replies: Replies): ApiError {
  const { status } = answer;
  const kind = kinds.get(status) ?? kindOf(answer, replies);
  const passes = kind.retryable && (kind !== conflict || replies.conflictPasses);
  const problem = replies.problemIn(answer.json);
  const resolution = problem.resolution === undefined ? undefined : shortened(problem.resolution);
  const serverMessage =
    problem.message === undefined ? plainText(answer) : shortened(problem.message);
  const said = serverMessage ?? withoutSentence(answer.text);
  const advice = resolution === undefined ? '' : ` (${resolution})`;
  const request = `${details.method ?? ''} ${details.path ?? ''}`;
  return new kind.error(kind.code, `${request}: ${String(status)} ${said}${advice}`, {
    ...details,
    status,
    headers: answer.headers,
    body: answer.text,
    ownWord: problem.isOwn ?? problem.message !== undefined,
    ...(serverMessage === undefined ? {} : { serverMessage }),
    ...(resolution === undefined ? {} : { resolution }),
    ...(problem.missingScopes === undefined ? {} : { missingScopes: problem.missingScopes }),
    ...(problem.details === undefined ? {} : { details: problem.details }),
    retryable: passes,
    ambiguous: passes && kind.ambiguous,
  });
}

/**
 * A success that says `success: false` is the API refusing; a web page with status 200 is somebody else talking.
 * A redirect that leads nowhere would lead there again.
 */
function kindOf({ status, json }: Answer, { passes = () => false }: Replies): Kind {
  const refused = status < 300 ? json !== undefined && !passes(json) : status < 500;
  return refused ? clientFault : serverFault;
}

/** Of JSON in which no sentence was found, only the beginning says something. */
const longestJson = 100;

/** What a server says in words of its own, in one line; a web page is not that. */
function plainText({ text: body, json }: Answer): string | undefined {
  if (/^\s*(<|$)/.test(body)) return undefined;
  return json === undefined ? shortened(body) : shortened(body, longestJson);
}

function withoutSentence(body: string): string {
  return body.trim() === '' ? 'and gave no reason' : 'with a web page instead of an answer';
}
