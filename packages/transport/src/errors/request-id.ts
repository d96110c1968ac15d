const names = ['x-request-id', 'request-id', 'x-correlation-id', 'x-amzn-trace-id', 'cf-ray'];

/** How the server, or what stands before it, calls a request. */
export function requestIdOf(headers: Headers): string | undefined {
  return names.map((name) => headers.get(name)).find((id) => id !== null) ?? undefined;
}
