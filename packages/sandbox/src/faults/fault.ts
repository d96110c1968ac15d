import type { Scope } from '../keys/access.ts';

/** Whether the server did what the request asks before things went wrong. */
export type When = 'before-work' | 'after-work';

/** 429. The work is not done, and the request counts in no window of the sandbox's own. */
export interface RateLimitedFault {
  readonly kind: 'rate-limited';
  /**
   * How the answer says when to come back: `seconds` is `retry-after: 2`, `date` is `retry-after` as an HTTP date,
   * `milliseconds` is `retry-after-ms: 1500`, `none` says nothing. Default: `seconds`.
   */
  readonly retryAfter?: 'seconds' | 'date' | 'milliseconds' | 'none';
  /** Milliseconds until then; seconds and dates are rounded up. Default: 1000. */
  readonly waitMs?: number;
}

/** 5xx with a JSON error body. */
export interface ServerErrorFault {
  readonly kind: 'server-error';
  /** Default: 500. */
  readonly status?: 500 | 502 | 503 | 504;
  /** Adds `retry-after` with whole seconds. Default: no such header. */
  readonly retryAfterSeconds?: number;
  /** Default: `before-work`. `after-work` is the 5xx that hides a success. */
  readonly when?: When;
}

/** A page where JSON was expected: a proxy's 502, or with status 200 a captive portal. The work is not done. */
interface HtmlFault {
  readonly kind: 'html';
  /** Default: 502. */
  readonly status?: number;
}

/** An answer without a body. The work is done only where the status is a success. */
interface EmptyBodyFault {
  readonly kind: 'empty-body';
  /** Default: 200. */
  readonly status?: number;
}

/** An error as plain text. The work is not done. */
interface PlainTextFault {
  readonly kind: 'plain-text';
  /** Default: 500. */
  readonly status?: number;
  /** Default: `upstream connect error`. */
  readonly text?: string;
}

/** The connection breaks without an answer. */
interface ResetFault {
  readonly kind: 'reset';
  readonly when: When;
}

/**
 * The connection is refused: nothing reaches the sandbox or its log. A listening server cannot refuse one connection,
 * so there it is a reset before the work.
 */
interface RefusedFault {
  readonly kind: 'refused';
}

/** The work is done, the answer breaks off. */
export interface TruncatedFault {
  readonly kind: 'truncated';
  /** Bytes of the body that arrive. Default: half of them. Never all. */
  readonly bytes?: number;
}

/** No answer ever comes: until the client goes away or the server closes. */
interface HangFault {
  readonly kind: 'hang';
  readonly when: When;
}

/** The work is done at once, the answer comes late. */
interface SlowFault {
  readonly kind: 'slow';
  readonly ms: number;
}

/** A batch that holds this product is refused whole. Other requests pass, and do not count as matches. */
export interface BadProductFault {
  readonly kind: 'bad-product';
  readonly productId: string;
  /** Default: 400. */
  readonly status?: 400 | 422;
  /** Whether `details` name the product by index, productId and path. Default: true. */
  readonly details?: boolean;
}

/** 413 for a body larger than this. Smaller requests pass, and do not count as matches. */
export interface TooLargeFault {
  readonly kind: 'too-large';
  /** Bytes as UTF-8 that still pass. */
  readonly maxBytes: number;
}

/** 401: the key was revoked. */
export interface UnauthorizedFault {
  readonly kind: 'unauthorized';
}

/** 403: `API key is missing required scope: products:write`. */
export interface ForbiddenFault {
  readonly kind: 'forbidden';
  /** Default: `products:write`. */
  readonly scope?: Scope;
}

/** A redirect. The work is not done. */
interface RedirectFault {
  readonly kind: 'redirect';
  readonly location: string;
  /** Default: 307. */
  readonly status?: 301 | 302 | 303 | 307 | 308;
}

/** The work is done, the reply has another shape: `{ success, created, updated }` and no `products`. */
interface OtherShapeFault {
  readonly kind: 'other-shape';
}

/** Another body than the API's own, as JSON: a success that contradicts itself. */
interface SaysFault {
  readonly kind: 'says';
  readonly json: unknown;
  /** Default: 200. */
  readonly status?: number;
  /** Whether the work was done all the same. Default: `before-work`, it was not. */
  readonly when?: When;
}

/** What can go wrong with any HTTP API. */
export type CommonFault =
  | RateLimitedFault
  | ServerErrorFault
  | HtmlFault
  | PlainTextFault
  | EmptyBodyFault
  | ResetFault
  | RefusedFault
  | TruncatedFault
  | HangFault
  | SlowFault
  | SaysFault
  | TooLargeFault
  | UnauthorizedFault
  | RedirectFault;

/** What can go wrong with the Sequenzy Commerce API. */
export type Fault = CommonFault | BadProductFault | ForbiddenFault | OtherShapeFault;
