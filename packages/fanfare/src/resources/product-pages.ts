import { isRecord } from 'sequenzy-contract';
import { readPage, type Transport } from 'sequenzy-transport';
import type { FanfareNames } from '../settings/names.ts';
import { itemsIn } from '../replies/list.ts';
import { nextPage } from './next-page.ts';
import { unexpectedAnswer } from './unexpected-answer.ts';

const request = { method: 'GET', path: '/products' } as const;

interface Wanted {
  readonly include: string | undefined;
  readonly pageSize: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Every product as the API wrote it, page by page as the loop asks for more: with a cursor where the answer has one,
 * else all of one answer. What is not understood is an error, never the end of the list: whoever deletes what is not
 * listed relies on it.
 *
 * Source: docs.fanfare.io/api/pagination.
 */
export async function* productPages(
  transport: Transport,
  names: FanfareNames,
  { include, signal, ...wanted }: Wanted,
): AsyncGenerator<unknown, void, undefined> {
  let { pageSize } = wanted;
  let after: string | undefined;
  let pages = 0;
  let products = 0;
  for (const cursors = new Set<string>(); ;) {
    const { page: answer, size } = await readPage(pageSize, (first) =>
      transport({
        ...request,
        query: {
          [names.first]: String(first),
          ...(include !== undefined && { include }),
          ...(after !== undefined && { [names.after]: after }),
        },
        replayable: true,
        signal,
      }),
    );
    pageSize = size;
    const { json, status, headers } = answer;
    const items = itemsIn(json, names.data);
    if (items === undefined) {
      throw unexpectedAnswer(
        request,
        status,
        `an answer without a list of products under "${names.data}"`,
      );
    }
    if (!items.every(isRecord)) {
      throw unexpectedAnswer(request, status, 'a list that holds something else than products');
    }
    products += items.length;
    const page = { json, link: headers.get('link') };
    const next = nextPage(page, { pages: ++pages, products, inPage: items.length }, names);
    if ('problem' in next) throw unexpectedAnswer(request, status, next.problem);
    if (next.after !== undefined && cursors.has(next.after)) {
      throw unexpectedAnswer(
        request,
        status,
        `the list starts over instead of continuing after "${next.after}"`,
      );
    }
    yield* items;
    if (next.after === undefined) return;
    cursors.add(next.after);
    after = next.after;
  }
}
