import { Readable } from 'node:stream';
import { credentialsApart, type Incoming } from './one-request.ts';

/** One request with a `fetch` that goes through a proxy. Redirects are the caller's. */
export async function proxiedRequest(
  url: URL,
  fetch: typeof globalThis.fetch,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Incoming> {
  const { bare, auth } = credentialsApart(url);
  const authorization = `Basic ${Buffer.from(auth ?? '').toString('base64')}`;
  const response = await fetch(bare, {
    headers: auth === undefined ? headers : { ...headers, authorization },
    redirect: 'manual',
    signal,
  });
  const { body } = response;
  return Object.assign(body === null ? Readable.from([]) : Readable.fromWeb(body), {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
  });
}
