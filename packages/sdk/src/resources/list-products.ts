import { limits, readProductListReply, type Provider, type StoredProduct } from 'sequenzy-contract';
import { type CallOptions, readPage, type Transport, type TransportCall } from 'sequenzy-transport';
import { contradiction } from '../answers/contradiction.ts';
import { requireFound } from '../answers/require-done.ts';

export interface ListOptions extends CallOptions {
  /** Only products that came from there. Default: from anywhere. */
  readonly provider?: Provider;
  /** Only products with this in their title. */
  readonly search?: string;
}

const list = { method: 'GET', path: '/products' } as const;

/** One page of the list. */
export interface ProductPage {
  /** Undefined where the answer holds no list. */
  readonly products: readonly StoredProduct[] | undefined;
  /** Products on all pages; undefined where the answer does not say. */
  readonly total: number | undefined;
}

type PageOptions = ListOptions & Pick<TransportCall, 'drain' | 'meter'>;

/** GET /products, product by product. Source: the vendor's page "products list". */
export async function* listProducts(
  transport: Transport,
  options: ListOptions,
): AsyncGenerator<StoredProduct, void, undefined> {
  for await (const { products } of productPages(transport, options)) yield* products ?? [];
}

/** GET /products, page by page as the loop asks for more. */
export async function* productPages(
  transport: Transport,
  options: PageOptions,
): AsyncGenerator<ProductPage, void, undefined> {
  let last: string | undefined;
  let limit: number = limits.productsPerPage;
  for (let offset = 0; ;) {
    const { page: json, size } = await readPage(limit, (asked) =>
      readJson(transport, options, offset, asked),
    );
    limit = size;
    const { products, pagination } = readProductListReply(json);
    const count = products?.length ?? 0;
    offset += count;
    const more = pagination?.hasMore ?? count === limit;
    // A server that gives the same page again would do so without end.
    const text = JSON.stringify(products ?? null);
    if (text === last) return;
    yield { products, total: pagination?.total };
    if (!more || count === 0) return;
    last = text;
  }
}

async function readJson(
  transport: Transport,
  { provider, search, ...call }: PageOptions,
  offset: number,
  limit: number,
): Promise<unknown> {
  const answer = await transport({
    ...call,
    ...list,
    query: {
      limit: String(limit),
      offset: String(offset),
      ...(provider === undefined ? {} : { provider }),
      ...(search === undefined ? {} : { search }),
    },
    replayable: true,
    priority: 'catalog',
  });
  const json = requireFound(answer, list);
  if (Array.isArray(json['products'])) return json;
  throw contradiction(list, answer, { what: 'no list of products', said: undefined });
}
