import {
  limits,
  productListReplySchema,
  type Provider,
  type StoredProduct,
} from 'sequenzy-contract';
import { type CallOptions, readPage, tolerate, type Transport } from 'sequenzy-transport';

export interface ListOptions extends CallOptions {
  /** Only products that came from there. Default: from anywhere. */
  readonly provider?: Provider;
  /** Only products with this in their title. */
  readonly search?: string;
}

/** GET /products, page by page. Source: the vendor's page "products list". */
export async function* listProducts(
  transport: Transport,
  options: ListOptions,
): AsyncGenerator<StoredProduct, void, undefined> {
  let last: string | undefined;
  let limit: number = limits.productsPerPage;
  for (let offset = 0; ;) {
    const { page: json, size } = await readPage(limit, (asked) =>
      readJson(transport, options, offset, asked),
    );
    limit = size;
    const { products = [], pagination } = tolerate(productListReplySchema, json);
    offset += products.length;
    const more = pagination?.hasMore ?? products.length === limit;
    // A server that gives the same page again would do so without end.
    const text = JSON.stringify(products);
    if (text === last) return;
    yield* products;
    if (!more || products.length === 0) return;
    last = text;
  }
}

async function readJson(
  transport: Transport,
  { provider, search, signal }: ListOptions,
  offset: number,
  limit: number,
): Promise<unknown> {
  const { json } = await transport({
    method: 'GET',
    path: '/products',
    query: {
      limit: String(limit),
      offset: String(offset),
      ...(provider === undefined ? {} : { provider }),
      ...(search === undefined ? {} : { search }),
    },
    replayable: true,
    signal,
  });
  return json;
}
