import { classMark, isInstanceOf, type Fault } from 'sequenzy-contract';
import { requestIdOf } from './request-id.ts';

/** What went wrong, as a stable word. */
export type ErrorCode =
  | 'validation'
  | 'authentication'
  | 'permission'
  | 'not-found'
  | 'conflict'
  | 'bad-request'
  | 'rate-limit'
  | 'contradiction'
  | 'too-large'
  | 'server'
  | 'connection'
  | 'timeout'
  | 'abort'
  | 'source'
  | 'ledger'
  | 'ceiling';

/** What is known of a failed request. Nothing in it ever holds the API key. */
export interface ErrorDetails {
  /** HTTP status, where there was an answer. */
  status?: number;
  method?: string;
  /** Path below the origin, such as `/api/v1/products`. */
  path?: string;
  /** Those of the answer, without the API key. */
  headers?: Headers;
  /** Text of the answer, up to `maxErrorBytes`, without the API key. */
  body?: string;
  /** The server's own sentence. */
  serverMessage?: string;
  /** The server's advice (`resolution` or `howToFix`). */
  resolution?: string;
  /** The server's `details`, as they came. */
  details?: unknown;
  /** The body says it in the API's own form: no web page, no text of a proxy. */
  ownWord?: boolean;
  /** Scopes the key lacks. */
  missingScopes?: readonly string[];
  /** How often the request left, this failure included. */
  attempts?: number;
  /** Whether the same request may succeed later. */
  retryable?: boolean;
  /** The request may have been carried out although it failed: it was sent, and no clear answer came. */
  ambiguous?: boolean;
  /** How long the server asked to wait, in milliseconds. */
  retryAfter?: number;
  /** When the server will let us in, as far as it said. */
  retryAt?: Date;
  cause?: unknown;
}

/**
 * Every failure a client reports. It does not cover bugs: a `TypeError` of your own callback reaches you as it is.
 *
 * @example
 * try { await transport(call) } catch (error) {
 *   if (error instanceof ApiError && error.retryable) queueAgain(call)
 *   else throw error
 * }
 */
export class ApiError extends Error {
  static readonly [classMark]: string = 'ApiError';
  override readonly name: string;
  readonly code: ErrorCode;
  readonly status: number | undefined;
  readonly method: string | undefined;
  readonly path: string | undefined;
  /** How the server calls the request, by whichever of the usual headers it sends: name it to its support. */
  readonly requestId: string | undefined;
  readonly serverMessage: string | undefined;
  readonly resolution: string | undefined;
  readonly details: unknown;
  readonly retryAfter: number | undefined;
  readonly retryAt: Date | undefined;
  readonly retryable: boolean;
  /** Set by the retry loop, which alone knows. */
  attempts: number;
  /** Set by the retry loop: true when any attempt was. */
  ambiguous: boolean;
  /** Kept where loggers that write down an error's fields do not find them. */
  readonly #answer: Pick<ErrorDetails, 'headers' | 'body'>;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target[classMark];
    this.code = code;
    this.status = details.status;
    this.method = details.method;
    this.path = details.path;
    this.requestId = details.headers && requestIdOf(details.headers);
    this.#answer = details;
    this.serverMessage = details.serverMessage;
    this.resolution = details.resolution;
    this.details = details.details;
    this.retryAfter = details.retryAfter;
    this.retryAt = details.retryAt;
    this.retryable = details.retryable ?? false;
    this.attempts = details.attempts ?? 0;
    this.ambiguous = details.ambiguous ?? false;
  }

  /** True for the errors of every copy of this package, ESM or CommonJS. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstanceOf(this, value);
  }

  /** Headers of the answer; undefined where there was none. */
  get headers(): Headers | undefined {
    return this.#answer.headers;
  }

  /** Text of the answer, up to `maxErrorBytes`; undefined where there was none. It may hold personal data. */
  get body(): string | undefined {
    return this.#answer.body;
  }
}

/** The input does not fit the API. Nothing was sent. */
export class ApiValidationError extends ApiError {
  static override readonly [classMark]: string = 'ApiValidationError';
  declare readonly name: 'ApiValidationError';
  /** Every fault with its path, such as `customer.email`. */
  readonly faults: readonly Fault[];

  constructor(what: string, faults: readonly Fault[]) {
    const list = faults.map(({ path, message }) => `${path} ${message}`.trim()).join('; ');
    super('validation', `${what}: ${list}`);
    this.faults = faults;
  }
}

/** 401: the key is missing, wrong or revoked. */
export class ApiAuthenticationError extends ApiError {
  static override readonly [classMark]: string = 'ApiAuthenticationError';
  declare readonly name: 'ApiAuthenticationError';
}

/** 403: the key may not do this, or not for this company. */
export class ApiPermissionError extends ApiError {
  static override readonly [classMark]: string = 'ApiPermissionError';
  declare readonly name: 'ApiPermissionError';
  /** Scopes the server said are missing, as it calls them. */
  readonly missingScopes: readonly string[];

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(code, message, details);
    this.missingScopes = details.missingScopes ?? [];
  }
}

/** 404. */
export class ApiNotFoundError extends ApiError {
  static override readonly [classMark]: string = 'ApiNotFoundError';
  declare readonly name: 'ApiNotFoundError';
  /** Whether the API itself says so. A web page or plain text may mean that the whole API is not there. */
  readonly isOwnWord: boolean;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(code, message, details);
    this.isOwnWord = details.ownWord ?? false;
  }
}

/** 409. */
export class ApiConflictError extends ApiError {
  static override readonly [classMark]: string = 'ApiConflictError';
  declare readonly name: 'ApiConflictError';
}

/** 400, 413, 422 and every other 4xx: the request itself is at fault. */
export class ApiBadRequestError extends ApiError {
  static override readonly [classMark]: string = 'ApiBadRequestError';
  declare readonly name: 'ApiBadRequestError';
}

/** 429, and the wait the server asked for is longer than `maxWait` allows. */
export class ApiRateLimitError extends ApiError {
  static override readonly [classMark]: string = 'ApiRateLimitError';
  declare readonly name: 'ApiRateLimitError';
}

/** 5xx, or an answer that is not the API's. */
export class ApiServerError extends ApiError {
  static override readonly [classMark]: string = 'ApiServerError';
  declare readonly name: 'ApiServerError';
}

/**
 * A success that cannot be taken for one: it contradicts what was asked (`contradiction`), or it is larger than
 * `maxAnswerBytes` (`too-large`). What was sent may have been carried out: `ambiguous` says so.
 */
export class ApiAnswerError extends ApiError {
  static override readonly [classMark]: string = 'ApiAnswerError';
  declare readonly name: 'ApiAnswerError';
}

/** No answer: refused, reset, cut off, not resolved, or redirected elsewhere. */
export class ApiConnectionError extends ApiError {
  static override readonly [classMark]: string = 'ApiConnectionError';
  declare readonly name: 'ApiConnectionError';
}

/** No answer within `timeout`. */
export class ApiTimeoutError extends ApiError {
  static override readonly [classMark]: string = 'ApiTimeoutError';
  declare readonly name: 'ApiTimeoutError';
}

/** Stopped by the caller's signal. */
export class ApiAbortError extends ApiError {
  static override readonly [classMark]: string = 'ApiAbortError';
  declare readonly name: 'ApiAbortError';
}
