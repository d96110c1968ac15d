/** What a scripted server does with one request: an answer, an error of the network, or something of its own. */
export type Step = Response | Error | ((request: Request) => Response | Promise<Response>);

export interface ScriptedFetch {
  readonly fetch: typeof globalThis.fetch;
  /** The requests that came, bodies read. */
  readonly requests: { readonly request: Request; readonly body: string }[];
}

/** A server that follows a script; after its end it accepts everything. */
export function scriptedFetch(...script: Step[]): ScriptedFetch {
  const requests: ScriptedFetch['requests'] = [];
  return {
    requests,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push({ request: request.clone(), body: await request.text() });
      const step = script.shift() ?? answer(200, { success: true });
      if (step instanceof Error) throw step;
      return typeof step === 'function' ? step(request) : step;
    },
  };
}

export function answer(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(text, { status, headers });
}

/** What `fetch` throws in Node when the connection fails with this system code. */
export function networkError(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}
