import type { LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';

/** A response whose body has not been read yet. */
export type Incoming = Readable & Pick<IncomingMessage, 'statusCode' | 'headers'>;

/** One request, answered by its response as soon as the headers are there. Redirects are the caller's. */
export function oneRequest(
  url: URL,
  addresses: readonly LookupAddress[],
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Incoming> {
  const { bare, auth } = credentialsApart(url);
  const options: RequestOptions = {
    headers,
    signal,
    lookup: pinnedTo(addresses),
    agent: false,
    ...(auth !== undefined && { auth }),
  };
  const request = bare.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(bare, options).on('response', resolve).on('error', reject).end();
  });
}

/** An address without its user and password, and those as `user:password`. */
function credentialsApart(url: URL): { bare: URL; auth: string | undefined } {
  const { username, password } = url;
  const bare = new URL(url);
  bare.username = bare.password = '';
  if (username + password === '') return { bare, auth: undefined };
  return { bare, auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` };
}

/** Connects to the addresses that were checked. */
function pinnedTo(addresses: readonly LookupAddress[]): LookupFunction {
  const [first] = addresses;
  return (_hostname, { all }, callback) => {
    if (all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}

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
