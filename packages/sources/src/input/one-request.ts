import type { LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';

/** One request, answered by its response as soon as the headers are there. Redirects are the caller's. */
export function oneRequest(
  url: URL,
  addresses: readonly LookupAddress[],
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { username, password } = url;
  const options: RequestOptions = {
    headers,
    signal,
    lookup: pinnedTo(addresses),
    agent: false,
    ...(username + password !== '' && {
      auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}`,
    }),
  };
  const bare = new URL(url);
  bare.username = bare.password = '';
  const request = bare.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(bare, options).on('response', resolve).on('error', reject).end();
  });
}

/** Connects to the addresses that were checked. */
function pinnedTo(addresses: readonly LookupAddress[]): LookupFunction {
  const [first] = addresses;
  return (_hostname, { all }, callback) => {
    if (all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}
