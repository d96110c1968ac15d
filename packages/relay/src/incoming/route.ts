import type { PlatformName } from '../signatures/schemes.ts';

/** Where a request goes, and what stands behind that in its path: `/hooks/shopify/secret`. */
export interface Route {
  readonly name: PlatformName;
  readonly lastSegment: string;
}

/**
 * Finds the platform of a request.
 *
 * @param only The one that takes every path; without it the path names one of several.
 */
export function routeOf(
  path: string,
  names: readonly PlatformName[],
  only: PlatformName | undefined,
): Route | undefined {
  const segments = path.split('/').filter((segment) => segment !== '');
  if (only !== undefined) return { name: only, lastSegment: decoded(segments.at(-1)) };
  const at = segments.findIndex((segment) => names.some((name) => name === segment));
  const name = names.find((one) => one === segments[at]);
  return name && { name, lastSegment: decoded(segments[at + 1]) };
}

function decoded(segment = ''): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
