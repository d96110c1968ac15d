import type { Product } from 'sequenzy-commerce';
import { listSources, openCatalog, type Catalog, type RemoteOptions } from 'sequenzy-sources';
import type { Io } from '../job/io.ts';
import { orRefuse } from './open-input.ts';
import { throughProxies } from './input-fetch.ts';
import { KeySet } from 'sequenzy-contract';

/** How the product file of `--catalog` is to be read. */
export interface CatalogChoices {
  readonly currency?: string;
  readonly remote?: RemoteOptions | undefined;
}

/** The products of `--catalog`: those off sale too, because they were sold once. */
export class CatalogProducts {
  readonly #catalog: Catalog;

  private constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** @throws {UserError} when the file cannot be used. */
  static async open(
    file: string,
    { currency, remote = {} }: CatalogChoices,
    io: Io,
  ): Promise<CatalogProducts> {
    const reading = {
      signal: io.interruption,
      wording: io.wording,
      remote: throughProxies(remote, io),
      ...(currency && { currency }),
    };
    const catalog = await orRefuse(io, openCatalog([file], reading));
    if (catalog.counts.skipped.length === 0 || !marksUnpublished(catalog) || file === '-') {
      return new CatalogProducts(catalog);
    }
    await catalog.close();
    const whole = openCatalog([file], { ...reading, includeUnpublished: true });
    return new CatalogProducts(await orRefuse(io, whole));
  }

  /** Opens the file when the first product is asked for, and closes it behind the last. */
  static async *read(file: string, choices: CatalogChoices, io: Io): AsyncGenerator<Product> {
    const products = await CatalogProducts.open(file, choices, io);
    try {
      yield* products.valid();
    } finally {
      await products.close();
    }
  }

  /** For orders that name their products by SKU or title only. */
  async *valid(): AsyncGenerator<Product> {
    for await (const { product } of this.#catalog.records()) {
      if (product !== undefined) yield product;
    }
  }

  /** Faulty products have an id too. */
  async ids(): Promise<KeySet> {
    const ids = new KeySet();
    for await (const { key } of this.#catalog.records()) if (key !== undefined) ids.add(key);
    return ids;
  }

  close(): Promise<void> {
    return this.#catalog.close();
  }
}

function marksUnpublished({ source }: Catalog): boolean {
  return listSources().some(({ name, marksUnpublished: marks }) => marks && name === source.name);
}
