import { option, say } from 'sequenzy-contract';
import { SourceError } from '../faults/source-error.ts';
import { shownName } from './address.ts';
import { gunzipped } from './gunzip.ts';
import { oneRequest, type Incoming, proxiedRequest } from './one-request.ts';
import { publicAddressesOf, refusePrivateName, addressOf } from './web-address.ts';
import type { RemoteSettings } from './remote-options.ts';
import type { TimeLimit } from './time-limit.ts';

const maxRedirects = 5;

/** A response, and the address that it came from in the end. */
export interface Arrived {
  readonly response: Incoming;
  readonly url: URL;
}

/** The response at the end of the redirects; each hop is checked like the first. */
export async function followed(
  start: URL,
  headers: Readonly<Record<string, string>>,
  settings: RemoteSettings,
  signal: AbortSignal,
): Promise<Arrived> {
  let url = start;
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const response = await arrived(url, headers, settings, signal);
    const { location } = response.headers;
    const isRedirect = [301, 302, 303, 307, 308].includes(response.statusCode ?? 0);
    if (!isRedirect || location === undefined) return { response, url };
    response.destroy();
    url = redirectedTo(location, url);
  }
  throw new SourceError(`the server redirects more than ${String(maxRedirects)} times`, {
    code: 'unreadable',
    file: shownName(start.href),
    nextStep: 'Give the address at which the file is in the end.',
  });
}

/** @throws {SourceError} The address is private, as far as that can be known. */
async function arrived(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { resolve, allowPrivateAddresses, proxyFetch }: RemoteSettings,
  signal: AbortSignal,
): Promise<Incoming> {
  const throughProxy = proxyFetch(url);
  if (throughProxy === undefined) {
    const addresses = await publicAddressesOf(url, resolve, allowPrivateAddresses);
    return oneRequest(url, addresses, headers, signal);
  }
  if (!allowPrivateAddresses) refusePrivateName(url);
  return proxiedRequest(url, throughProxy, headers, signal);
}

function redirectedTo(location: string, from: URL): URL {
  const next = addressOf(
    URL.canParse(location, from.href) ? new URL(location, from).href : location,
  );
  const hasCredentials = from.username + from.password !== '';
  if (!hasCredentials) return next;
  if (next.origin === from.origin) {
    next.username = from.username;
    next.password = from.password;
    return next;
  }
  throw new SourceError(`the server redirects to ${next.host}, and the address holds a password`, {
    code: 'unreadable',
    file: shownName(from.href),
    nextStep: 'Give the address there, with the password that is meant for it.',
  });
}

/** Packed for the way, packed as a file, or both. */
export async function* unpacked(
  response: Incoming,
  name: string,
  settings: RemoteSettings,
  limit: TimeLimit,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  const file = gunzipped(received(response, limit), name);
  for await (const chunk of gunzipped(file, name)) {
    length += chunk.length;
    refuseLength(length, name, settings);
    yield chunk;
  }
}

async function* received(response: Incoming, limit: TimeLimit): AsyncGenerator<Uint8Array> {
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    // no encoding is set
    limit.firstByteArrived();
    yield chunk;
  }
}

export function refuseLength(length: number, file: string, { maxBytes }: RemoteSettings): void {
  if (!(length > maxBytes)) return;
  throw new SourceError(`the file is larger than ${String(maxBytes)} bytes`, {
    code: 'unreadable',
    file,
    nextStep: say`Allow more with ${option('maxInputBytes')}, or name a file by its path.`,
  });
}
