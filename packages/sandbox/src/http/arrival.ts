/** A request as it arrived, its body read whole. */
export interface Arrival {
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Aborts when the client is gone, where the mount can tell. */
  readonly signal: AbortSignal;
  readonly body: Body;
}

/** A request's body, parsed at most once and only when somebody asks. */
export class Body {
  readonly text: string;
  #parsed: ParsedJson | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Bytes as UTF-8. */
  get bytes(): number {
    return new TextEncoder().encode(this.text).length;
  }

  /** A parsed body is shared by everybody who asks: nobody changes it. */
  json(): ParsedJson {
    this.#parsed ??= parse(this.text);
    return this.#parsed;
  }
}

export type ParsedJson =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

function parse(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

const never = new AbortController().signal;

/**
 * The arrival of what `fetch` was given, where that is a text for an address and nothing a `Request` would have to look
 * at: making one takes longer than all else that a sandbox does.
 */
export function plainArrival(
  input: string | URL | Request,
  { method = 'GET', headers, body, signal, ...others }: RequestInit = {},
): Arrival | undefined {
  const isPlain = typeof input === 'string' && URL.canParse(input);
  const isKnown = Object.keys(others).every((name) => name === 'redirect');
  if (!isPlain || !isKnown || typeof body !== 'string' || method !== 'POST') return undefined;
  const url = new URL(input);
  if (url.username !== '' || url.password !== '') return undefined;
  return {
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: new Headers(headers),
    signal: signal ?? never,
    body: new Body(body),
  };
}

export async function readArrival(request: Request): Promise<Arrival> {
  const url = new URL(request.url);
  return {
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    signal: request.signal,
    body: new Body(request.body === null ? '' : await request.text()),
  };
}
