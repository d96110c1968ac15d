import {
  requireInput,
  type CallOptions,
  type ReplayOptions,
  type Transport,
} from 'sequenzy-transport';
import {
  productChangesSchema,
  productInputSchema,
  type ProductChanges,
  type ProductInput,
} from '../inputs/product.ts';
import { syncSourceQuerySchema } from '../inputs/sync-source-query.ts';
import type { FanfareNames } from '../settings/names.ts';
import { readProduct, type Product } from '../replies/product.ts';
import { recordIn } from '../replies/record.ts';
import { includeOf, type Include } from './include.ts';
import { pageSizeOf } from './page-size.ts';
import { productPages } from './product-pages.ts';
import { productPath } from './product-path.ts';
import { readList } from './read-list.ts';
import { readRecord } from './read-record.ts';

export interface GetOptions extends CallOptions {
  /** Default of a list: neither; of one product: `mediaAssets`. */
  readonly include?: readonly Include[];
}

export interface ListOptions extends GetOptions {
  /** Products of one request, 1 to 100. Default: 100. */
  readonly pageSize?: number;
}

/** Where a product came from. */
export interface SyncSourceQuery {
  readonly syncSource: string;
  readonly syncSourceId?: string;
}

/** The organization's products. */
export class Products {
  readonly #transport: Transport;
  readonly #names: FanfareNames;

  constructor(transport: Transport, names: FanfareNames) {
    this.#transport = transport;
    this.#names = names;
  }

  /**
   * Creates a product; with a `primarySyncSource` that is known, updates the one that has it. With a sync source every
   * failure that may pass is repeated; without one, only what certainly did not arrive, unless `replay` says otherwise.
   *
   * @throws {FanfareValidationError} before anything is sent; other FanfareErrors after.
   * @example
   * await fanfare.products.create({
   *   name: 'Sneaker',
   *   url: 'https://shop.example/sneaker',
   *   primarySyncSource: { syncSource: 'shopify', syncSourceId: '42' },
   * });
   */
  async create(product: ProductInput, options: ReplayOptions = {}): Promise<Product> {
    const body = requireInput(productInputSchema, product, 'product');
    const isUpsert = body.primarySyncSource !== undefined && body.primarySyncSource !== null;
    const json = await readRecord(this.#transport, {
      method: 'POST',
      path: '/products',
      body: JSON.stringify(body),
      replayable: isUpsert || options.replay === true,
      signal: options.signal,
    });
    return readProduct(json, this.#names);
  }

  /**
   * Every product, archived ones too where the API lists them, page by page as the loop asks for more.
   *
   * @throws {FanfareError} when a page is not available or is not understood.
   * @example
   * for await (const product of fanfare.products.list({ include: ['variants'] })) console.log(product.name);
   */
  async *list(options: ListOptions = {}): AsyncGenerator<Product, void, undefined> {
    for await (const wire of this.listRaw(options)) yield readProduct(wire, this.#names);
  }

  /** As {@link list}, each product exactly as the API wrote it: to be kept, or read by `sequenzy-sources`. */
  async *listRaw(options: ListOptions = {}): AsyncGenerator<unknown, void, undefined> {
    yield* productPages(this.#transport, this.#names, {
      include: includeOf(options.include),
      pageSize: pageSizeOf(options.pageSize),
      signal: options.signal,
    });
  }

  /** The products that came from there: one or none where the id there is given. */
  async search(query: SyncSourceQuery, options: GetOptions = {}): Promise<Product[]> {
    const wanted = requireInput(syncSourceQuerySchema, query, 'sync source');
    const { syncSource, syncSourceId } = wanted;
    const found = await readList(
      this.#transport,
      {
        path: '/products/search',
        query: {
          syncSource,
          ...(syncSourceId !== undefined && { syncSourceId }),
          ...including(options),
        },
        signal: options.signal,
      },
      this.#names.data,
    );
    return found.map((one) => readProduct(one, this.#names));
  }

  /** @throws {FanfareNotFoundError} `Product not found`. */
  async get(productId: string, options: GetOptions = {}): Promise<Product> {
    const json = await readRecord(this.#transport, {
      method: 'GET',
      path: productPath(productId),
      query: including(options),
      replayable: true,
      signal: options.signal,
    });
    return readProduct(json, this.#names);
  }

  /** Changes what is given; an absent field keeps, `null` clears. */
  async update(
    productId: string,
    changes: ProductChanges,
    { signal }: CallOptions = {},
  ): Promise<Product> {
    const json = await readRecord(this.#transport, {
      method: 'PUT',
      path: productPath(productId),
      body: JSON.stringify(requireInput(productChangesSchema, changes, 'product')),
      replayable: true,
      signal,
    });
    return readProduct(json, this.#names);
  }

  /** Archives a product; nothing is deleted. Empty where the API answers without one. */
  async archive(productId: string, { signal }: CallOptions = {}): Promise<Product> {
    const path = productPath(productId);
    const { json } = await this.#transport({ method: 'DELETE', path, replayable: true, signal });
    return readProduct(recordIn(json), this.#names);
  }
}

function including({ include }: GetOptions): Record<string, string> {
  const list = includeOf(include);
  return list === undefined ? {} : { include: list };
}
