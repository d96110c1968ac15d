import { SourceError } from '../faults/source-error.ts';
import { shownName } from './address.ts';
import { followed, refuseLength, unpacked } from './fetched.ts';
import type { Incoming } from './one-request.ts';
import { pagesOf } from './pages.ts';
import { addressOf } from './web-address.ts';
import { remoteSettings, type RemoteOptions } from './remote-options.ts';
import { refuseStatus, unreachable } from './remote-errors.ts';
import { TimeLimit } from './time-limit.ts';

/**
 * The bytes of a file at a web address, unpacked.
 *
 * @throws {SourceError} `not-modified` where the server says that it is as remembered; `unreadable` where it is not
 * available, is too large or takes too long; `bad-option` where the address is none that is fetched.
 */
export async function* bytesOfAddress(
  file: string,
  options: RemoteOptions = {},
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const settings = remoteSettings(options);
  const name = shownName(file);
  const limit = new TimeLimit(name, settings, signal);
  let response: Incoming | undefined;
  try {
    const headers = headersFor(file, options);
    const address = addressOf(file);
    const pages = options.pagedAddress?.(address);
    if (pages === undefined) {
      ({ response } = await followed(address, headers, settings, limit.signal));
      refuseStatus(response, name, isConditional(headers));
      refuseLength(Number(response.headers['content-length']), name, settings);
      yield* unpacked(response, name, settings, limit);
      options.onValidators?.(file, validatorsOf(response));
    } else {
      const of = { name, pages, settings, limit, isConditional: isConditional(headers) };
      const only = yield* pagesOf(of, headers);
      if (only !== undefined) options.onValidators?.(file, validatorsOf(only));
    }
  } catch (error) {
    signal?.throwIfAborted();
    const { aborted, reason } = limit.signal as { aborted: boolean; reason: unknown }; // as declared, not any
    if (aborted) throw reason;
    throw error instanceof SourceError ? error : unreachable(name, error);
  } finally {
    limit.end();
    response?.destroy();
  }
}

function isConditional(headers: Readonly<Record<string, string>>): boolean {
  return 'if-none-match' in headers || 'if-modified-since' in headers;
}

function headersFor(file: string, { remembered }: RemoteOptions): Record<string, string> {
  const { etag, lastModified } = remembered?.get(file) ?? {};
  return {
    accept: '*/*',
    'accept-encoding': 'gzip',
    'user-agent': 'sequenzy-sources',
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

function validatorsOf({ headers }: Pick<Incoming, 'headers'>): {
  etag?: string;
  lastModified?: string;
} {
  const { etag, 'last-modified': lastModified } = headers;
  return {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  };
}
