import { problemSchema } from 'sequenzy-contract';
import {
  SequenzyAuthenticationError,
  SequenzyBadRequestError,
  SequenzyConflictError,
  SequenzyNotFoundError,
  SequenzyPermissionError,
  SequenzyRateLimitError,
  SequenzyServerError,
  type ErrorCode,
  type ErrorDetails,
  type SequenzyError,
} from '../errors.ts';
import { tolerate } from './tolerate.ts';

interface Kind {
  readonly code: ErrorCode;
  readonly error: new (code: ErrorCode, message: string, details: ErrorDetails) => SequenzyError;
  readonly retryable: boolean;
  /** The work may have been done all the same. */
  readonly ambiguous: boolean;
}

const final = { retryable: false, ambiguous: false };
const passing = { retryable: true, ambiguous: true };

const clientFault: Kind = { code: 'bad_request', error: SequenzyBadRequestError, ...final };
const serverFault: Kind = { code: 'server', error: SequenzyServerError, ...passing };

const kinds = new Map<number, Kind>([
  [401, { code: 'authentication', error: SequenzyAuthenticationError, ...final }],
  [403, { code: 'permission', error: SequenzyPermissionError, ...final }],
  [404, { code: 'not_found', error: SequenzyNotFoundError, ...final }],
  // The vendor's own clients repeat 408 and 409.
  [408, serverFault],
  [409, { code: 'conflict', error: SequenzyConflictError, ...passing }],
  [429, { code: 'rate_limit', error: SequenzyRateLimitError, retryable: true, ambiguous: false }],
  [501, { code: 'server', error: SequenzyServerError, ...final }],
]);

/** What came back, whatever its form. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; `undefined` where it is empty or not JSON. */
  readonly json: unknown;
}

/** The error for an answer that is not a success, or not the API's. */
export function errorOfAnswer(answer: Answer, details: ErrorDetails): SequenzyError {
  const { status } = answer;
  const kind = kinds.get(status) ?? kindOf(answer);
  const problem = tolerate(problemSchema, answer.json);
  const resolution = problem.resolution ?? problem.howToFix;
  const serverMessage = sentenceOf(problem) ?? sentenceOfText(answer.text);
  const advice = resolution === undefined ? '' : ` (${resolution})`;
  const request = `${details.method ?? ''} ${details.path ?? ''}`;
  return new kind.error(kind.code, `${request}: ${String(status)} ${serverMessage}${advice}`, {
    ...details,
    status,
    serverMessage,
    ...(resolution === undefined ? {} : { resolution }),
    ...(problem.details === undefined ? {} : { details: problem.details }),
    retryable: kind.retryable,
    ambiguous: kind.ambiguous,
  });
}

/**
 * A success that says `success: false` is the API refusing; a web page with status 200 is somebody else talking.
 * A redirect that leads nowhere would lead there again.
 */
function kindOf({ status, json }: Answer): Kind {
  const refused = status < 300 ? json !== undefined : status < 500;
  return refused ? clientFault : serverFault;
}

function sentenceOf(problem: ReturnType<typeof tolerate<typeof problemSchema>>) {
  const { error, description, title } = problem;
  return (typeof error === 'string' ? error : error?.message) ?? description ?? title;
}

const longestText = 300;

function sentenceOfText(body: string): string {
  const text = body.trim();
  if (text === '') return 'without a word';
  return text.startsWith('<') ? 'with a web page instead of an answer' : text.slice(0, longestText);
}
