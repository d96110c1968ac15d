import { SourceError } from '../faults/source-error.ts';
import { followed, unpacked, refuseLength, type Arrived } from './fetched.ts';
import type { Incoming } from './one-request.ts';
import type { PagedAddress } from './paged-address.ts';
import { refuseStatus } from './remote-errors.ts';
import type { RemoteSettings } from './remote-options.ts';
import type { TimeLimit } from './time-limit.ts';

export interface PagedList {
  /** As it is shown. */
  readonly name: string;
  readonly pages: PagedAddress;
  readonly settings: RemoteSettings;
  readonly limit: TimeLimit;
  readonly isConditional: boolean;
}

/**
 * The bytes of every page, one behind the other, up to an empty page. What turns out to be no such list is a file like any
 * other: then its response is given back.
 *
 * @throws {SourceError} A page is not available, or repeats the one before: a part of the list is never taken for the whole.
 */
export async function* pagesOf(
  list: PagedList,
  headers: Readonly<Record<string, string>>,
): AsyncGenerator<Uint8Array, Pick<Incoming, 'headers'> | undefined> {
  const { pages, settings, limit, name } = list;
  let before: readonly string[] = [];
  let length = 0;
  for (let number = 1; ; number += 1) {
    if (number > 1) await settings.wait(pages.pause, limit.signal);
    const { body, response } = await pageOf(list, number, headers);
    length += body.length;
    refuseLength(length, name, settings);
    const ids = pages.idsOn(body.toString());
    if (ids === undefined && number === 1) {
      yield body;
      return response;
    }
    if (ids === undefined) throw unusablePage(list, number, 'is not a page of the list');
    if (ids.length === 0 && number > 1) return undefined;
    const known = new Set(before);
    if (ids.length > 0 && ids.every((id) => known.has(id))) {
      throw unusablePage(list, number, 'repeats the page before it');
    }
    yield body;
    yield Buffer.from('\n');
    if (ids.length === 0) return undefined;
    before = ids;
  }
}

interface Page {
  readonly body: Buffer;
  readonly response: Incoming;
}

async function pageOf(
  list: PagedList,
  number: number,
  headers: Readonly<Record<string, string>>,
): Promise<Page> {
  const { pages, settings, limit, name } = list;
  const { response, url } = await arrived(list, number, headers);
  try {
    const { statusCode: status = 0 } = response;
    const reason = pages.explain({ status, url, page: number });
    if (reason !== undefined) {
      const { problem, nextStep } = reason;
      throw new SourceError(problem, { code: 'unreadable', file: name, nextStep });
    }
    refuseStatus(response, pageName(list, number), number === 1 && list.isConditional);
    const chunks: Uint8Array[] = [];
    for await (const chunk of unpacked(response, name, settings, limit)) chunks.push(chunk);
    return { body: Buffer.concat(chunks), response };
  } finally {
    response.destroy();
  }
}

const mostTries = 6;
const longestWait = 60;

/** Asks again, later and later, while the platform wants a slower pace. */
async function arrived(
  { pages, settings, limit }: PagedList,
  number: number,
  headers: Readonly<Record<string, string>>,
): Promise<Arrived> {
  for (let tries = 1; ; tries += 1) {
    const found = await followed(pages.page(number), headers, settings, limit.signal);
    const { statusCode = 0, headers: answered } = found.response;
    const asked = Number(answered['retry-after'] ?? Number.NaN);
    const seconds = asked >= 0 ? asked : 2 ** tries;
    const isSlowDown = pages.slowDown.includes(statusCode);
    if (!isSlowDown || tries === mostTries || seconds > longestWait) return found;
    found.response.destroy();
    await settings.wait(seconds * 1000, limit.signal);
  }
}

function pageName({ name }: PagedList, number: number): string {
  return `${name}, page ${String(number)}`;
}

function unusablePage(list: PagedList, number: number, problem: string): SourceError {
  return new SourceError(`the answer ${problem}`, {
    code: 'unreadable',
    file: pageName(list, number),
    nextStep:
      'Try again later. If the address is a file with everything in it, download it and name it by its path.',
  });
}
