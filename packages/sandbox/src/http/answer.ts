/** What the API answers, before a mount turns it into a `Response` or writes it to a socket. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * How one exchange ended. Everything but `answered` is a fault of the connection,
 * which each mount turns into the real thing.
 */
export type Exchange =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** The work was done; only the first `bytes` bytes of the answer's body arrive, then the connection closes. */
  | { readonly kind: 'truncated'; readonly answer: Answer; readonly bytes: number }
  /** The connection breaks without an answer. */
  | { readonly kind: 'reset' }
  /** The connection never came about: nothing was sent. */
  | { readonly kind: 'refused' }
  /** No answer ever comes. */
  | { readonly kind: 'hang' };

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

export function text(status: number, type: string, body: string): Answer {
  return { status, headers: { 'content-type': `${type}; charset=utf-8` }, body };
}
