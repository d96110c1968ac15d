import type { Answer } from './answer.ts';
import type { Arrival } from './arrival.ts';
import type { Problem } from './problem.ts';

interface Place {
  readonly method: string;
  /** Under the base path; `{id}` is one segment. */
  readonly path: string;
}

export interface Route<Endpoint> {
  readonly endpoint: Endpoint;
  /** The `{…}` of the path by name, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Finds the endpoint, the first that fits, or answers 404 for a path, 405 for a method,
 * 400 for an id that is not percent-encoded.
 */
export function findRoute<Endpoint extends Place>(
  endpoints: readonly Endpoint[],
  { basePath, problem }: { readonly basePath: string; readonly problem: Problem },
  { method, path }: Pick<Arrival, 'method' | 'path'>,
): Route<Endpoint> | Answer {
  const segments = path.startsWith(`${basePath}/`) ? path.slice(basePath.length).split('/') : [];
  const here = endpoints.filter((endpoint) => matches(endpoint.path.split('/'), segments));
  if (here.length === 0) return problem(404, `No such endpoint: ${path}`);
  const endpoint = here.find((candidate) => candidate.method === method);
  if (endpoint === undefined) {
    const allow = [...new Set(here.map((candidate) => candidate.method))].join(', ');
    return problem(405, `${method} is not allowed here`, { headers: { allow } });
  }
  const parameters = decode(endpoint.path.split('/'), segments);
  return parameters === undefined
    ? problem(400, 'The id in the path is not percent-encoded')
    : { endpoint, parameters };
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) =>
      part.startsWith('{') ? segments[index] !== '' : part === segments[index],
    )
  );
}

function decode(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  try {
    const named = pattern.flatMap((part, index) =>
      part.startsWith('{')
        ? [[part.slice(1, -1), decodeURIComponent(segments[index] ?? '')] as const]
        : [],
    );
    return Object.fromEntries(named);
  } catch {
    return undefined;
  }
}
